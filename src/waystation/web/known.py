"""What the door knows: the knowledge, read once before the workers part, and the day."""

import datetime as dt
import gc
from functools import cache
from pathlib import Path

from waystation.core.knowledge import Knowledge
from waystation.desks.journeys.lands import Lands, lands_of
from waystation.registry.borders import read_land
from waystation.registry.read import read_knowledge
from waystation.registry.shipped import knowledge_folder


@cache
def knowledge() -> Knowledge:
    """The knowledge that came with the program."""
    read = read_knowledge(knowledge_folder())
    gc.freeze()
    return read


@cache
def lands() -> Lands:
    """Who rules where, for what lies below a flight."""
    return lands_of(read_land([Path(knowledge_folder())]), knowledge().territories)


def today() -> dt.date:
    """The day of the answer, by the clock of the server."""
    return dt.datetime.now(dt.UTC).date()
