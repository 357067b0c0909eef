"""Files of tests, one in each → values; scenarios among them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, TypeVar

from waystation.core.codec import from_plain
from waystation.core.facts import Vocabulary
from waystation.core.scenarios import Scenario
from waystation.errors import ShapeError
from waystation.registry.marks import located
from waystation.registry.yaml import parse_yaml, read_text

FOLDER = "scenarios"


class Named(Protocol):
    """A test that stands in a file of its own name."""

    @property
    def id(self) -> str:
        """The name."""


T = TypeVar("T", bound=Named)


def read_scenarios(folder: Path, vocabulary: Vocabulary) -> Iterator[tuple[Path, Scenario]]:
    """Every scenario below `folder`, in order of their files. Raises ShapeError with file, line and field."""
    return read_tests(folder, Scenario, vocabulary)


def read_tests(folder: Path, kind: type[T], vocabulary: Vocabulary) -> Iterator[tuple[Path, T]]:
    """Every file of this kind below `folder`. Raises ShapeError with file, line and field."""
    if not folder.is_dir():
        raise ShapeError("error.no-folder", where=str(folder))
    for file in sorted(folder.rglob("*.yaml")):
        words = read_text(file)
        plain = parse_yaml(words, str(file))
        try:
            test = from_plain(plain, kind, vocabulary)
            if test.id != file.stem:
                raise ShapeError("error.id-is-name", path=("id",), found=test.id)
        except ShapeError as fault:
            raise located(fault, file, words) from None
        yield file, test
