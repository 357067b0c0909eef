"""A sentence as pieces of one language each, and what a language tag says, for forms that mark both."""

import re
from typing import NamedTuple

from waystation.catalogues import DEFAULT
from waystation.say import beside, direction, spans

ISOLATES = {"ltr": "\u2066", "rtl": "\u2067"}
END = "\u2069"
BARE = re.compile(r"[a-z]{2,3}")
SCRIPT = re.compile(r"[A-Z][a-z]{3}")
REGION = re.compile(r"[A-Z]{2}")


class Run(NamedTuple):
    """Words of one language; no language: that of the page."""

    words: str
    language: str = ""


class Tag(NamedTuple):
    """The parts of a language tag: `zh-Hant-TW` → zh, Hant, TW."""

    base: str
    script: str = ""
    region: str = ""


def tag(language: str) -> Tag:
    """What a tag says; nothing, where it says nothing that forms know."""
    base, *more = language.split("-")
    script = next((one for one in more if SCRIPT.fullmatch(one)), "")
    region = next((one for one in more if REGION.fullmatch(one)), "")
    return Tag(base if BARE.fullmatch(base) else "", script, region)


def runs_of(said: str, language: str) -> list[Run]:
    """A sentence of the page. Foreign words that run the other way do not turn the sentence around them.

    Behind what a machine translated stands its English, in brackets.
    """
    page, english = direction(language), beside(said)
    told = [Run(_isolated(words, direction(of), page) if of else words, of) for of, words in spans(said)]
    if not english:
        return told
    return [*told, Run(" "), Run(_isolated(f"[{english}]", direction(DEFAULT), page), DEFAULT)]


def _isolated(words: str, way: str, page: str) -> str:
    return words if way == page else f"{ISOLATES[way]}{words}{END}"
