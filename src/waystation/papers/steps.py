"""One step as lines that somebody can act on."""

import datetime as dt

import msgspec

from waystation.core.plans import Need, Step, is_advice
from waystation.core.texts import Country, Text, Words, text
from waystation.core.wording import option
from waystation.papers.bodies import body_names
from waystation.papers.dangers import danger_lines
from waystation.papers.days import Names, when_text
from waystation.papers.document import Said, Writer, with_under
from waystation.papers.flights import write_flight
from waystation.papers.unknowns import question_lines, silent_lines
from waystation.papers.urgent import together

NEAR = dt.timedelta(days=550)
OTHERS = ("organisation", "host", "nominator")
"""Who may act in somebody's place."""


def write_step(
    page: Writer, step: Step, name: str, as_of: dt.date, names: Names, *, asked_there: str = ""
) -> None:
    """The step under its heading. First what cannot be undone, then what to do, then what to know."""
    page.heading(4, text("step.title", name=name, title=step_title(step)), name=name)
    if step.summary:
        page.paragraph(step.summary, step.citations)
    page.bullets(
        [
            *_layers(page, step),
            *_marks(page, step, asked_there),
            *_when(page, step, as_of, names),
            *question_lines(page, step.questions),
            *write_papers(page, step),
            *_family(page, step),
            *_reveals(page, step),
            *_gives(page, step),
            *_sure(page, step),
            *silent_lines(page, _not_told_yet(step)),
            *body_names(page, step.by, text("label.check-with")),
        ]
    )


def _not_told_yet(step: Step) -> Step:
    """Without what no source states if a line of its own says so: where one asks, and whether the family is in."""
    told = {"law.mission"} if _where_told(step) else set()
    if any(one.covered == "unknown" for one in step.members):
        told.add("law.covers")
    return msgspec.structs.replace(step, law=tuple(one for one in step.law if one.says.id not in told))


def step_title(step: Step) -> Text:
    """The title of the practice, or the crossing."""
    if step.kind == "travel":
        return text("step.travel", start=Country(step.from_place), end=Country(step.place))
    return text("word.words", words=Words(step.title))


def _layers(page: Writer, step: Step) -> list[Said]:
    """Which knowledge of one's own the step came from, if it is not the public one."""
    named = dict.fromkeys(one.layer for one in step.citations if one.layer)
    return [page.line(text("step.layer", layer=Words(one))) for one in named]


def _marks(page: Writer, step: Step, asked_there: str) -> list[Said]:
    """What cannot be undone comes first, and to ask an embassy before one crosses a border for it."""
    lines = []
    if asked_there:
        lines.append(page.line(text("step.ask-first", step=asked_there), tone="irreversible"))
    if step.irreversible:
        lines.append(page.line(text("step.irreversible"), tone="irreversible"))
    if step.warning:
        lines.append(
            page.line(step.warning.text, step.warning.citations, label=text("label.warning"), tone="irreversible")
        )
    lines.extend(
        page.line(text("step.excludes", what=one.text), one.citations, tone="irreversible")
        for one in step.excludes
    )
    return lines


def _when(page: Writer, step: Step, as_of: dt.date, names: Names) -> list[Said]:
    lines = [page.line(when_text(as_of, step), label=text("label.when"))]
    lines.extend(_where(page, step))
    if step.wait == "unknown":
        lines.append(page.line(_second_best(step, as_of, names), label=text("label.no-answer"), tone="deadline"))
    stated = (page.line(one.text, one.citations) for one in step.notes)
    return [*lines, *page.group(text("label.stated"), stated)]


def _where(page: Writer, step: Step) -> list[Said]:
    """Where one asks, as far as it is stated; who acts, where that is somebody else."""
    lines = []
    unsure = any(one.says.id == "law.mission" for one in step.law)
    if _where_told(step):
        where = text(f"spot.{step.spot}{'-unsure' if unsure else ''}", place=Country(step.place))
        lines.append(page.line(where, step.spot_citations, label=text("label.where")))
    if step.actor in OTHERS:
        lines.append(page.line(text(f"actor.{step.actor}"), label=text("label.who")))
    return lines


