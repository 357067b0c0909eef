"""A document for a terminal or a plain file."""

import io

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text as Line

from waystation.core.texts import text
from waystation.papers.document import Block, Bullets, Document, Fold, Heading, Paragraph, Said, Table
from waystation.papers.sources import printed, runs, usual_day
from waystation.say import Say, beside, unmarked

STYLES = {
    "danger": "bold red", "deadline": "bold yellow", "irreversible": "bold magenta", "question": "cyan",
    "unknown": "yellow", "muted": "dim",
}  # fmt: skip
MARKS = {"danger": "!", "deadline": "»", "irreversible": "‼", "question": "?", "unknown": "~"}
"""So that the tone is not said by colour alone."""
INDENT, RULED = 2, 3
"""Columns for each level of lines; headings up to this level have a rule."""


def to_text(document: Document, *, width: int = 100, colour: bool = False) -> str:
    """The page as text of at most `width` columns; with `colour`, for a terminal."""
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, color_system="standard" if colour else None,
        highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    for block in document.blocks:
        _print(console, block)
    _sources(console, document)
    lines = (line.rstrip() for line in out.getvalue().splitlines())
    return "\n".join(lines).strip("\n") + "\n"


def _print(console: Console, block: Block) -> None:
    match block:
        case Heading(level, words):
            console.print()
            console.print(_rule(words, level) if level <= RULED else Line(unmarked(words), style="bold"))
            _print_beside(console, words)
        case Paragraph(line):
            console.print(_line(line))
        case Bullets(lines):
            _bullets(console, lines, INDENT)
        case Table():
            console.print(_grid(block))
        case Fold(words, blocks):
            console.print()
            console.print(Line(unmarked(words), style="bold"))
            _print_beside(console, words)
            for inner in blocks:
                _print(console, inner)


def _print_beside(console: Console, words: str) -> None:
    """The English of what a machine translated, below it."""
    english = beside(words)
    if english:
        console.print(Line(f"[{english}]", style="dim"))


def _with_english(words: str) -> str:
    """The words, and on the next line the English of what a machine translated."""
    english = beside(words)
    return f"{unmarked(words)}\n[{english}]" if english else unmarked(words)


def _rule(words: str, level: int) -> Rule:
    """The rule under a plan's name is heavier, so that one finds the plans."""
    return Rule(unmarked(words), align="left", characters="━" if level == RULED else "─")


def _bullets(console: Console, lines: tuple[Said, ...], indent: int) -> None:
    for line in lines:
        console.print(Padding(_line(line, bullet=True), (0, 0, 0, indent)))
        _bullets(console, line.under, indent + INDENT)


def _line(line: Said, *, bullet: bool = False) -> Line:
    mark = MARKS.get(line.tone, "-" if bullet else "")
    style = STYLES.get(line.tone, "")
    whole = Line(f"{mark} " if mark else "")
    if line.label:
        whole.append(f"{unmarked(line.label)}: ", style=style or "bold")
    words = line.words + "; ".join(name for name, _ in line.links)
    whole.append(unmarked(words), style="" if line.label else style)
    whole.append(_numbers(line.sources), style="dim")
    english = ": ".join(one for one in (beside(line.label), beside(words)) if one)
    return whole.append(f"\n[{english}]", style="dim") if english else whole


def _numbers(sources: tuple[int, ...]) -> str:
    """` [4, 13-15]`."""
    parts = [str(first) if first == last else f"{first}-{last}" for first, last in runs(sources)]
    return f" [{', '.join(parts)}]" if parts else ""


def _grid(table: Table) -> Grid:
    grid = Grid(show_lines=True)
    grid.add_column("")
    for column in table.head:
        grid.add_column(_with_english(column.words), overflow="fold")
    for row in table.rows:
        grid.add_row(*(_with_english(cell) for cell in row))
    return grid


def _sources(console: Console, document: Document) -> None:
    if not document.sources:
        return
    console.print()
    console.print(Rule(Say(document.language)(text("page.sources")), align="left"))
    usual = usual_day(document)
    console.print(Line(Say(document.language)(text("source.usual", day=usual)), style=STYLES["muted"]))
    for number, one in enumerate(printed(document, usual=usual), start=1):
        title = Line(f"[{number}] {unmarked(one.title)}", style="bold")
        console.print(title.append(f" · {unmarked(one.about)}", style="not bold"))
        for words in (one.says, one.url):
            if words:
                console.print(Padding(Line(unmarked(words)), (0, 0, 0, INDENT * 2)))
