"""Every contender by name. An anchor is imported only in the process that runs it."""

import importlib
from collections.abc import Callable

from benchmarks import one_case
from benchmarks.contest import Measured

Contender = Callable[[bool], Measured]


def _verdicts(anchor: str) -> Contender:
    def contender(small: bool) -> Measured:
        engine = importlib.import_module(f"benchmarks.anchors.{anchor}")
        return one_case.anchor(engine.engine, engine.prepared, small)

    return contender


OURS: dict[str, Contender] = {"one case": one_case.ours}
ANCHORS: dict[str, Contender] = {"CEL": _verdicts("cel"), "OpenFisca": _verdicts("openfisca")}
