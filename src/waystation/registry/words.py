"""Words of the knowledge in other languages: `words/<language>/<kind>.yaml` → English sentence → translation.

A sentence is found by its English. Where the English changed, nothing is found, and English is shown.
"""

import datetime as dt
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from waystation.core.codec import from_plain
from waystation.core.tongues import Translation
from waystation.errors import ShapeError
from waystation.registry.marks import located
from waystation.registry.read import KINDS, LISTS
from waystation.registry.yaml import parse_yaml, read_text

FOLDER, OPTIONS = "words", "options"
TRANSLATED = (*LISTS, *KINDS, OPTIONS)
"""What a file of words may speak of: records of one kind, or options by how they are spelled."""
HIDDEN = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
"""Kinds of characters that nobody sees, or that turn the words around them."""
STOPS = ".\u3002\u06d4"
"""Full stops."""
JOINERS = "\u200c\u200d"
"""Unseen too, but Persian is not spelled without them."""


class Signed(Struct, frozen=True, forbid_unknown_fields=True):
    """Who answers for the words of a file, and since when."""

    by: str
    on: dt.date


class WordsFile(Struct, frozen=True, forbid_unknown_fields=True):
    """One file: by record, each English sentence and beside it its translation."""

    language: str
    words: dict[str, dict[str, str]]
    signed: Signed | None = None

    def pairs(self) -> Iterator[tuple[str, str, str, str]]:
        """Record, field, English, translation (empty: not yet made)."""
        for id, fields in self.words.items():
            for field, english in fields.items():
                if not field.endswith(f".{self.language}"):
                    yield id, field, english, fields.get(f"{field}.{self.language}", "")


def read_words(folders: Sequence[Path], language: str) -> dict[str, Translation]:
    """What sentences are called in a language. Raises ShapeError with file, line and field.

    Of two translations of one sentence a signed one counts more, then that of the later folder. Nothing is kept
    parsed: it would save little, and tell which language somebody reads.
    """
    table: dict[str, Translation] = {}
    for file in (file for base in bases(folders, language) for file in sorted(base.rglob("*.yaml"))):
        told = read_file(file, language)
        for _, _, english, words in told.pairs():
            before = table.get(english)
            if words and not (before and before.signed and not told.signed):
                table[english] = Translation(words, signed=told.signed is not None)
    return {**_without_stop(table), **table}


def _without_stop(table: Mapping[str, Translation]) -> dict[str, Translation]:
    """The same sentences as they stand within another, without the full stop at their end."""
    return {
        english.rstrip("."): Translation(one.words.rstrip(STOPS), signed=one.signed)
        for english, one in table.items()
        if english.endswith(".")
    }


def languages(folder: Path) -> list[str]:
    """The languages for which a folder of knowledge has words."""
    return sorted(one.name for one in (folder / FOLDER).glob("*") if one.is_dir())


def bases(folders: Sequence[Path], language: str) -> list[Path]:
    """The folders with words of a language. In each `<kind>.yaml`, or any file in a folder `<kind>/`."""
    return [folder / FOLDER / language for folder in folders if language in languages(folder)]


def kind_of(file: Path, base: Path) -> str:
    """Of which kind of record a file of a language's folder speaks, by its name or that of its folder."""
    return next(iter(file.relative_to(base).parts), "").removesuffix(".yaml")


def read_file(file: Path, language: str) -> WordsFile:
    """One file of words. Raises ShapeError with file, line and field."""
    words = read_text(file)
    plain = parse_yaml(words, str(file))
    try:
        told = from_plain(plain, WordsFile, {})
        fault = _fault(told, language)
        if fault is not None:
            raise fault
    except ShapeError as fault:
        raise located(fault, file, words) from None
    return told


def _fault(told: WordsFile, language: str) -> ShapeError | None:
    """Why this file may not be used, if so."""
    if told.language != language:
        return ShapeError("error.words-language", path=("language",), found=told.language, folder=language)
    for id, fields in told.words.items():
        for field, words in fields.items():
            hidden = hidden_in(words)
            if hidden:
                return ShapeError("error.words-hidden", path=("words", id, field), code=f"U+{ord(hidden):04X}")
            english = field.removesuffix(f".{language}")
            if english not in fields:
                return ShapeError("error.words-no-english", path=("words", id, field), field=english)
    return None


def hidden_in(words: str) -> str:
    """The first character that nobody sees or that turns words around; nothing if there is none."""
    return next((one for one in words if one not in JOINERS and unicodedata.category(one) in HIDDEN), "")
