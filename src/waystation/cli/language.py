"""Which language to answer in, and its words for the knowledge."""

import locale
from pathlib import Path

from waystation.catalogues import DEFAULT, spoken
from waystation.cli.files import folders
from waystation.core.tongues import Tongue
from waystation.registry.words import read_words
from waystation.say import nearest


def user_language() -> str:
    """The language of the user's system if it has a catalogue, else English."""
    found = nearest((locale.getlocale()[0] or DEFAULT).replace("_", "-"))
    return found if found in spoken() else DEFAULT


def tongue(asked: str | None, public: Path | None = None, layers: list[Path] | None = None) -> Tongue:
    """The language asked for, else the user's. Only for another than English are its words read."""
    language = nearest(asked) if asked else user_language()
    if language == DEFAULT:
        return Tongue(language)
    return Tongue(language, read_words(folders(public, layers), language))
