"""A document as forms with pages need it: no level left out, no link that leads nowhere, no table too wide."""

from collections.abc import Iterable, Iterator

import msgspec

from waystation.papers.document import Block, Bullets, Column, Document, Fold, Heading, Paragraph, Said, Table

COLUMNS = 4
"""So many plans stand side by side on a sheet of paper."""


def paged(document: Document) -> Document:
    """The same page. Where an anchor stands twice the first one counts; a link to none becomes plain words."""
    return msgspec.structs.replace(document, blocks=tuple(_Pages(document).blocks(document.blocks)))


def anchors(blocks: Iterable[Block]) -> Iterator[str]:
    """Every place one can go to."""
    for block in blocks:
        match block:
            case Heading(anchor=anchor) if anchor:
                yield anchor
            case Paragraph(line):
                yield from _of_line(line)
            case Bullets(lines):
                for one in lines:
                    yield from _of_line(one)
            case Fold(_, inner):
                yield from anchors(inner)


def _of_line(line: Said) -> Iterator[str]:
    if line.anchor:
        yield line.anchor
    for one in line.under:
        yield from _of_line(one)


class _Pages:
    """Walks a document once, in order."""

    def __init__(self, document: Document) -> None:
        self._there = frozenset(anchors(document.blocks))
        self._met: set[str] = set()
        self._open: list[int] = []

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            match block:
                case Heading(level, words, anchor):
                    yield Heading(self._depth(level), words, self._first(anchor))
                case Paragraph(line):
                    yield Paragraph(self._line(line))
                case Bullets(lines):
                    yield Bullets(tuple(self._line(one) for one in lines))
                case Table():
                    yield from self._tables(block)
                case Fold(words, inner):
                    yield Fold(words, tuple(self.blocks(inner)))
                case _:
                    yield block

    def _depth(self, level: int) -> int:
        """How many headings this one stands under, itself counted."""
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        return len(self._open)

    def _first(self, anchor: str) -> str:
        if anchor in self._met:
            return ""
        self._met.add(anchor)
        return anchor

    def _line(self, line: Said) -> Said:
        links = tuple((name, self._leads(anchor)) for name, anchor in line.links)
        anchor = self._first(line.anchor)
        under = tuple(self._line(one) for one in line.under)
        return msgspec.structs.replace(line, links=links, under=under, anchor=anchor)

    def _leads(self, anchor: str) -> str:
        return anchor if anchor in self._there else ""

    def _tables(self, table: Table) -> Iterator[Table]:
        """Tables of a few columns each; every one begins with the column that names the rows."""
        for start in range(0, max(len(table.head), 1), COLUMNS):
            end = start + COLUMNS
            head = tuple(Column(one.words, self._leads(one.anchor)) for one in table.head[start:end])
            yield Table(table.title, head, tuple((row[0], *row[1:][start:end]) for row in table.rows))
