"""What a place opens for whom: services, accounts, money, safeguards. Told in full once, then by name."""

from collections.abc import Iterable, Mapping

from waystation.core.plans import Advice, Line, Opening, is_advice
from waystation.core.texts import Text, Words, text
from waystation.core.wording import option
from waystation.papers.bodies import body_names
from waystation.papers.document import Said, Writer, see, with_under
from waystation.papers.unknowns import open_lines

AHEAD = ("departure", "moving", "journey", "travel")
"""What to do before these is told with the plan, though the rest waits until one is there."""
People = Mapping[str, Text]
"""Id of a member → how the page speaks of them."""


def people_of(answer: Advice) -> People:
    """You, and everybody whom a step names."""
    found = {
        one.id: text("who.member", relation=option(one.relation or "other"))
        for plan in answer.plans
        for step in plan.steps
        for one in step.members
    }
    leads = {plan.party[0] for plan in answer.plans}
    return found | dict.fromkeys(leads, text("who.you"))


def as_told(one: Opening) -> tuple[object, ...]:
    """What makes two openings the same line for a reader, in whichever place they are."""
    return one.practice, one.members, one.sure


def opening_lines(page: Writer, opens: Iterable[Opening], people: People) -> list[Said]:
    """What is surely open, a line for each in the order given; what hangs on an answer is named at the end."""
    told = [one for one in opens if as_told(one) not in page.later]
    perhaps = [_named(page, one) for one in told if not _surely(one)]
    return [
        *(_opening(page, one, people) for one in told if _surely(one)),
        *page.group(text("opening.perhaps"), [one for one in perhaps if one], tone="question"),
    ]


def named_lines(page: Writer, opens: Iterable[Opening]) -> list[Said]:
    """What a plan opens, by name: a line for each area, and below it what must be done before one leaves."""
    told = [one for one in opens if as_told(one) not in page.later]
    areas = dict.fromkeys(one.area for one in told if _surely(one))
    lines = [_area(page, area, [one for one in told if one.area == area and _surely(one)]) for area in areas]
    perhaps = [_named(page, one) for one in told if not _surely(one)]
    return [*lines, *page.group(text("opening.perhaps"), [one for one in perhaps if one], tone="question")]


def _area(page: Writer, area: str, opens: Iterable[Opening]) -> Said:
    held = list(opens)
    titles = text("word.list", parts=tuple(Words(one.title) for one in held))
    cited = (it for one in held for it in one.citations)
    ahead = (it for one in held for it in one.gives if is_advice(it) and _ahead(it))
    under = [page.line(it.text, it.citations, label=text("label.advice")) for it in ahead]
    return with_under(page.line(titles, cited, label=text(f"area.{area}")), under)


def _ahead(advice: Line) -> bool:
    return dict(advice.text.values).get("before") in [option(one) for one in AHEAD]


def _surely(one: Opening) -> bool:
    return one.sure and not one.law


def _named(page: Writer, one: Opening) -> Said | None:
    """The title alone, once: whether it is for this reader is not known, so nothing is told of it here."""
    if page.first(f"perhaps/{one.practice}"):
        return None
    return page.line(one.title, one.citations, label=text(f"area.{one.area}"))


def _opening(page: Writer, one: Opening, people: People) -> Said:
    label = text(f"area.{one.area}")
    before = page.first(f"opening/{as_told(one)}")
    if before:
        return page.line(text("told", title=Words(one.title), see=see(page, before)), one.citations, label=label)
    words = text("opening.sure", title=Words(one.title), summary=Words(one.summary))
    line = page.line(words, one.citations, label=label)
    return with_under(line, _under(page, one, people))


def _under(page: Writer, one: Opening, people: People) -> list[Said]:
    lines = []
    if set(people) - set(one.members) and all(member in people for member in one.members):
        who = tuple(people[member] for member in one.members)
        lines.append(page.line(text("word.list", parts=who), label=text("label.for")))
    lines.extend(page.line(it.text, it.citations, label=text("label.advice")) for it in one.gives if is_advice(it))
    lines.extend(open_lines(page, one))
    return [*lines, *body_names(page, one.by, text("label.ask"))]
