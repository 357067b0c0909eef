"""Pages for those who look after the knowledge: what is due, what is covered, what changed, how to cite."""

import datetime as dt
from collections.abc import Iterable

from waystation.core.cards import Card, Cell, Coverage, Due, RecordChange
from waystation.core.scenarios import Disagreement
from waystation.core.texts import Country, Text, Words, text
from waystation.core.tongues import Language
from waystation.papers.document import Column, Document, Table, Writer


def due_document(found: Iterable[Due], language: Language) -> Document:
    """What must be looked at again, worst first."""
    page, held = Writer(language), list(found)
    page.paragraph(text("due.count", n=len(held)))
    page.bullets(
        page.line(
            text(
                "due.lapsed" if one.lapsed else "due.line",
                title=Words(one.title), id=Words(one.id), checked=one.checked, due=one.due,
            ),
            tone="danger" if one.lapsed else "plain",
        )
        for one in held
    )  # fmt: skip
    return page.document(text("page.title"))


MOST_ACROSS = 6
"""Countries side by side: more do not fit on a screen of 100 signs, or on paper."""


def coverage_document(found: Coverage, language: Language) -> Document:
    """A table for every few countries, and under them the cells of which nothing is known."""
    page = Writer(language)
    page.heading(2, text("coverage.title", day=found.day), "coverage")
    page.paragraph(text("coverage.legend"), tone="muted")
    cells = {(one.need, one.country): one for one in found.cells}
    for first in range(0, len(found.countries), MOST_ACROSS):
        countries = found.countries[first : first + MOST_ACROSS]
        rows = tuple(
            (
                page.say.value(Words(title)),
                *(page.say(_cell_text(cells[need, country], found.day)) for country in countries),
            )
            for need, title in found.needs
        )
        head = tuple(Column(country) for country in countries)
        page.blocks.append(Table(page.say(text("coverage.title", day=found.day)), head, rows))
    titles = dict(found.needs)
    empty = found.empty
    page.paragraph(text("coverage.empty", n=len(empty)))
    page.bullets(
        page.line(
            text(
                "coverage.empty-line", country=Country(country), needs=tuple(Words(titles[one]) for one in needs)
            ),
            tone="unknown",
        )
        for country in found.countries
        if (needs := [one.need for one in empty if one.country == country])
    )
    return page.document(text("page.title"))


def _cell_text(cell: Cell, day: dt.date) -> Text:
    """How many records, how sure, how many days old."""
    if not cell.records or cell.checked is None:
        return text("coverage.nothing")
    sure = text(f"coverage.{cell.confidence}")
    return text("coverage.cell", n=len(cell.records), sure=sure, days=(day - cell.checked).days)


def compared_document(changes: Iterable[RecordChange], language: Language) -> Document:
    """What is new, gone or says something else."""
    page, held = Writer(language), list(changes)
    if not held:
        page.paragraph(text("diff.same"))
    for one in held:
        page.heading(4, text(f"compare.{one.how}", title=Words(one.title), id=Words(one.id)))
        page.bullets(
            [
                *(page.line(line, label=text("compare.before")) for line in one.before),
                *(page.line(line, label=text("compare.after")) for line in one.after),
            ]
        )
    return page.document(text("page.title"))


def cite_document(card: Card, language: Language) -> Document:
    """The sources of one record, ready to be quoted."""
    page = Writer(language)
    page.paragraph(text("cite.of", title=Words(card.title), id=Words(card.id)), card.citations)
    return page.document(text("page.title"))


def examined_document(found: Iterable[Disagreement], count: int, language: Language) -> Document:
    """Where the knowledge differs from what the experts want."""
    page, held = Writer(language), list(found)
    page.bullets(
        page.line(one.text, label=text("examine.scenario", id=Words(one.scenario), title=Words(one.title)))
        for one in held
    )
    page.paragraph(text("examine.count", n=count, wrong=len({one.scenario for one in held})))
    return page.document(text("page.title"))
