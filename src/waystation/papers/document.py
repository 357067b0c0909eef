"""A page before it has a form: headings, lines with the numbers of their sources, tables, and the sources."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Literal, Union

import msgspec
from msgspec import Struct

from waystation.core.findings import Answer, BodyLine, Citation
from waystation.core.texts import Text, TongueName, Words, text
from waystation.core.tongues import Language
from waystation.say import Say, direction, unmarked

Tone = Literal["plain", "muted", "danger", "deadline", "irreversible", "question", "unknown"]


class Said(Struct, frozen=True):
    """One line in the language of the page, a short label before it, and the numbers of its sources.

    `links` are names after the words, each with the anchor it leads to; `under` are lines that belong to this one.
    Words may hold the marks of `say.spans` and `say.beside`. An anchor makes it a place one can go to.
    """

    words: str
    sources: tuple[int, ...] = ()
    label: str = ""
    tone: Tone = "plain"
    links: tuple[tuple[str, str], ...] = ()
    under: tuple["Said", ...] = ()
    anchor: str = ""


class Heading(Struct, frozen=True):
    """A heading; level 1 stands once, at the top. With an anchor one can go to it."""

    level: int
    words: str
    anchor: str = ""


class Paragraph(Struct, frozen=True):
    """One line on its own."""

    line: Said


class Bullets(Struct, frozen=True):
    """Lines that belong together."""

    lines: tuple[Said, ...]


class Column(Struct, frozen=True):
    """The head of a column, and the anchor of the part it speaks of."""

    words: str
    anchor: str = ""


class Table(Struct, frozen=True):
    """A table: what it holds, a head for all but the first column, and rows whose first cell names the row."""

    title: str
    head: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


class Fold(Struct, frozen=True):
    """Blocks that a reader may fold away, or open where they come `closed`; in print and text they are open."""

    words: str
    blocks: tuple["Block", ...]
    closed: bool = False


class Picture(Struct, frozen=True):
    """A picture as SVG. The page says the same in words: where no picture can be shown, nothing is lost."""

    svg: str


Block = Union[Heading, Paragraph, Bullets, Table, Fold, Picture]


class Source(Struct, frozen=True):
    """Something to look up, listed once: one citation of it, and the words that are quoted from it."""

    cited: Citation
    says: tuple[str, ...] = ()


class Document(Struct, frozen=True):
    """A whole page. The title names nothing of the case: titles are seen by others.

    `short`: not every source is quoted, and not everything is told in full.
    """

    title: str
    language: str
    direction: str
    blocks: tuple[Block, ...]
    sources: tuple[Source, ...] = ()
    short: bool = False

    def contents(self) -> list[Heading]:
        """The parts one can go to, in order."""
        return [one for one in self.blocks if isinstance(one, Heading) and one.anchor]


Looked = tuple[str, str, str, str | None, dt.date, str, str]


def looked(one: Citation) -> Looked:
    """What makes two citations the same thing to look up: where it stands, as it was seen on the same day."""
    where = (one.url, "") if one.url else (one.record, one.name)
    return *where, one.publisher, one.published, one.checked, one.seen, one.layer


class Writer:
    """Collects blocks in one language and numbers sources in the order in which they are first cited.

    `told` remembers where something was told, so that it need not be told twice; `later` is what a part further
    down tells, so that it is passed over until then; `bodies` and `remedies` are those it named. A source gets one
    number, however many records cite it. `quoted`: only these are quoted, and the page is short; None: all are.
    `elsewhere`: what to do is told on another page, so that nothing links to it.
    """

    def __init__(self, language: Language, quoted: Collection[Citation] | None = None) -> None:
        self.say = Say(language, marks=True, besides=True)
        self.quoted = quoted
        self.blocks: list[Block] = []
        self.told: dict[str, str] = {}
        self.later: set[object] = set()
        self.bodies: dict[str, BodyLine] = {}
        self.remedies: dict[str, Answer] = {}
        self.part = ""
        self.elsewhere = False
        self._sources: dict[Looked, list[Citation]] = {}

    @property
    def short(self) -> bool:
        """Whether what is only useful later is named and not told."""
        return self.quoted is not None

    def cite(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        """The numbers of these sources, each once."""
        found = set()
        for one in citations:
            self._sources.setdefault(looked(one), []).append(one)
            found.add(looked(one))
        return tuple(number for number, key in enumerate(self._sources, start=1) if key in found)

    def line(
        self,
        what: Text | str,
        citations: Iterable[Citation] = (),
        *,
        label: Text | None = None,
        tone: Tone = "plain",
        anchor: str = "",
    ) -> Said:
        """A line said in the page's language. A plain string is words of the knowledge."""
        said = self.say.value(Words(what) if isinstance(what, str) else what)
        return Said(said, self.cite(citations), self.say(label) if label else "", tone, anchor=anchor)

    def first(self, key: str) -> str:
        """Where this was told before; nothing, if it is now told for the first time."""
        before = self.told.get(key, "")
        self.told.setdefault(key, self.part)
        return before

    def group(self, label: Text, lines: Iterable[Said], tone: Tone = "plain") -> list[Said]:
        """Lines of one kind: nothing, one with the label, or the label with the lines under it."""
        held, said = tuple(lines), self.say(label)
        if len(held) == 1:
            return [msgspec.structs.replace(held[0], label=said)]
        return [Said("", label=said, tone=tone, under=held)] if held else []

    def heading(self, level: int, what: Text, anchor: str = "", *, name: str = "") -> None:
        """Begin a part, and remember its name (else its words) for `first`."""
        said = self.say(what)
        self.part = name or unmarked(said)
        self.blocks.append(Heading(level, said, anchor))

    def paragraph(self, what: Text | str, citations: Iterable[Citation] = (), *, tone: Tone = "plain") -> None:
        """One line on its own."""
        self.blocks.append(Paragraph(self.line(what, citations, tone=tone)))

    def bullets(self, lines: Iterable[Said]) -> None:
        """Lines that belong together; nothing if there are none."""
        held = tuple(lines)
        if held:
            self.blocks.append(Bullets(held))

    def fold(self, what: Text, inside: "Writer", *, closed: bool = False) -> None:
        """What another writer (made by `inner`) collected, to be folded away; nothing if it is empty."""
        if inside.blocks:
            self.blocks.append(Fold(self.say(what), tuple(inside.blocks), closed))

    def inner(self, what: Text) -> "Writer":
        """A writer for the part `what` that shares the numbering of sources and what was told."""
        other = Writer(self.say.language, self.quoted)
        other.say = self.say
        other.bodies, other.remedies, other.later = self.bodies, self.remedies, self.later
        other.told, other._sources, other.part = self.told, self._sources, unmarked(self.say(what))
        return other

    def document(self, title: Text) -> Document:
        """The page so far."""
        language = self.say.language
        said = unmarked(self.say(title))
        top = 1 if self.blocks and isinstance(self.blocks[0], Heading) else 0
        blocks = [*self.blocks[:top], *self._machine_made(), *self.blocks[top:]]
        sources = tuple(Source(held[0], self._quotes(held)) for held in self._sources.values())
        return Document(said, language, direction(language), tuple(blocks), sources, short=self.short)

    def _machine_made(self) -> list[Block]:
        """That a machine translated the page, or some of it, and no reader of the language has checked it."""
        if not self.say.machine:
            return []
        return [
            Paragraph(self.line(text("page.machine-made", language=TongueName(self.say.language)), tone="unknown"))
        ]

    def _quotes(self, held: Iterable[Citation]) -> tuple[str, ...]:
        """What is quoted of them, each once; not what stands within another quote."""
        says = dict.fromkeys(one.says for one in held if self.quoted is None or one in self.quoted)
        return tuple(one for one in says if not any(one != other and one in other for other in says))


def with_under(line: Said, under: Iterable[Said]) -> Said:
    """The line with others that belong to it."""
    return msgspec.structs.replace(line, under=(*line.under, *under))


def see(page: Writer, where: str) -> Text:
    """Where something was told before: above in this part, or in another that is named."""
    if where == page.part:
        return text("see.above")
    return text("see", where=where)
