"""What the door knows: the knowledge, read once before the workers part, and the day."""

import datetime as dt
from functools import cache
from pathlib import Path

from waystation.core.knowledge import Knowledge
from waystation.core.tongues import Tongue
from waystation.core.travel import LineBetween
from waystation.desks.journeys.lands import Lands, lands_of
from waystation.desks.journeys.main_airports import lines_between
from waystation.registry.borders import read_land
from waystation.registry.memory import settle
from waystation.registry.read import read_knowledge
from waystation.registry.shipped import knowledge_folder
from waystation.registry.words import read_words


@cache
def knowledge() -> Knowledge:
    """The knowledge that came with the program."""
    read = read_knowledge(knowledge_folder())
    settle()
    return read


@cache
def lands() -> Lands:
    """Who rules where, for what lies below a flight."""
    return lands_of(read_land([Path(knowledge_folder())]), knowledge().territories)


@cache
def tongue(language: str) -> Tongue:
    """A language with its words for the knowledge."""
    return Tongue(language, read_words([knowledge_folder()], language))


@cache
def lines() -> LineBetween:
    """What lies below a straight flight between two countries."""
    return lines_between(knowledge(), lands)


def today() -> dt.date:
    """The day of the answer, by the clock of the server."""
    return dt.datetime.now(dt.UTC).date()
