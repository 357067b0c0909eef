"""YAML 1.2 without surprises: `NO` stays Norway, repeated keys and bombs are refused, faults have a line."""

import re
from math import isfinite
from pathlib import Path
from typing import Any

import ryaml
import yaml as marked

from waystation.errors import Key, ShapeError
from waystation.registry.marks import (
    compose,
    line_of_alias,
    line_of_fault,
    line_of_repeated_key,
    located,
)  # fmt: skip

ALIAS = re.compile(r"(?:^|[\s\[{,:])\*\S", re.MULTILINE)
"""What may be an alias. A few aliases of aliases grow into gigabytes, and nothing of ours needs one."""
BRACKET = re.compile(r"[][{}\n]")
DUPLICATE = re.compile(r'duplicate entry .*?"(.*?)"')
LINE = re.compile(r"at line (\d+)")
POSITION = re.compile(r"at position (\d+)")
DEEPEST = 100
LARGEST = 1_000_000
"""Bytes. No file of ours comes near; more is noise, or meant to hurt."""


def read_yaml(file: Path) -> Any:
    """The plain values of one file. Raises ShapeError with file and line."""
    return parse_yaml(read_text(file), str(file))


def read_text(file: Path) -> str:
    """The text of a file of ours. Raises ShapeError if it is too large, no text, or cannot be read."""
    try:
        if file.stat().st_size > LARGEST:
            raise ShapeError("error.file-too-large", where=str(file), most=LARGEST)
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise ShapeError("error.not-text", where=str(file)) from None
    except OSError as fault:
        raise ShapeError("error.cannot-read", where=str(file), why=fault.strerror) from None


def parse_yaml(words: str, name: str) -> Any:
    """The plain values of `words`. Raises ShapeError with name and line."""
    deep = _line_too_deep(words)
    if deep is not None:
        raise ShapeError("error.too-deep", where=f"{name}:{deep}")
    alias = line_of_alias(words) if ALIAS.search(words) else None
    if alias is not None:
        raise ShapeError("error.alias", where=f"{name}:{alias}")
    try:
        plain = ryaml.loads(words)
    except ValueError as fault:
        raise _told(str(fault), words, name) from None
    _usable(plain, words, name, ())
    return plain


def _line_too_deep(words: str) -> int | None:
    """The line on which brackets are nested too deeply. Parsers take quadratic time over deep nesting."""
    depth, line = 0, 1
    for one in BRACKET.findall(words):
        if one == "\n":
            line += 1
            continue
        depth += 1 if one in "[{" else -1
        if depth > DEEPEST:
            return line
    return None


def _told(says: str, words: str, name: str) -> ShapeError:
    """The parser's fault with its line, and in plain words where it is one of the usual ones."""
    line = _written_line(says, words)
    twice = DUPLICATE.search(says)
    if twice:
        return ShapeError("error.key-twice", where=f"{name}:{line_of_repeated_key(words) or line}", key=twice[1])
    if "recursion limit" in says:
        return ShapeError("error.too-deep", where=f"{name}:{line or 1}")
    where = f"{name}:{line_of_fault(words) or line or 1}"
    if "one document" in says:
        return ShapeError("error.two-documents", where=where)
    if line and words.splitlines()[line - 1 : line] and words.splitlines()[line - 1].lstrip(" ")[:1] == "\t":
        return ShapeError("error.tab", where=where)
    return ShapeError("error.not-yaml", where=where, why=says[:120])


def _written_line(says: str, words: str) -> int | None:
    """The line that the parser names, by number or by position."""
    position = POSITION.search(says)
    if position:
        return words.count("\n", 0, int(position[1])) + 1
    line = LINE.search(says)
    return int(line[1]) if line else None


def _usable(plain: object, words: str, name: str, path: tuple[Key, ...]) -> None:
    """Names are text and numbers are numbers. Raises ShapeError."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            if not isinstance(key, str):
                fault = ShapeError("error.key-not-text", path=(*path, str(key)), found=str(key)[:40])
                raise located(fault, name, words)
            _usable(value, words, name, (*path, key))
    elif isinstance(plain, list):
        for place, value in enumerate(plain):
            _usable(value, words, name, (*path, place))
    elif isinstance(plain, float) and not isfinite(plain):
        raise located(ShapeError("error.not-finite", path=path), name, words)


def with_key(words: str, key: str, value: Any) -> str:
    """The text of a mapping with `key` set to `value`; every other line, comments included, stays as it is."""
    spelled = marked.safe_dump(
        {key: value},
        default_flow_style=None if isinstance(value, dict) else False,
        sort_keys=False,
        allow_unicode=True,
        width=100,
    )
    node = compose(words)
    lines = words.splitlines(keepends=True)
    for name, held in node.value if isinstance(node, marked.MappingNode) else []:
        if name.value == key:
            first, last = name.start_mark.line, held.end_mark.line + (held.end_mark.column > 0)
            while last > first + 1 and lines[last - 1].lstrip()[:1] in ("", "#"):
                last -= 1  # a block ends where the next begins: comments between belong to neither
            return "".join((*lines[:first], spelled, *lines[last:]))
    end = "" if not words or words.endswith("\n") else "\n"
    return f"{words}{end}{spelled}"
