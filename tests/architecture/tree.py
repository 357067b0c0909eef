"""What the architecture tests look at: the files of this checkout, as text and as syntax trees."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "waystation"
DATA = ROOT / "data"

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Literal(NamedTuple):
    """A string in the code, docstrings left out. `words` has a ✱ where an f-string puts a value in.

    `given_as` is the name of the argument it is handed over as, if it is.
    """

    place: str
    words: str
    given_as: str = ""


class Module(NamedTuple):
    path: Path
    text: str
    tree: ast.Module

    @property
    def place(self) -> str:
        return self.path.as_posix().removeprefix(f"{ROOT.as_posix()}/")

    @property
    def name(self) -> str:
        parts = self.path.relative_to(SRC.parent).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def lines(self) -> int:
        return self.text.count("\n")


def read(path: Path, text: str | None = None) -> Module:
    text = path.read_text("utf-8") if text is None else text
    return Module(path, text, ast.parse(text))


def planted(text: str, where: str = "core/planted.py") -> Module:
    """A module that is not there, to show that a test can fail."""
    return read(SRC / where, text)


@cache
def modules(folder: Path = SRC) -> tuple[Module, ...]:
    return tuple(read(path) for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts)


def functions(module: Module) -> Iterator[Function]:
    return (node for node in ast.walk(module.tree) if isinstance(node, Function))


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def docstrings(tree: ast.AST) -> set[int]:
    """The ids of nodes that are statements of their own: docstrings, and notes below an attribute."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def literals(module: Module) -> Iterator[Literal]:
    nodes = list(ast.walk(module.tree))
    inside = docstrings(module.tree)
    inside |= {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    given_as = {id(node.value): node.arg or "" for node in nodes if isinstance(node, ast.keyword)}
    for node in nodes:
        place, name = f"{module.place}:{getattr(node, 'lineno', 0)}", given_as.get(id(node), "")
        if isinstance(node, ast.JoinedStr):
            yield Literal(place, joined(node), name)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield Literal(place, node.value, name)


def joined(node: ast.JoinedStr) -> str:
    return "".join(part.value if isinstance(part, ast.Constant) else "✱" for part in node.values)


@cache
def tracked() -> tuple[Path, ...]:
    """The files that belong to the repository. Without git, whatever is there and not hidden."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode != 0:
        return tuple(path for path in sorted(ROOT.rglob("*")) if path.is_file() and not hidden(path))
    return tuple(ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file())


def hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(ROOT).parts[:-1])
