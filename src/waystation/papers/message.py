"""The answer short enough for a messenger: what is urgent, what not to do, the plans in a few lines, whom to ask.

What does not fit is left out whole, the least urgent first: no sentence is ever cut.
"""

from collections.abc import Iterable, Iterator

from waystation.core.findings import BodyLine, DangerFinding, gravest
from waystation.core.measures import Grade
from waystation.core.plans import Advice, Plan
from waystation.core.texts import Country, Text, TongueName, Words, text
from waystation.core.tongues import Language
from waystation.papers.bodies import ways_text
from waystation.papers.days import Names, begin_text, days_text, family_text, level_text, names_of
from waystation.papers.document import Bullets, Writer
from waystation.papers.steps import step_title
from waystation.papers.urgent import write_urgent
from waystation.say import Say, unmarked

LIMIT = 3500
"""Characters. Messengers take about four thousand."""
SOON, ASKED = 3, 3
"""So many days, and bodies to ask, come before the plans that are not the first."""
SURELY = Grade.HIGH

Piece = tuple[int, int, str]
"""The part it stands in, how soon it may be left out (the highest first), and its lines."""
TOP, DAYS, DO_NOT, PLANS, WHOM, END = range(6)
HEADS = {DAYS: "page.urgent", PLANS: "message.plans", WHOM: "page.hand-over"}
ALWAYS, FIRST = -1, 0


def to_message(answer: Advice, language: Language) -> str:
    """At most LIMIT characters of plain text. Same answer, same text."""
    say = Say(language)
    pieces = list(_pieces(answer, language, say))
    if say.machine:
        told = text("message.machine-made", language=TongueName(say.language))
        pieces.insert(0, (TOP, ALWAYS, say(told)))
    chosen: list[Piece] = []
    for one in sorted(pieces, key=lambda piece: piece[1]):
        if len(_laid_out([*chosen, one], pieces, say)) <= LIMIT:
            chosen.append(one)
    return _laid_out(chosen, pieces, say)


def _laid_out(chosen: list[Piece], pieces: list[Piece], say: Say) -> str:
    """What was chosen, in the order of the pieces, each part under its heading."""
    parts = []
    for place in range(END + 1):
        held = ("\n\n" if place == PLANS else "\n").join(
            lines for part, soon, lines in pieces if part == place and (part, soon, lines) in chosen
        )
        head = f"{say(text(HEADS[place]))}:\n" if place in HEADS else ""
        parts += [head + held] if held else []
    return "\n\n".join(parts) + "\n"


def _pieces(answer: Advice, language: Language, say: Say) -> Iterator[Piece]:
    """Everything that may be said, in the order in which it is read."""
    names = names_of(answer)
    yield TOP, ALWAYS, say(text("message.top", day=answer.as_of))
    yield from _days(answer, language, names)
    if answer.forbidden:
        places = tuple(Country(one) for one in dict.fromkeys(one.to_place for one in answer.forbidden))
        yield DO_NOT, FIRST, f"! {say(text('message.do-not', places=places))}"
    yield from ((DO_NOT, 1, say(one)) for one in _here(answer))
    if not answer.plans:
        yield PLANS, FIRST, say(text("page.no-plan"))
    for place, plan in enumerate(answer.plans):
        yield PLANS, place + 1, "\n".join(say(one) for one in _plan(plan, answer, names))
    yield from _whom(answer, say)
    yield END, ALWAYS, say(text("message.whole"))


def _days(answer: Advice, language: Language, names: Names) -> Iterator[Piece]:
    """Days that matter, the nearest first."""
    page = Writer(language)
    write_urgent(page, answer, names)
    lines = [line for block in page.blocks if isinstance(block, Bullets) for line in block.lines]
    for place, line in enumerate(lines):
        yield DAYS, FIRST if place < SOON else SOON, unmarked(f"» {line.label}: {line.words}")


def _here(answer: Advice) -> Iterator[Text]:
    """What surely endangers somebody where they are."""
    start = answer.start
    sure = gravest(one for one in start.dangers if one.least >= SURELY)
    if start.place and sure:
        titles = tuple(Words(one.title) for one in sure)
        level = level_text(start.danger, start.danger)
        yield text("message.here", place=Country(start.place), level=level, titles=titles)


def _plan(plan: Plan, answer: Advice, names: Names) -> Iterator[Text]:
    """Where and with whom, what first, by when, and the worst danger."""
    nothing = text("word.nothing")
    title = "plan.title-move" if plan.kind == "move" else "plan.title-stay"
    where = text(title, letter=names.plan(plan.id), place=Country(plan.place))
    family = text("message.family", family=family_text(plan)) if _several(plan) else nothing
    yield text("message.plan", where=where, family=family, open=text("message.open") if plan.open else nothing)
    yield _first(plan, answer, names)
    yield _by_when(plan, names)
    yield text("message.worst", danger=_worst(plan))


def _first(plan: Plan, answer: Advice, names: Names) -> Text:
    """The first step, and whether one should think before it."""
    if not plan.steps:
        return text("plan.already-there")
    first = plan.steps[0]
    step = text("step.title", name=names.step(plan, first.id), title=step_title(first))
    careful = text("step.irreversible") if first.irreversible else text("word.nothing")
    return text("message.first", step=step, when=begin_text(answer.as_of, first.starts), careful=careful)


def _worst(plan: Plan) -> Text:
    worst = next(iter(gravest(_dangers(plan))), None)
    if worst is None:
        return level_text(plan.counts.danger, plan.counts.least_danger)
    return text("danger.named", title=Words(worst.title), level=level_text(worst.level, worst.least))


def _several(plan: Plan) -> bool:
    return len(plan.party) > 1 or bool(plan.followers or plan.without)


def _by_when(plan: Plan, names: Names) -> Text:
    """The plan's first day that matters; else how long it takes."""
    if plan.deadlines:
        first = min(plan.deadlines, key=lambda one: (one.day, one.id))
        return text("message.by", day=first.day, what=first.text)
    goal = plan.counts.goal
    return text("message.takes", days=days_text(goal, names.waits(plan, goal.waits)))


def _dangers(plan: Plan) -> Iterator[DangerFinding]:
    yield from plan.dangers
    for step in plan.steps:
        yield from step.dangers
        for one in step.reveals:
            yield from one.dangers


def _whom(answer: Advice, say: Say) -> Iterator[Piece]:
    """Whom the first steps name, then those to turn to; before others those that we know how to reach."""
    found = {one.id: one for one in (*_named(answer.plans), *answer.hand_over)}
    if found:
        yield WHOM, SOON, say(text("page.bodies-careful"))
    for place, one in enumerate(sorted(found.values(), key=lambda one: not one.reach)):
        words = text("message.body", title=Words(one.title), reach=ways_text(one))
        yield WHOM, SOON if place < ASKED else len(answer.plans) + 1, f"- {say(words)}"


def _named(plans: Iterable[Plan]) -> Iterator[BodyLine]:
    """One body of each plan: the first that its first steps name."""
    for plan in plans:
        yield from next((step.by[:1] for step in plan.steps if step.by), ())
