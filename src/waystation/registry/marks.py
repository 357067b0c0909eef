"""The second, marked parse of a YAML file: slow, read only to say on which line something stands."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from waystation.errors import Key, WaystationError

LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
"""The one in C is ten times as fast, where it is there."""


class Lines:
    """The lines on which the values of one file begin, read once for many faults."""

    def __init__(self, words: str) -> None:
        self._root = compose(words)

    def of(self, path: Sequence[Key]) -> int | None:
        """The line of the value at `path` (for a missing key: of its mapping); None if nothing can be read."""
        if self._root is None:
            return None
        node, line = self._root, int(self._root.start_mark.line) + 1
        for key in path:
            found = _child(node, key)
            if found is None:
                break
            line, node = found
        return line


def line_of(words: str, path: Sequence[Key]) -> int | None:
    """The line of one value."""
    return Lines(words).of(path)


def located(fault: WaystationError, file: Path | str, words: str) -> WaystationError:
    """The same fault, with file and line."""
    line = line_of(words, fault.path)
    fault.where = f"{file}:{line}" if line else str(file)
    return fault


def compose(words: str) -> yaml.Node | None:
    """The nodes of the file; None if it is empty or cannot be read."""
    try:
        return yaml.compose(words, Loader=LOADER)
    except (yaml.YAMLError, RecursionError):
        return None


def _child(node: yaml.Node, key: Key) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == str(key):
                return name.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key].start_mark.line + 1, node.value[key]
    return None


def line_of_fault(words: str) -> int | None:
    """The line where this parser stumbles too, or where a second document begins; None if neither."""
    begun = 0
    try:
        for event in yaml.parse(words, Loader=yaml.SafeLoader):
            begun += isinstance(event, yaml.DocumentStartEvent)
            if begun > 1:
                return _line(event)
    except yaml.MarkedYAMLError as fault:
        return fault.problem_mark.line + 1 if fault.problem_mark else None
    except yaml.YAMLError:
        return None
    return None


def _line(event: yaml.Event) -> int | None:
    return event.start_mark.line + 1 if event.start_mark else None


def line_of_alias(words: str) -> int | None:
    """The line of the first alias (`*name`); None if there is none before the parser stumbles."""
    try:
        for event in yaml.parse(words, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                return _line(event)
    except yaml.YAMLError:
        return None
    return None


def line_of_repeated_key(words: str) -> int | None:
    """The line on which a key stands for the second time in its mapping."""
    return next(_repeated(compose(words)), None)


def _repeated(node: yaml.Node | None) -> Iterator[int]:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for name, value in node.value:
            spelled = str(name.value)
            if spelled in seen:
                yield name.start_mark.line + 1
            seen.add(spelled)
            yield from _repeated(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _repeated(value)
