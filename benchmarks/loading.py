"""Reading and checking the registry, beside PyYAML's C loader that only parses the same files (goal 7)."""

import datetime as dt
import statistics
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.contest import ROOT, Measured, Row, against, times_of
from waystation.registry.check import check
from waystation.registry.read import KINDS, LISTS, read_knowledge
from waystation.registry.yaml import parse_yaml

FOLDER = ROOT / "data"
ROUNDS = 7
DAY = dt.date(2026, 11, 24)
MOST_READ, MOST_CACHED, MOST_CHECKED = 0.5, 0.1, 3.0
"""Seconds, whatever the anchor takes."""


def texts() -> list[str]:
    """The files that are read into knowledge, in memory; scenarios are not among them."""
    return [
        file.read_text("utf-8") for kind in (*KINDS, *LISTS) for file in sorted((FOLDER / kind).rglob("*.yaml"))
    ]


def ours(small: bool) -> Measured:
    """From files to frozen knowledge, without and with what was parsed before; the parsing alone; all checks."""
    files, rounds = texts(), 1 if small else ROUNDS
    (checked,) = times_of(lambda _: check([FOLDER], DAY), [None])
    parse = times_of(lambda _: [parse_yaml(words, "") for words in files], range(rounds))
    cold = times_of(lambda _: read_knowledge(FOLDER), range(rounds))
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder, "parsed")
        read_knowledge(FOLDER, kept=kept)
        cached = times_of(lambda _: read_knowledge(FOLDER, kept=kept), range(rounds))
    middle = {"parse": parse, "cold": cold, "cached": cached}
    seconds = {name: statistics.median(times) for name, times in middle.items()}
    return Measured({**seconds, "checked": checked}, {"files": len(files)})


def anchor(module: Any, small: bool) -> Measured:
    """The anchor's parsing."""
    files, rounds = texts(), 1 if small else ROUNDS
    parse = times_of(lambda _: [module.parse(words) for words in files], range(rounds))
    return Measured({"parse": statistics.median(parse)})


def rows(found: Mapping[str, Measured]) -> list[Row]:
    """Loading, as far as the anchor ran."""
    mine, pyyaml = found["loading"], found.get("PyYAML")
    if pyyaml is None:
        return []
    files, parse, mine = mine.counts["files"], pyyaml.seconds["parse"], mine.seconds
    return [
        against("7", f"parse {files:.0f} YAML files / PyYAML, C loader", mine["parse"], parse, 0.15),
        against(
            "7", "read into knowledge, cold (and ≤ 0.5 s) / PyYAML, parse only",
            mine["cold"], parse, None, limit=MOST_READ,
        ),
        against(
            "7", "read into knowledge, parsed before (and ≤ 0.1 s) / PyYAML, parse only",
            mine["cached"], parse, 0.03, limit=MOST_CACHED,
        ),
        against(
            "7", "everything checked (and ≤ 3 s) / PyYAML, parse only",
            mine["checked"], parse, None, limit=MOST_CHECKED,
        ),
    ]  # fmt: skip
