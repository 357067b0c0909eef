"""What a command reads: the knowledge folder, the case file, and assumptions from the command line."""

import datetime as dt
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from waystation.casework.interview import assuming
from waystation.core.knowledge import Knowledge
from waystation.desks.planner import Case, read_case
from waystation.errors import ShapeError, WaystationError
from waystation.registry.kept import kept_name
from waystation.registry.marks import located
from waystation.registry.memory import settle
from waystation.registry.read import read_knowledge
from waystation.registry.shipped import knowledge_folder
from waystation.registry.visas import VISAS, kept_list, with_visas
from waystation.registry.yaml import parse_yaml, read_text
from waystation.say import country_codes


def folders(public: Path | None, layers: list[Path] | None) -> list[Path]:
    """The public knowledge (the shipped one, if no other is named), and the layers on top of it."""
    return [public or knowledge_folder(), *(layers or [])]


def cache_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder of this user for what can be had again."""
    home = environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "waystation"


def kept_file(environ: Mapping[str, str] = os.environ) -> Path | None:
    """Where parsed files are kept for this user. None: nothing shall be kept, so that one trace less is left."""
    return None if environ.get("WAYSTATION_NO_CACHE") else cache_folder(environ) / kept_name()


def load_knowledge(public: Path | None, layers: list[Path] | None) -> Knowledge:
    """The knowledge of these folders. Parsed files of the shipped one are kept for the next time.

    With the shipped one comes the public list of visas, if the user loaded it.
    """
    knowledge = read_knowledge(*folders(public, layers), kept=None if public else kept_file())
    visas = None if public else kept_list(cache_folder() / VISAS)
    whole = with_visas(knowledge, visas) if visas else knowledge
    settle()
    return whole


def load_case(
    file: Path, knowledge: Knowledge, *,
    as_of: dt.datetime | None = None, goal: str | None = None, assume: list[str] | None = None,
) -> Case:  # fmt: skip
    """The case of a file, with what the command line adds. Raises WaystationError with file, line and field."""
    words = read_text(file)
    plain = parse_yaml(words, str(file))
    if isinstance(plain, dict):
        plain |= {"as_of": as_of.date().isoformat()} if as_of else {}
        plain |= {"goal": goal} if goal else {}
    try:
        case = read_case(plain, knowledge.facts, country_codes())
    except WaystationError as error:
        raise located(error, file, words) from None
    return assuming(case, _assumptions(assume or []), knowledge, country_codes())


def _assumptions(told: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in told:
        name, equals, value = one.partition("=")
        if not equals:
            raise ShapeError("error.assume-shape", found=one[:40])
        found[name.strip()] = parse_yaml(value, "--assume")
    return found
