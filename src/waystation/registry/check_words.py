"""What is wrong with the words of other languages: files that cannot be read, and translations of what changed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from waystation.core.cards import Remark
from waystation.core.knowledge import Knowledge
from waystation.core.texts import Text, Words, text
from waystation.errors import ShapeError
from waystation.registry.lines import Places
from waystation.registry.read import NAMES
from waystation.registry.wanted import as_said, every
from waystation.registry.words import FOLDER, OPTIONS, TRANSLATED, WordsFile, kind_of, read_file

NUMBER = re.compile(r"\d+")


class Read:
    """The files of words of some folders that can be read, and the faults of the others."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.files: list[tuple[Path, str, WordsFile]] = []
        self.faults: list[ShapeError] = []
        for folder in folders:
            for file in sorted((folder / FOLDER).rglob("*.yaml")):
                self._read(file, folder)

    def _read(self, file: Path, folder: Path) -> None:
        language = file.relative_to(folder / FOLDER).parts[0]
        kind = kind_of(file, folder / FOLDER / language)
        if kind not in TRANSLATED:
            fault = ShapeError("error.words-kind", where=f"{file}:1", found=kind, known=", ".join(TRANSLATED))
            self.faults.append(fault)
            return
        try:
            self.files.append((file, kind, read_file(file, language)))
        except ShapeError as fault:
            self.faults.append(fault)


def doubts(read: Read, knowledge: Knowledge, where: Places) -> Iterator[Remark]:
    """Translations that are not used, or that say something else than the English."""
    now = {one.key: one.english for one in every(knowledge)}
    readable = {(kind, id) for kind, id, _ in now}
    seen: dict[tuple[str, str], tuple[str, Path]] = {}
    for file, kind, told in read.files:
        for id, field, english, words in told.pairs():
            broken = (kind, id) not in readable and where.holds(NAMES.get(kind, ""), id)
            if id in knowledge.layers or broken:
                continue
            path = ("words", id, field)
            says = as_said(id) if kind == OPTIONS else now.get((kind, id, field))
            doubt = _doubt(english, words, says)
            if doubt is None and words:
                other, first = seen.setdefault((told.language, english), (words, file))
                doubt = text("check.words-two", other=Words(first.name)) if other != words else None
            if doubt is not None:
                yield Remark(where=where.line(file, path), text=doubt)


def _doubt(english: str, words: str, says: str | None) -> Text | None:
    if says is None:
        return text("check.words-nowhere")
    if says != english:
        return text("check.words-stale")
    lost = Counter(numbers(english)) - Counter(numbers(words)) if words else None
    return text("check.words-numbers", numbers=Words(", ".join(map(str, sorted(lost))))) if lost else None


def numbers(words: str) -> list[int]:
    """The numbers in a sentence, in whichever figures they are written."""
    return [int(one) for one in NUMBER.findall(words)]
