"""A document for a terminal or a plain file."""

import io

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text as Line

from waystation.core.findings import Citation
from waystation.core.texts import Text, Words, text
from waystation.papers.document import Block, Bullets, Document, Fold, Heading, Paragraph, Said, Table
from waystation.say import Say

STYLES = {
    "danger": "bold red", "deadline": "bold yellow", "irreversible": "bold magenta", "question": "cyan",
    "unknown": "yellow", "muted": "dim",
}  # fmt: skip
MARKS = {"danger": "!", "deadline": "»", "irreversible": "‼", "question": "?", "unknown": "~"}
"""So that the tone is not said by colour alone."""


def to_text(document: Document, *, width: int = 100, colour: bool = False) -> str:
    """The page as text of at most `width` columns; with `colour`, for a terminal."""
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, color_system="standard" if colour else None,
        highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    for block in document.blocks:
        _print(console, block)
    say = Say(document.language)
    if document.sources:
        console.print()
        console.print(Rule(say(text("page.sources")), align="left"))
    for number, source in enumerate(document.sources, start=1):
        console.print(Padding(Line(f"[{number}] {source_words(source, say)}"), (0, 0, 0, 0)))
    lines = (line.rstrip() for line in out.getvalue().splitlines())
    return "\n".join(lines).strip("\n") + "\n"


def _print(console: Console, block: Block) -> None:
    match block:
        case Heading(level, words):
            console.print()
            small = 3
            console.print(Rule(words, align="left") if level < small else Line(words, style="bold"))
        case Paragraph(line):
            console.print(_line(line))
        case Bullets(lines):
            for line in lines:
                console.print(Padding(_line(line, bullet=True), (0, 0, 0, 2)))
        case Table():
            console.print(_grid(block))
        case Fold(words, blocks):
            console.print()
            console.print(Line(words, style="bold"))
            for inner in blocks:
                _print(console, inner)


def _line(line: Said, *, bullet: bool = False) -> Line:
    mark = MARKS.get(line.tone, "-" if bullet else "")
    label = f"{line.label}: " if line.label else ""
    numbers = f" [{', '.join(map(str, line.sources))}]" if line.sources else ""
    whole = Line(f"{mark} " if mark else "")
    return whole.append(f"{label}{line.words}", style=STYLES.get(line.tone, "")).append(numbers, style="dim")


def _grid(table: Table) -> Grid:
    grid = Grid(show_lines=True)
    for name in table.head:
        grid.add_column(name, overflow="fold")
    for row in table.rows:
        grid.add_row(*row)
    return grid


def source_words(source: Citation, say: Say) -> str:
    """A source as it is printed: who, what, when, seen how, and its words."""
    return say(source_text(source))


def source_text(source: Citation) -> Text:
    """The same as a message."""
    published = text("source.published", day=Words(source.published)) if source.published else text("word.nothing")
    return text(
        "source.line",
        publisher=Words(source.publisher), title=Words(source.title or source.record),
        official=text("source.official" if source.official else "source.not-official"),
        published=published, checked=source.checked, seen=text(f"source.seen-{source.seen}"),
        says=Words(source.says), url=Words(source.url or ""),
    )  # fmt: skip
