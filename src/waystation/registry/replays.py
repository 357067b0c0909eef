"""Files of past cases → Replay values."""

from collections.abc import Iterator
from pathlib import Path

from waystation.core.facts import Vocabulary
from waystation.core.replays import Replay
from waystation.registry.scenarios import read_tests


def read_replays(folder: Path, vocabulary: Vocabulary) -> Iterator[tuple[Path, Replay]]:
    """Every past case below `folder`, in order of their files. Raises ShapeError with file, line and field."""
    return read_tests(folder, Replay, vocabulary)
