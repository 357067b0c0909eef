"""Reading the registry: all of our reading and checking, beside PyYAML's C loader that only parses the same files."""

import statistics
from collections.abc import Mapping
from typing import Any

from benchmarks.contest import ROOT, Measured, Row, against, times_of
from waystation.registry.read import read_knowledge
from waystation.registry.yaml import parse_yaml

FOLDER = ROOT / "data"
ROUNDS = 7


def texts() -> list[str]:
    """All files of the knowledge, in memory."""
    return [file.read_text("utf-8") for file in sorted(FOLDER.rglob("*.yaml"))]


def ours(small: bool) -> Measured:
    """From files to frozen knowledge; and the parsing alone."""
    files, rounds = texts(), 1 if small else ROUNDS
    parse = times_of(lambda _: [parse_yaml(words, "") for words in files], range(rounds))
    whole = times_of(lambda _: read_knowledge(FOLDER), range(rounds))
    return Measured({"whole": statistics.median(whole), "parse": statistics.median(parse)}, {"files": len(files)})


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
    files, parse = mine.counts["files"], pyyaml.seconds["parse"]
    return [
        against("7", f"parse {files:.0f} YAML files / PyYAML, C loader", mine.seconds["parse"], parse, 0.15),
        against("7", "the same read into knowledge / PyYAML, parse only", mine.seconds["whole"], parse, None),
    ]  # fmt: skip
