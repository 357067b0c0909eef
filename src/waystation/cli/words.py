"""`waystation registry words LANG`: what a language lacks, and files in which a translator fills it in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from waystation import catalogues
from waystation.casework.advise import advise
from waystation.cli.files import folders, load_case, load_knowledge
from waystation.cli.language import tongue
from waystation.cli.plan import Language, Layers, Public
from waystation.cli.show import Format, put
from waystation.cli.told import told
from waystation.core.cards import Untranslated
from waystation.core.knowledge import Knowledge
from waystation.core.texts import text
from waystation.core.tongues import Tongue, Translation
from waystation.errors import CaseError
from waystation.files import write_whole
from waystation.papers import advice_document, untranslated_document
from waystation.registry import wanted
from waystation.registry.words import bases
from waystation.say import PSEUDO, Say

EXAMPLES, DATA, LOCALE = "examples", "data", "locale"


class Heard(dict[str, Translation]):
    """Words of a language that has none yet: remembers which sentences a page looks up."""

    def __init__(self) -> None:
        super().__init__()
        self.sentences: set[str] = set()

    def get(self, english: str, _default: object = None) -> None:  # type: ignore[override]
        """Nothing, ever."""
        self.sentences.add(english)


def words(
    language: Annotated[str, typer.Argument(help=told("words-language"), metavar="LANG")],
    write: Annotated[Path | None, typer.Option("--write", metavar="FOLDER", help=told("words-write"))] = None,
    cases: Annotated[Path | None, typer.Option("--cases", metavar="FOLDER", help=told("words-cases"))] = None,
    format: Annotated[Format, typer.Option(help=told("format"))] = Format.text,
    lang: Language = None,
    public: Public = None,
    knowledge: Layers = None,
) -> None:
    """Say what is not translated, or no longer says what the English says."""
    Say(language)
    if language == catalogues.DEFAULT:
        raise CaseError("error.words-english")
    known, where = load_knowledge(public, knowledge), folders(public, knowledge)
    needed = wanted.wanted(known, heard(cases or where[0].parent / EXAMPLES, known), _named)
    has = wanted.held([*bases(where, language), *([write / DATA] if write else [])], language)
    if write:
        _write(write, language, wanted.skeleton(language, needed, has, known))
    found = [*wanted.lacking(needed, has), *_of_catalogues(language)]
    put(found, untranslated_document(found, language, tongue(lang, public, knowledge)), format)


def heard(cases: Path, knowledge: Knowledge) -> set[str]:
    """Every sentence of the knowledge that the plans for these cases say, in a language that has all messages."""
    ear = Heard()
    for file in sorted(cases.glob("*.yaml")):
        advice_document(advise(load_case(file, knowledge), knowledge), Tongue(PSEUDO, ear))
    return ear.sentences


def _named(word: str) -> bool:
    return catalogues.catalogue(catalogues.DEFAULT).get(f"option.{word}") is not None


def _of_catalogues(language: str) -> Iterator[Untranslated]:
    for name in catalogues.names():
        held = list(catalogues.lacking(name, language))
        if held:
            yield Untranslated(
                kind=f"{name}.po",
                missing=tuple(catalogues.id_of(one) for one, stale in held if not stale),
                stale=tuple(catalogues.id_of(one) for one, stale in held if stale),
                words=sum(len(form.split()) for one, _ in held for form in catalogues.forms(one)),
            )


def _write(folder: Path, language: str, files: dict[str, str]) -> None:
    """The files of words in `data/`, the catalogues in `locale/`. What stands there already is kept in them."""
    say = Say()
    for name, content in files.items():
        _put(folder / DATA / f"{name}.yaml", f"# {say(text('translator.words'))}\n{content}")
    for name in catalogues.names():
        own = folder / LOCALE / f"{name}.po"
        before = own if own.is_file() else catalogues.own_file(name, language)
        _put(own, catalogues.skeleton(name, language, say(text("translator.catalogue")), before))


def _put(file: Path, content: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, content.encode())
