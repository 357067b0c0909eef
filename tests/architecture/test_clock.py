"""The day, chance, the environment and the network are arguments. Only the doors and net look them up."""

import ast
from collections.abc import Iterable

import pytest

from tests.architecture.tree import Module, modules, planted

# These may: the doors know the day, net opens connections. (The vault draws chance from libsodium.)
MAY = ("waystation.cli", "waystation.web", "waystation.net", "waystation.__main__")

MODULES = {
    "asyncio", "http.client", "http.server", "random", "secrets", "smtplib", "socket", "ssl", "time",
    "urllib.request", "uuid",
}  # fmt: skip
NAMES = {
    "date.today", "datetime.now", "datetime.today", "datetime.utcnow", "datetime.fromtimestamp", "os.environ",
    "os.environb", "os.getenv", "os.urandom", "os.getrandom", "os.cpu_count", "os.getlogin", "os.times",
    "locale.getlocale", "locale.getdefaultlocale", "Path.home", "Path.cwd", "os.getcwd",
}  # fmt: skip


def test_nothing_inside_reads_the_clock_the_environment_or_chance():
    assert looks(modules()) == []


@pytest.mark.parametrize(
    "line",
    [
        "import time",
        "import random as r",
        "from secrets import token_hex",
        "import urllib.request",
        "from urllib import request",
        "from os import environ",
        "import os\nx = os.environ['HOME']",
        "import os\nx = os.getenv('HOME')",
        "import datetime as dt\nx = dt.date.today()",
        "from datetime import datetime\nx = datetime.now()",
        "from datetime import date as day\nx = day.today()",
    ],
)
def test_a_look_is_seen(line):
    assert len(looks([planted(line)])) == 1


@pytest.mark.parametrize("line", ["import os\nx = os.path", "from urllib.parse import urlsplit", "x = plan.today"])
def test_harmless_lines_are_no_look(line):
    assert looks([planted(line)]) == []


def test_a_door_may_look():
    assert looks([planted("import time", "cli/planted.py")]) == []


def looks(among: Iterable[Module]) -> list[str]:
    return [
        f"{module.place}:{line} {name}"
        for module in among
        if not module.name.startswith(MAY)
        for line, name in [*imports(module.tree), *attributes(module.tree)]
    ]


def imports(tree: ast.AST) -> Iterable[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names if is_banned(alias.name))
        elif isinstance(node, ast.ImportFrom) and is_banned(node.module or ""):
            yield node.lineno, str(node.module)
        elif isinstance(node, ast.ImportFrom):
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from ((node.lineno, name) for name in whole if is_banned(name) or name in NAMES)


def is_banned(name: str) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in MODULES)


def attributes(tree: ast.AST) -> Iterable[tuple[int, str]]:
    renamed = {
        alias.asname: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
        if alias.asname
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            name = f"{renamed.get(owner, owner)}.{node.attr}"
            if name in NAMES:
                yield node.lineno, name