def _where_told(step: Step) -> bool:
    """Whether a line says where one asks."""
    return bool(step.spot and (step.spot_citations or step.spot != "online") and step.access != "referral")


def _second_best(step: Step, as_of: dt.date, names: Names) -> Text:
    """What to do without an answer. A day years from now helps nobody, nor one counted as if no wait came before."""
    other = names.plan(step.second_best or "")
    turn = text("second.plan", plan=other) if other else text("second.nothing")
    if step.no_answer_by is None or step.no_answer_by > as_of + NEAR:
        return text("second.keep")
    if step.starts.waits:
        return text("second.before-end", turn=turn)
    return text("second.by", day=step.no_answer_by, turn=turn)


def _sure(page: Writer, step: Step) -> list[Said]:
    """How sure it is, and why it is for you; what is said of several people alike is said once."""
    why = []
    for one in together(line.text for line in step.because):
        cited = (it for line in step.because if _alike(line.text, one) for it in line.citations)
        why.append(page.line(one, cited))
    grade = f"sureness.travel-{step.sureness}" if step.kind == "travel" else f"sureness.{step.sureness}"
    sure = page.line(text(grade), label=text("label.sure"))
    return [sure, *page.group(text("label.why"), why)]


def _alike(one: Text, other: Text) -> bool:
    """Whether they differ in nothing but whom they speak of."""
    mine, theirs = ({**dict(it.values), "who": ""} for it in (one, other))
    return one.id == other.id and mine == theirs


def _gives(page: Writer, step: Step) -> list[Said]:
    """What one gets by it, what to do with it, and how it is lost."""
    gives = (page.line(one.text, one.citations) for one in step.gives if not is_advice(one))
    advice = (page.line(one.text, one.citations) for one in step.gives if is_advice(one))
    lost = (page.line(one.text, one.citations, tone="irreversible") for one in step.lost_if)
    return [
        *page.group(text("label.gives"), gives),
        *page.group(text("label.advice"), advice),
        *page.group(text("label.lost-if"), lost, tone="irreversible"),
    ]


def write_papers(page: Writer, step: Step) -> list[Said]:
    needs = (_need(page, one) for one in step.needs)
    costs = [page.line(one.text, one.citations) for one in step.costs]
    if step.kind == "practice" and not costs:
        costs = [page.line(text("cost.no-source"), tone="unknown")]
    bring = text("label.show" if step.kind == "travel" else "label.bring")
    return [*page.group(bring, needs), *page.group(text("label.cost"), costs)]


def _need(page: Writer, need: Need) -> Said:
    """The paper; under it what it must be like, if that is stated."""
    line = page.line(_need_text(need), need.citations)
    return with_under(line, [page.line(need.why, need.citations)]) if need.why else line


def _need_text(need: Need) -> Text:
    if need.given:
        return text("need.given", paper=option(need.document))
    state = "have" if need.have else "missing" if need.have is False else "unknown"
    instead = text("need.or", papers=tuple(option(one) for one in need.or_)) if need.or_ else text("word.nothing")
    cannot = text(f"need.cannot-{need.cannot_obtain}") if need.cannot_obtain else text("word.nothing")
    if need.have and need.until and need.until < dt.date.max:
        if need.who:
            return text("need.of", paper=option(need.document), who=need.who, day=need.until)
        return text("need.have-until", paper=option(need.document), day=need.until)
    return text(f"need.{state}", paper=option(need.document), instead=instead, cannot=cannot)


def _family(page: Writer, step: Step) -> list[Said]:
    return [
        page.line(
            text(f"covered.{one.covered}", relation=option(one.relation or "other")),
            one.citations,
            label=text("label.family"),
            tone="unknown" if one.covered == "unknown" else "plain",
        )
        for one in step.members
        if step.kind == "practice"
    ]


def _reveals(page: Writer, step: Step) -> list[Said]:
    lines: list[Said] = []
    for one in step.reveals:
        told = tuple(option(word) for word in one.tells)
        words = text("step.reveals", to=Words(one.to), what=told)
        lines.append(page.line(words, one.citations, label=text("label.reveals")))
        lines.extend(danger_lines(page, one.dangers))
    lines.extend(danger_lines(page, step.dangers, travel=step.kind == "travel"))
    return [*lines, *write_flight(page, step)]
