"""Files parsed before: their plain values by the hash of the text, so that no text is parsed twice.

What is kept was read from public knowledge only, and is checked for its shape again each time it is used.
"""

import hashlib
from pathlib import Path
from typing import Any

import msgspec

from waystation.errors import CaseError
from waystation.files import keep_whole
from waystation.registry import yaml
from waystation.registry.yaml import parse_yaml


class Kept:
    """Parsed files of one folder. Losing the file, or a damaged one, costs time and nothing else."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._before = _read(file) if file else {}
        self._now: dict[str, Any] = {}

    def parse(self, words: str, name: str) -> Any:
        """As parse_yaml: the plain values of `words`. Raises ShapeError with name and line."""
        key = hashlib.blake2b(words.encode(), digest_size=16).hexdigest()
        plain = self._before[key] if key in self._before else parse_yaml(words, name)
        self._now[key] = plain
        return plain

    def save(self) -> None:
        """Keep what was parsed in this pass, if it differs. A folder that cannot be written is no fault."""
        if self._file is None or self._now.keys() == self._before.keys():
            return
        try:
            keep_whole(self._file, msgspec.msgpack.encode(self._now))
        except CaseError:
            return


def kept_name() -> str:
    """A file name apart for each way of parsing, so that a newer parser starts anew."""
    way = hashlib.blake2b(Path(yaml.__file__).read_bytes(), digest_size=6).hexdigest()
    return f"parsed-{way}.msgpack"


def _read(file: Path) -> dict[str, Any]:
    try:
        return msgspec.msgpack.decode(file.read_bytes(), type=dict[str, Any])
    except (OSError, msgspec.DecodeError):
        return {}
