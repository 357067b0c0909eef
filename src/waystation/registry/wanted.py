"""Which sentences a language needs, which it has, and files in which a translator only has to fill in the rest."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import yaml
from msgspec import Struct

from waystation.core.cards import Untranslated
from waystation.core.facts import FactType
from waystation.core.knowledge import Knowledge
from waystation.core.practices import Practice
from waystation.registry import read
from waystation.registry.parts import parts
from waystation.registry.sentences import SPOKEN, sentences
from waystation.registry.words import OPTIONS, kind_of, read_file

WHOLE = {"facts": ("label", "ask", "why", "changes"), "dangers": ("title", "summary", "levels"),
         "remedies": ("title", "does", "summary"), "doors": ("title", "summary")}  # fmt: skip
"""Kinds of which a reader may see every record, and the fields of it."""
FIELD = "name"
"""Under which the words of an option stand."""
PUBLISHERS = "publishers"
KINDS = tuple(kind for kind in (*read.LISTS, *read.KINDS) if kind != PUBLISHERS)
FIELD_OF = {"coverage": "needs", "borders": "territories"}
"""Where the knowledge calls a folder by another name."""


Key = tuple[str, str, str]


class Sentence(Struct, frozen=True):
    """One sentence that a language needs: of which kind of record, whose, in which field."""

    kind: str
    id: str
    field: str
    english: str

    @property
    def key(self) -> Key:
        """Where it stands: kind, id and field."""
        return self.kind, self.id, self.field


def wanted(knowledge: Knowledge, heard: Iterable[str], named: Callable[[str], bool]) -> list[Sentence]:
    """The sentences that a reader meets: all of facts, dangers and remedies; of the rest what was `heard` in answers.

    `named`: whether the catalogues name an option, so that it needs no words here.
    """
    met = set(heard)
    found = [
        one
        for one in every(knowledge)
        if one.field.split(".")[0] in WHOLE.get(one.kind, ()) or {one.english, one.english.rstrip(".")} & met
    ]
    return [*found, *_options(knowledge, met, named)]


def every(knowledge: Knowledge) -> Iterator[Sentence]:
    """Every sentence of every record that has words for a reader."""
    for kind in KINDS:
        records: Mapping[str, Struct] = getattr(knowledge, FIELD_OF.get(kind, kind))
        for id in sorted(records):
            yield from (Sentence(kind, id, field, words) for field, words in sentences(records[id]))


def _options(knowledge: Knowledge, met: set[str], named: Callable[[str], bool]) -> Iterator[Sentence]:
    asked = {word for fact in knowledge.facts.values() if fact.asked for word in options_of(fact)}
    used = {word for one in knowledge.practices.values() for word in _words_of(one)}
    for word in sorted(asked | {one for one in used if as_said(one) in met}):
        if not named(word):
            yield Sentence(OPTIONS, word, FIELD, as_said(word))


def options_of(fact: FactType) -> Iterator[str]:
    """What can be chosen where a fact is asked, and the names of the fields of a thing in a list."""
    yield from fact.options
    for name, field in fact.fields.items():
        yield name
        yield from field.options


def _words_of(practice: Practice) -> Iterator[str]:
    """Words of a closed list in a practice: papers, services, purposes, what a step tells."""
    for _, part in parts(practice):
        if isinstance(part, Struct) and part is not practice:
            for name in part.__struct_fields__:
                value = getattr(part, name)
                if name not in SPOKEN:
                    yield from (one for one in (value if isinstance(value, tuple) else (value,)) if _is_word(one))


def _is_word(value: object) -> bool:
    return isinstance(value, str) and value[:1].islower() and "/" not in value


def as_said(word: str) -> str:
    """An option as it is said where no catalogue names it."""
    return word.replace("-", " ").replace("_", " ")


class Held(Struct, frozen=True):
    """A translation as it stands in a file: of which English, and whether somebody signed the file."""

    english: str = ""
    words: str = ""
    signed: bool = False

    def fits(self, one: Sentence) -> bool:
        """Whether it is a translation of what the record says today."""
        return bool(self.words) and self.english == one.english


NOTHING = Held()


def held(bases: Iterable[Path], language: str) -> dict[Key, Held]:
    """What the files of words in these folders hold, by kind, record and field; later folders first."""
    found: dict[Key, Held] = {}
    for base, file in ((one, file) for one in bases for file in sorted(one.rglob("*.yaml"))):
        told = read_file(file, language)
        for id, field, english, words in told.pairs():
            if words:
                found[kind_of(file, base), id, field] = Held(english, words, told.signed is not None)
    return found


def lacking(needed: Iterable[Sentence], has: Mapping[Key, Held]) -> list[Untranslated]:
    """By kind what is not translated, or was and has changed since: `id, field`."""
    found: dict[str, list[tuple[Sentence, bool]]] = {}
    for one in needed:
        before = has.get(one.key, NOTHING)
        if not before.fits(one):
            found.setdefault(one.kind, []).append((one, bool(before.words)))
    return [
        Untranslated(
            kind=kind,
            missing=tuple(f"{one.id}, {one.field}" for one, stale in some if not stale),
            stale=tuple(f"{one.id}, {one.field}" for one, stale in some if stale),
            words=sum(len(one.english.split()) for one, _ in some),
        )
        for kind, some in found.items()
    ]


def skeleton(
    language: str, needed: Iterable[Sentence], has: Mapping[Key, Held], knowledge: Knowledge
) -> dict[str, str]:
    """By name a file of words with every sentence that is needed or was translated, and its translation if that fits.

    A translation whose English has changed stands above as a comment, so that nothing of it is lost. What somebody
    signed and still fits is left in its file; what is new stands beside it.
    """
    signed = {kind for (kind, _, _), one in has.items() if one.signed}
    kinds: dict[str, dict[str, list[str]]] = {}
    kept = (one for one in every(knowledge) if one.key in has)
    for one in dict.fromkeys((*needed, *kept)):
        before = has.get(one.key, NOTHING)
        if before.signed and before.fits(one):
            continue
        lines = kinds.setdefault(one.kind, {}).setdefault(one.id, [])
        if before.words and not before.fits(one):
            lines += [f"# {_quoted(before.english)}", f"# {_quoted(before.words)}"]
        fits = before.words if before.fits(one) else ""
        lines += [f"{one.field}: {_quoted(one.english)}", f"{one.field}.{language}: {_quoted(fits)}"]
    return {f"{kind}/new" if kind in signed else kind: _spelled(language, words) for kind, words in kinds.items()}


def _spelled(language: str, words: Mapping[str, list[str]]) -> str:
    lines = [f"language: {language}", "signed: null", "words:"]
    for id, fields in words.items():
        lines.append(f"  {_quoted(id) if ' ' in id else id}:")
        lines += [f"    {line}" for line in fields]
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    return yaml.safe_dump(words, default_style='"', allow_unicode=True, width=sys.maxsize).strip()
