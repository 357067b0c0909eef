"""A page before it has a form: headings, lines with the numbers of their sources, tables, and the sources."""

from collections.abc import Iterable
from typing import Literal, Union

from msgspec import Struct

from waystation.core.findings import Citation
from waystation.core.texts import Text
from waystation.say import Say, direction

Tone = Literal["plain", "muted", "danger", "deadline", "irreversible", "question", "unknown"]


class Said(Struct, frozen=True):
    """One line in the language of the page, a short label before it, and the numbers of its sources."""

    words: str
    sources: tuple[int, ...] = ()
    label: str = ""
    tone: Tone = "plain"


class Heading(Struct, frozen=True):
    """A heading; level 1 stands once, at the top."""

    level: int
    words: str
    anchor: str = ""


class Paragraph(Struct, frozen=True):
    """One line on its own."""

    line: Said


class Bullets(Struct, frozen=True):
    """Lines that belong together."""

    lines: tuple[Said, ...]


class Table(Struct, frozen=True):
    """A table with a head; the first column names the row."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Fold(Struct, frozen=True):
    """Blocks that a reader may fold away; in print and text they are open."""

    words: str
    blocks: tuple["Block", ...]


Block = Union[Heading, Paragraph, Bullets, Table, Fold]


class Document(Struct, frozen=True):
    """A whole page. The title names nothing of the case: titles are seen by others."""

    title: str
    language: str
    direction: str
    blocks: tuple[Block, ...]
    sources: tuple[Citation, ...] = ()


class Writer:
    """Collects blocks in one language and numbers sources in the order in which they are first cited."""

    def __init__(self, language: str) -> None:
        self.say = Say(language)
        self.blocks: list[Block] = []
        self._numbers: dict[Citation, int] = {}

    def cite(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        """The numbers of these sources, each once."""
        found = [self._numbers.setdefault(one, len(self._numbers) + 1) for one in citations]
        return tuple(sorted(dict.fromkeys(found)))

    def line(
        self,
        what: Text | str,
        citations: Iterable[Citation] = (),
        *,
        label: Text | None = None,
        tone: Tone = "plain",
    ) -> Said:
        """A line said in the page's language."""
        words = what if isinstance(what, str) else self.say(what)
        return Said(words, self.cite(citations), self.say(label) if label else "", tone)

    def heading(self, level: int, what: Text, anchor: str = "") -> None:
        """Begin a part."""
        self.blocks.append(Heading(level, self.say(what), anchor))

    def paragraph(self, what: Text | str, citations: Iterable[Citation] = (), *, tone: Tone = "plain") -> None:
        """One line on its own."""
        self.blocks.append(Paragraph(self.line(what, citations, tone=tone)))

    def bullets(self, lines: Iterable[Said]) -> None:
        """Lines that belong together; nothing if there are none."""
        held = tuple(lines)
        if held:
            self.blocks.append(Bullets(held))

    def fold(self, what: Text, inside: "Writer") -> None:
        """What another writer (made by `inner`) collected, to be folded away; nothing if it is empty."""
        if inside.blocks:
            self.blocks.append(Fold(self.say(what), tuple(inside.blocks)))

    def inner(self) -> "Writer":
        """A writer that shares the numbering of sources."""
        other = Writer(self.say.language)
        other._numbers = self._numbers
        return other

    def document(self, title: Text) -> Document:
        """The page so far."""
        language = self.say.language
        return Document(self.say(title), language, direction(language), tuple(self.blocks), tuple(self._numbers))
