"""The docs cannot lie about what can be typed and where a link leads."""

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from tests.architecture.tree import ROOT, tracked
from waystation.cli.app import app

CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
OURS = ("waystation", "make")


def test_every_command_shown_can_be_typed():
    assert [fault for page in pages() for fault in faults(page.read_text("utf-8"), near(page))] == []


def test_the_readme_shows_the_two_commands():
    shown = list(commands((ROOT / "README.md").read_text("utf-8")))
    assert ["make", "plan"] in shown
    assert ["make", "test"] in shown


def test_every_command_is_shown_somewhere():
    shown = [" ".join(words) for page in pages() for words in commands(page.read_text("utf-8"))]
    missing = [path for path in leaves() if not any(line.startswith(f"waystation {path}") for line in shown)]
    assert missing == []


def test_every_link_between_pages_leads_somewhere():
    assert [fault for page in pages() for fault in dead_links(page, page.read_text("utf-8"))] == []


def test_no_page_says_simply():
    said = re.compile(r"\b(simply|obviously|just)\b", re.IGNORECASE)
    pages_of_ours = [page for page in pages() if not page.is_relative_to(ROOT / "docs" / "decisions")]
    assert [near(page) for page in pages_of_ours if said.search(prose(page.read_text("utf-8")))] == []


# Each of these tests can fail.


@pytest.mark.parametrize("line", ["make plum", "make test plum"])
def test_a_target_that_does_not_exist_is_seen(line):
    assert faults(f"```console\n$ {line}\n```\n", "page") == [f"page: {line}: make knows no plum"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("waystation fly case.yaml", "no command fly"),
        ("waystation registry burn", "no command burn"),
        ("waystation plan case.yaml --fast", "no option --fast"),
        ("waystation plan case.yaml \\\n    --fast", "no option --fast"),
    ],
)
def test_a_command_that_does_not_exist_is_seen(line, why):
    assert len(faults(f"```console\n$ {line}\n```\n", "page")) == 1
    assert why in faults(f"```console\n$ {line}\n```\n", "page")[0]


def test_a_dead_link_and_a_dead_anchor_are_seen():
    text = "[a](nowhere.md) [b](README.md#nothing-here) [c](README.md)"
    assert dead_links(ROOT / "README.md", text) == ["README.md: nowhere.md", "README.md: README.md#nothing-here"]


def pages() -> list[Path]:
    return [path for path in tracked() if path.suffix == ".md"]


def near(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def prose(text: str) -> str:
    return re.sub(r"^```.*?^```|`[^`]*`", "", text, flags=re.MULTILINE | re.DOTALL)


def commands(text: str) -> Iterator[list[str]]:
    """The lines of console blocks that begin with a dollar and one of our commands, each as its words."""
    for block in CONSOLE.findall(text):
        for line in block.replace("\\\n", " ").splitlines():
            words = shlex.split(line.removeprefix("$ "), comments=True) if line.startswith("$ ") else []
            if words and words[0] in OURS:
                yield words


def faults(text: str, where: str) -> list[str]:
    found = [(words, fault_of(words)) for words in commands(text)]
    return [f"{where}: {' '.join(words)}: {fault}" for words, fault in found if fault]


def fault_of(words: list[str]) -> str | None:
    if words[0] == "make":
        unknown = [word for word in words[1:] if "=" not in word and word not in targets()]
        return f"make knows no {unknown[0]}" if unknown else None
    return fault_of_ours(cli(), words[1:])


@cache
def targets() -> frozenset[str]:
    return frozenset(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


@cache
def cli() -> Any:
    """The tree of commands behind `waystation`."""
    return get_command(app)


def fault_of_ours(command: Any, words: list[str]) -> str | None:
    options = {"--help"}
    while True:
        options |= {name for option in command.params for name in (*option.opts, *option.secondary_opts)}
        below = getattr(command, "commands", {})
        if not below or not words or words[0].startswith("-"):
            break
        if words[0] not in below:
            return f"no command {words[0]}"
        command, words = below[words[0]], words[1:]
    unknown = [word for word in words if word.startswith("-") and word.split("=")[0] not in options]
    return f"no option {unknown[0]}" if unknown else None


def leaves(command: Any = None, path: str = "") -> list[str]:
    command = command or cli()
    below = getattr(command, "commands", {})
    if not below:
        return [path] if path else []
    return [
        leaf for name, one in below.items() if not one.hidden for leaf in leaves(one, f"{path} {name}".strip())
    ]


def dead_links(page: Path, text: str) -> list[str]:
    return [f"{near(page)}: {link}" for link in LINK.findall(prose(text)) if not leads(page, link)]


def leads(page: Path, link: str) -> bool:
    if re.match(r"[a-z]+:", link):
        return True
    file, _, anchor = link.partition("#")
    target = (page.parent / file).resolve() if file else page
    if not target.exists():
        return False
    return not anchor or anchor in anchors(target)


def anchors(page: Path) -> set[str]:
    headings = HEADING.findall(page.read_text("utf-8")) if page.is_file() else []
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}
