"""A document laid out for a word processor. Loaded only when one asks for DOCX."""

import io
from collections.abc import Iterable

import docx
from docx.enum.table import WD_TABLE_DIRECTION
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as Line
from docx.text.run import Run

from waystation.core.texts import text
from waystation.papers.document import (
    Block,
    Bullets,
    Column,
    Document,
    Fold,
    Heading,
    Paragraph,
    Picture,
    Said,
    Table,
)
from waystation.papers.paged import anchors, paged
from waystation.papers.pdf import described
from waystation.papers.png import to_png
from waystation.papers.runs import runs_of
from waystation.papers.sources import Printed, printed, runs
from waystation.papers.text import MARKS
from waystation.papers.word_parts import (
    element,
    lead,
    page_numbers,
    place,
    printable,
    sized,
    speak,
    turn,
    without_traces,
)
from waystation.say import Say, direction

WIDE, HIGH, EDGE = Mm(210), Mm(297), Mm(18)
BODY, SMALL = Pt(10), Pt(8)
COLOURS = {
    "muted": "4A535B", "danger": "A3201C", "deadline": "8A5300", "irreversible": "7A1F6E", "question": "0B5A7D",
    "unknown": "6B5410",
}  # fmt: skip
DEEPEST = 3
"""Styles of lists go so deep; what lies deeper is moved in by hand."""
INDENT = Mm(6)


def write_word(document: Document) -> bytes:
    """The bytes of the file."""
    whole = paged(document)
    word = _Word(whole)
    word.blocks(whole.blocks)
    word.sources(printed(document))
    return without_traces(word.book, printable(document.title))


class _Word:
    """One book in one language."""

    def __init__(self, document: Document) -> None:
        self.book = docx.Document()
        self._language, self._rtl = document.language, document.direction == "rtl"
        self._names = {
            one: f"part_{at}" for at, one in enumerate(dict.fromkeys(anchors(document.blocks)), start=1)
        }
        self._placed = 0
        section = self.book.sections[0]
        section.page_width, section.page_height = WIDE, HIGH
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = EDGE
        sized(self.book.styles["Normal"], BODY)
        sized(self.book.styles["List Number"], SMALL)
        page_numbers(self.book, rtl=self._rtl)

    def blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            match block:
                case Heading(level, words, anchor):
                    self._said(self._line(f"Heading {level}", self._names.get(anchor, "")), words)
                case Paragraph(line):
                    self._tell(self._line("Normal", self._names.get(line.anchor, "")), line)
                case Bullets(lines):
                    self._bullets(lines, 1)
                case Table():
                    self._table(block)
                case Fold(words, inner):
                    self._said(self._line("Normal"), words, bold=True)
                    self.blocks(inner)
                case Picture(svg):
                    self._picture(svg)

    def sources(self, sources: list[Printed]) -> None:
        """The numbered list to which the numbers behind the lines lead."""
        if sources:
            self._said(self._line("Heading 2"), Say(self._language)(text("page.sources")))
        for number, one in enumerate(sources, start=1):
            line = self._line("List Number", f"source_{number}")
            title = self._said(line, one.title, bold=True)
            if one.linked:
                lead(line, title, url=printable(one.url))
            for words in (one.about, one.says, one.url):
                if words:
                    line.add_run().add_break()
                    self._said(line, words)

    def _line(self, style: str, name: str = "") -> Line:
        line = self.book.add_paragraph(style=style)
        return self._begun(line, name)

    def _begun(self, line: Line, name: str = "") -> Line:
        if self._rtl:
            turn(line)
        if name:
            self._placed += 1
            place(line, name, self._placed)
        return line

    def _said(self, line: Line, words: str, *, bold: bool = False, colour: str = "") -> list[Run]:
        """The words as runs, each in its language."""
        found = []
        for one in runs_of(words, self._language):
            run = line.add_run(printable(one.words))
            if bold:
                run.font.bold = True
            if colour:
                run.font.color.rgb = RGBColor.from_string(colour)
            language = one.language or self._language
            speak(run, language, rtl=direction(language) == "rtl")
            found.append(run)
        return found

    def _tell(self, line: Line, said: Said) -> None:
        """A sign and a colour for the tone, the label, the words, the links, and the numbers of the sources."""
        colour = COLOURS.get(said.tone, "")
        if said.tone in MARKS:
            self._said(line, f"{MARKS[said.tone]} ", bold=True, colour=colour)
        if said.label:
            self._said(line, said.label, bold=True, colour=colour)
            self._said(line, ": ", bold=True, colour=colour)
        self._said(line, said.words, colour="" if said.label else colour)
        for at, (name, anchor) in enumerate(said.links):
            self._said(line, "; " if at else "")
            told = self._said(line, name)
            if anchor:
                lead(line, told, name=self._names[anchor])
        self._cite(line, said.sources)

    def _cite(self, line: Line, sources: tuple[int, ...]) -> None:
        for at, (first, last) in enumerate(runs(sources)):
            self._said(line, ", " if at else " [")
            self._number(line, first)
            if last > first:
                self._said(line, "\N{EN DASH}")
                self._number(line, last)
        if sources:
            self._said(line, "]")

    def _number(self, line: Line, number: int) -> None:
        lead(line, self._said(line, str(number)), name=f"source_{number}")

    def _bullets(self, lines: tuple[Said, ...], depth: int) -> None:
        style = "List Bullet" if depth == 1 else f"List Bullet {min(depth, DEEPEST)}"
        for one in lines:
            line = self._line(style, self._names.get(one.anchor, ""))
            if depth > DEEPEST:
                line.paragraph_format.left_indent = INDENT * depth
            self._tell(line, one)
            self._bullets(one.under, depth + 1)

    def _table(self, table: Table) -> None:
        made = self.book.add_table(rows=1, cols=len(table.head) + 1, style="Table Grid")
        if self._rtl:
            made.table_direction = WD_TABLE_DIRECTION.RTL
        made.rows[0]._tr.get_or_add_trPr().append(element("tblHeader"))  # noqa: SLF001
        for cell, column in zip(made.rows[0].cells[1:], table.head, strict=True):
            self._head(self._begun(cell.paragraphs[0]), column)
        for row in table.rows:
            for at, (cell, words) in enumerate(zip(made.add_row().cells, row, strict=True)):
                self._said(self._begun(cell.paragraphs[0]), words, bold=not at)
        self._line("Normal")

    def _head(self, line: Line, column: Column) -> None:
        told = self._said(line, column.words, bold=True)
        if column.anchor:
            lead(line, told, name=self._names[column.anchor])

    def _picture(self, svg: str) -> None:
        shape = self.book.add_picture(io.BytesIO(to_png(svg)), width=Mm(170))
        shape._inline.docPr.set("descr", printable(described(svg)))  # noqa: SLF001
