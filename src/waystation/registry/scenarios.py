"""Scenario files → Scenario values."""

from collections.abc import Iterator
from pathlib import Path

from waystation.core.codec import from_plain
from waystation.core.facts import Vocabulary
from waystation.core.scenarios import Scenario
from waystation.errors import ShapeError
from waystation.registry.marks import located
from waystation.registry.yaml import parse_yaml, read_text

FOLDER = "scenarios"


def read_scenarios(folder: Path, vocabulary: Vocabulary) -> Iterator[tuple[Path, Scenario]]:
    """Every scenario below `folder`, in order of their files. Raises ShapeError with file, line and field."""
    if not folder.is_dir():
        raise ShapeError("error.no-folder", where=str(folder))
    for file in sorted(folder.rglob("*.yaml")):
        words = read_text(file)
        plain = parse_yaml(words, str(file))
        try:
            scenario = from_plain(plain, Scenario, vocabulary)
            if scenario.id != file.stem:
                raise ShapeError("error.id-is-name", path=("id",), found=scenario.id)
        except ShapeError as fault:
            raise located(fault, file, words) from None
        yield file, scenario
