"""YAML 1.2 without surprises: `NO` stays Norway, duplicate keys and bombs are refused, faults have a line."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ryaml
import yaml as marks

from waystation.errors import Key, ShapeError, WaystationError

BRACKET = re.compile(r"[][{}]")
DEEPEST = 100
LARGEST = 1_000_000
"""Bytes. No file of ours comes near; more is noise, or meant to hurt."""


def read_yaml(file: Path) -> Any:
    """The plain values of one file. Raises ShapeError with file and line."""
    try:
        if file.stat().st_size > LARGEST:
            raise ShapeError("error.file-too-large", where=str(file), most=LARGEST)
        return parse_yaml(file.read_text("utf-8"), str(file))
    except UnicodeDecodeError:
        raise ShapeError("error.not-text", where=str(file)) from None
    except OSError as fault:
        raise ShapeError("error.cannot-read", where=str(file), why=fault.strerror) from None


def parse_yaml(words: str, name: str) -> Any:
    """The plain values of `words`. Raises ShapeError with name and line."""
    if _depth(words) > DEEPEST:
        raise ShapeError("error.too-deep", where=name)
    try:
        return ryaml.loads(words)
    except ryaml.InvalidYamlError as fault:
        line = _line_of_fault(words)
        where = f"{name}:{line}" if line else name
        raise ShapeError("error.not-yaml", where=where, why=str(fault)[:120]) from None


def _depth(words: str) -> int:
    """How deep brackets are nested, at most. Parsers take quadratic time over deep nesting."""
    depth = deepest = 0
    for bracket in BRACKET.findall(words):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _line_of_fault(words: str) -> int | None:
    """The line where the second parser stumbles too; None if it does not."""
    try:
        for _ in marks.parse(words, Loader=marks.SafeLoader):
            pass
    except marks.MarkedYAMLError as fault:
        return fault.problem_mark.line + 1 if fault.problem_mark else None
    except marks.YAMLError:
        return None
    return None


def line_of(words: str, path: Sequence[Key]) -> int | None:
    """The line on which the value at `path` begins (for a missing key: its mapping). Read only after a fault."""
    return Lines(words).of(path)


class Lines:
    """The lines on which the values of one file begin, read once for many faults."""

    def __init__(self, words: str) -> None:
        try:
            self._root = marks.compose(words, Loader=marks.SafeLoader)
        except (marks.YAMLError, RecursionError):
            self._root = None

    def of(self, path: Sequence[Key]) -> int | None:
        """The line of the value at `path`; None if the file cannot be read."""
        if self._root is None:
            return None
        node, line = self._root, int(self._root.start_mark.line) + 1
        for key in path:
            found = _child(node, key)
            if found is None:
                break
            line, node = found
        return line


def _child(node: marks.Node, key: Key) -> tuple[int, marks.Node] | None:
    if isinstance(node, marks.MappingNode):
        for name, value in node.value:
            if name.value == str(key):
                return name.start_mark.line + 1, value
    if isinstance(node, marks.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key].start_mark.line + 1, node.value[key]
    return None


def located(fault: WaystationError, file: Path | str, words: str) -> WaystationError:
    """The same fault, with file and line."""
    line = line_of(words, fault.path)
    fault.where = f"{file}:{line}" if line else str(file)
    return fault


def with_key(words: str, key: str, value: Any) -> str:
    """The text of a mapping with `key` set to `value`; every other line, comments included, stays as it is."""
    spelled = marks.safe_dump(
        {key: value},
        default_flow_style=None if isinstance(value, dict) else False,
        sort_keys=False,
        allow_unicode=True,
        width=100,
    )
    node = marks.compose(words, Loader=marks.SafeLoader)
    lines = words.splitlines(keepends=True)
    for name, held in node.value if isinstance(node, marks.MappingNode) else []:
        if name.value == key:
            first, last = name.start_mark.line, held.end_mark.line + (held.end_mark.column > 0)
            while last > first + 1 and lines[last - 1].lstrip()[:1] in ("", "#"):
                last -= 1  # a block ends where the next begins: comments between belong to neither
            return "".join((*lines[:first], spelled, *lines[last:]))
    end = "" if not words or words.endswith("\n") else "\n"
    return f"{words}{end}{spelled}"
