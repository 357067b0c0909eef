"""The answer to "how can I get there?" as one page: how old the routes are, the ways side by side, then leg by leg."""

from string import ascii_uppercase

from waystation.core.charts import Chart
from waystation.core.texts import Country, Text, Words, text
from waystation.core.tongues import Language
from waystation.core.ways import Age, KnownWay, WaysFound
from waystation.papers.assessment import verdict_tone, write_leg, write_place
from waystation.papers.bodies import body_line, write_bodies
from waystation.papers.days import level_text
from waystation.papers.document import Column, Document, Picture, Table, Writer
from waystation.papers.not_offered import way_countries, way_name, write_not_offered
from waystation.papers.ways_picture import ways_picture

HOUR, STEP = 60, 30
"""Minutes; times are told to half an hour, for they are no timetable."""


def ways_document(answer: WaysFound, language: Language, chart: Chart | None = None) -> Document:
    """The page of ways; with a picture of them where their chart is given."""
    page = Writer(language)
    page.heading(1, text("ways.heading"))
    page.paragraph(_old(answer.age), tone="danger")
    page.paragraph(text("ways.ticket"), tone="danger")
    page.paragraph(text("assess.about", day=answer.as_of, version=Words(answer.knowledge)))
    page.paragraph(text("assess.limits"), tone="muted")
    if answer.ways:
        _side_by_side(page, answer)
    else:
        _no_way(page, answer)
    if chart:
        page.blocks.append(Picture(ways_picture(answer, chart, language)))
    for letter, way in zip(ascii_uppercase, answer.ways, strict=False):
        _way(page, way, letter)
    write_not_offered(page, answer)
    if answer.ways:
        last = answer.ways[0]
        place = last.countries[-1]
        write_place(page, text("assess.there", place=Country(place)), place, last.checked.there, "there")
    _questions(page, answer)
    page.heading(2, text("assess.not-checked-title"), "not-checked")
    page.bullets(page.line(one, tone="unknown") for one in answer.not_checked)
    write_bodies(page)
    return page.document(text("ways.title"))


def _old(age: Age) -> Text:
    """How old the routes are, as far as anybody says."""
    loaded = text("ways.loaded", day=age.loaded) if age.loaded else text("word.nothing")
    left = text("ways.left-out", n=age.left_out) if age.left_out else text("word.nothing")
    if age.until:
        return text("ways.old", n=age.read, until=age.until, loaded=loaded, left=left)
    return text("ways.age-unknown", n=age.read, url=Words(age.url), loaded=loaded, left=left)


def _side_by_side(page: Writer, answer: WaysFound) -> None:
    """The ways in a table, and what they were compared by."""
    page.heading(2, text("ways.compared"), "ways")
    page.paragraph(text("ways.how", hours=answer.change), tone="muted")
    names = ("danger", "time", "stops", "best")
    head = tuple(Column(page.say(text(f"ways.column-{name}"))) for name in names)
    rows = tuple(_row(page, way, letter) for letter, way in zip(ascii_uppercase, answer.ways, strict=False))
    page.blocks.append(Table(page.say(text("ways.compared")), head, rows))
    if answer.more:
        page.paragraph(text("ways.more", n=answer.more))


def _row(page: Writer, way: KnownWay, letter: str) -> tuple[str, ...]:
    best = tuple(text(f"ways.best-{one}") for one in way.best_for)
    said = (
        text("ways.name", letter=letter, airports=Words(way_name(way))),
        level_text(way.danger, way.least), _time(way), text("ways.stops", n=way.stops),
        text("word.list", parts=best) if best else text("word.nothing"),
    )  # fmt: skip
    return tuple(page.say(one) for one in said)


def _time(way: KnownWay) -> Text:
    return text("ways.hours", hours=round(way.minutes / STEP) * STEP / HOUR, km=way.km)


def _way(page: Writer, way: KnownWay, letter: str) -> None:
    """One way: by which countries, its verdict, and its legs."""
    page.heading(2, text("ways.name", letter=letter, airports=Words(way_name(way))), f"way-{letter.lower()}")
    verdict = way.checked.verdict or "not-known"
    page.paragraph(text("ways.by", places=way_countries(way)))
    page.paragraph(text(f"verdict.{verdict}"), tone=verdict_tone(verdict))
    for number, leg in enumerate(way.checked.legs, start=1):
        write_leg(page, leg, number, way.checked.homes, f"{letter.lower()}-")


def _no_way(page: Writer, answer: WaysFound) -> None:
    """That no way is known, and whom to turn to."""
    page.heading(2, text("ways.none"), "none")
    why = "ways.none-open" if answer.closed else "ways.none-known"
    page.paragraph(text(why, n=answer.asked.most_stops), tone="danger")
    if answer.hand_over:
        page.heading(2, text("page.hand-over"), "whom")
        page.paragraph(text("ways.hand-over"))
        page.bullets(body_line(page, one) for one in answer.hand_over)


def _questions(page: Writer, answer: WaysFound) -> None:
    """What would change the ways that are told, each question once."""
    asked = {one.fact: one for way in answer.told for one in way.checked.questions}
    if not asked:
        return
    page.heading(2, text("assess.questions"), "questions")
    page.bullets(
        page.line(text("question.line", ask=Words(one.ask), why=Words(one.why)), tone="question")
        for one in asked.values()
    )
