"""Every contender by name. What one needs is imported only in the process that runs it: memory is its own."""

import importlib
from collections.abc import Callable
from functools import partial

from benchmarks.contest import Measured

OURS = {
    "one case": "one_case", "next question": "questions", "near misses": "near_misses",
    "all verdicts": "all_verdicts", "loading": "loading", "plan search": "plan_search", "one cost": "one_cost",
    "whole plan": "whole_plan", "airspace": "airspace", "journey find": "journey_find",
    "guide": "guide",
}  # fmt: skip
"""Name → the module whose `ours` runs it."""
ANCHORS = {
    "CEL": ("one_case", "cel"),
    "OpenFisca": ("one_case", "openfisca"),
    "PyYAML": ("loading", "pyyaml"),
    "SciPy": ("plan_search", "scipy_sweep"),
    "Fast Downward": ("one_cost", "fast_downward"),
    "shapely, no tree": ("airspace", "plain_shapely"),
    "rustworkx": ("journey_find", "plain_rustworkx"),
    "Django, hello": ("guide", "hello"),
}
"""Name → the module whose `anchor` runs it, and the anchor."""


def contender(name: str) -> Callable[[bool], Measured]:
    """What measures under this name: told whether to be quick, it returns what it measured."""
    if name in OURS:
        run: Callable[[bool], Measured] = importlib.import_module(f"benchmarks.{OURS[name]}").ours
        return run
    contest, anchor = ANCHORS[name]
    engine = importlib.import_module(f"benchmarks.anchors.{anchor}")
    return partial(importlib.import_module(f"benchmarks.{contest}").anchor, engine)
