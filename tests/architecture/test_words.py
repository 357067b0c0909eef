"""Knowledge stays in data/, sentences stay in the catalogue: the code holds neither."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from babel import Locale

from tests.architecture.tree import DATA, ROOT, SRC, Literal, literals, modules, planted

# A string that looks like what is forbidden, and why it may stand: (file, words).
ALLOWED: dict[tuple[str, str], str] = {}

# How a command names its argument in the help (`ID`) is no word about the world.
PLACEHOLDER = "metavar"

CAPITALS = re.compile(r"[A-Z]{2}")
WORD = re.compile(r"[^\W\d_]{2,}(?:['’][^\W\d_]+)?|[aAI]")
IDS_OF = ("agreements", "bodies", "incidents", "places", "practices", "publishers", "funds")
SHORTEST_TITLE = 5
SENTENCE_WORDS = 4


def test_no_country_in_the_code():
    assert countries(found()) == []


def test_no_institution_and_no_record_in_the_code():
    assert institutions(found()) == []


def test_no_sentence_in_the_code():
    assert sentences(found()) == []


def test_no_sentence_in_a_template():
    assert [line for path in templates() for line in template_sentences(path.name, path.read_text("utf-8"))] == []


def test_what_is_allowed_still_stands():
    there = {(place(literal), literal.words) for literal in everything()}
    assert [key for key in ALLOWED if key not in there] == []


# Each of these tests can fail.


@pytest.mark.parametrize("words", ["'PL'", "'RU BY'", "'Poland'", "f'{x} in Costa Rica'", "{'XK': 1}"])
def test_a_country_is_seen(words):
    assert countries(literals(planted(f"x = {words}"))) == ["src/waystation/core/planted.py:1"]


@pytest.mark.parametrize("words", ["'EUR'", "'pl'", "'EU'", "'is'", "r'[A-Z]{2}'"])
def test_another_word_is_no_country(words):
    assert countries(literals(planted(f"x = {words}"))) == []


def test_a_docstring_may_name_a_country_as_an_example():
    assert countries(literals(planted('def f():\n    """PL is Poland."""\n'))) == []


def test_an_institution_is_seen(monkeypatch):
    monkeypatch.setattr("tests.architecture.test_words.titles", lambda: frozenset({"border guard of poland"}))
    monkeypatch.setattr("tests.architecture.test_words.ids", lambda: frozenset({"pl-border-guard"}))
    said = literals(planted("x = 'ask the Border Guard of Poland'\ny = 'pl-border-guard'\nz = 'guard'\n"))
    assert institutions(said) == ["src/waystation/core/planted.py:1", "src/waystation/core/planted.py:2"]


@pytest.mark.parametrize(
    "words",
    [
        "'The passport has run out.'",
        "'You cannot travel there'",
        "f'{n} days until it ends'",
        "'Are you at risk?'",
    ],
)
def test_a_sentence_is_seen(words):
    assert len(sentences(literals(planted(f"x = {words}")))) == 1


@pytest.mark.parametrize(
    "words",
    ["'plan.step'", "'visa-free, visa, pending, tolerated'", "r'^[a-z]+( [a-z]+)*$'", "'error.no-country'"],
)
def test_an_id_a_list_and_a_pattern_are_no_sentence(words):
    assert sentences(literals(planted(f"x = {words}"))) == []


def test_a_sentence_in_a_template_is_seen():
    html = "<style>p { margin: 0 auto 1em auto }</style>\n<p>{{ say(plan) }} <b>Do not go there now.</b></p>"
    assert template_sentences("page.html", html) == ["page.html: Do not go there now"]
    assert (
        template_sentences("page.html", "{# This is a note for people #}<p title='{{ say(x) }}'>{{ a }}</p>") == []
    )


def place(literal: Literal) -> str:
    return literal.place.rsplit(":", 1)[0]


def everything() -> list[Literal]:
    return [literal for module in modules() for literal in literals(module)]


def found() -> list[Literal]:
    return [
        literal
        for literal in everything()
        if literal.given_as != PLACEHOLDER and (place(literal), literal.words) not in ALLOWED
    ]


@cache
def country_codes() -> frozenset[str]:
    """ISO 3166, with Kosovo as the knowledge writes it."""
    not_countries = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
    territories = Locale("en").territories
    return frozenset(code for code in territories if CAPITALS.fullmatch(code)) - not_countries


@cache
def country_names() -> re.Pattern[str]:
    names = sorted(Locale("en").territories[code] for code in country_codes())
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in names)})\b")


def countries(among: Iterable[Literal]) -> list[str]:
    return [
        literal.place
        for literal in among
        if country_names().search(literal.words)
        or any(word in country_codes() for word in re.split(r"[\s,;|/]+", literal.words))
    ]


@cache
def titles() -> frozenset[str]:
    found = records("title", ("bodies",))
    return frozenset(title.lower() for title in found if len(title) >= SHORTEST_TITLE)


@cache
def ids() -> frozenset[str]:
    return frozenset(id for id in records("id", IDS_OF) if "-" in id)


def records(key: str, folders: Iterable[str]) -> set[str]:
    """What stands at `key` at the outer level of each file, or of each entry of a list."""
    line = re.compile(rf"^(?:- )?{key}: *[\"']?(.+?)[\"']? *(?: #.*)?$", re.MULTILINE)
    files = [path for folder in folders for path in (DATA / folder).rglob("*.yaml")]
    return {value for path in files for value in line.findall(path.read_text("utf-8"))}


def institutions(among: Iterable[Literal]) -> list[str]:
    named = re.compile("|".join(rf"\b{re.escape(title)}\b" for title in sorted(titles())) or r"(?!)")
    return [literal.place for literal in among if literal.words in ids() or named.search(literal.words.lower())]


def sentences(among: Iterable[Literal]) -> list[str]:
    return [f"{literal.place}: {literal.words}" for literal in among if is_sentence(literal.words)]


def is_sentence(words: str) -> bool:
    """Four words in a row with single spaces between them; a pattern, a path or a list of ids is none."""
    run = re.split(r"[^\w\s'’✱-]+", words)
    spoken = [part.split() for part in run]
    return any(
        len(part) >= SENTENCE_WORDS and sum(is_word(word) for word in part) >= len(part) - 1 for part in spoken
    )


def is_word(word: str) -> bool:
    return WORD.fullmatch(word) is not None or word == "✱"


def templates() -> list[Path]:
    return [path for ending in ("html", "j2", "jinja", "txt") for path in sorted(SRC.rglob(f"*.{ending}"))]


def template_sentences(name: str, text: str) -> list[str]:
    """What is left of a template without its tags, styles, notes and placeholders."""
    for gone in (
        r"<(style|script)\b.*?</\1>",
        r"\{#.*?#\}",
        r"<!--.*?-->",
        r"\{\{.*?\}\}",
        r"\{%.*?%\}",
        r"<[^>]*>",
    ):
        text = re.sub(gone, "\n", text, flags=re.DOTALL)
    parts = [part.strip() for part in re.split(r"[^\w '’-]+", text)]
    return [f"{name}: {part}" for part in parts if is_sentence(part)]


def test_the_tree_is_the_one_of_this_checkout():
    assert SRC.is_relative_to(ROOT)
    assert modules()
