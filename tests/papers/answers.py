"""The three examples as answers and pages, each made once; and what stands on a page."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from waystation.casework.advise import advise
from waystation.core.findings import Citation
from waystation.core.plans import Advice
from waystation.desks.planner import read_case
from waystation.papers import advice_document, to_html, to_text
from waystation.papers.document import Block, Bullets, Document, Fold, Heading, Paragraph, Said, Table
from waystation.registry.read import read_knowledge
from waystation.registry.yaml import read_yaml
from waystation.say import country_codes

ROOT = Path(__file__).parents[2]
EXAMPLES = ("journalist", "defender", "stateless")


@cache
def knowledge():
    return read_knowledge(ROOT / "data")


@cache
def answer(name: str) -> Advice:
    plain = read_yaml(ROOT / "examples" / f"{name}.yaml")
    return advise(read_case(plain, knowledge().facts, country_codes()), knowledge())


@cache
def page(name: str, language: str = "en", *, full: bool = False) -> Document:
    return advice_document(answer(name), language, full=full)


@cache
def text(name: str, width: int = 100, *, full: bool = False) -> str:
    return to_text(page(name, full=full), width=width)


@cache
def html(name: str, language: str = "en") -> str:
    return to_html(page(name, language)).decode()


def squeezed(words: str) -> str:
    """Without white space, so that a broken line is no difference."""
    return re.sub(r"\s+", "", words)


def lines(blocks: tuple[Block, ...]) -> Iterator[Said]:
    """Every line, those under another included."""
    for block in blocks:
        match block:
            case Paragraph(line):
                yield line
            case Bullets(held):
                for one in held:
                    yield from with_all_under(one)
            case Fold(_, inner):
                yield from lines(inner)


def with_all_under(line: Said) -> Iterator[Said]:
    yield line
    for one in line.under:
        yield from with_all_under(one)


def strings(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Everything that is read."""
    for line in lines(blocks):
        yield from (line.label, line.words, *(name for name, _ in line.links))
    for block in blocks:
        match block:
            case Heading(_, words):
                yield words
            case Table(title, head, rows):
                yield from (title, *(one.words for one in head), *(cell for row in rows for cell in row))
            case Fold(words, inner):
                yield words
                yield from strings(inner)


def cited(value: object) -> Iterator[Citation]:
    """Every citation inside an answer, wherever it stands."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from cited(one)
    elif hasattr(value, "__struct_fields__"):
        for field in value.__struct_fields__:
            yield from cited(getattr(value, field))
