"""Replay past cases: assess each as of its day, and count."""

from collections.abc import Iterable

from waystation.casework.assess import assess
from waystation.core.knowledge import Knowledge
from waystation.core.replays import Backtest, Replay, Replayed
from waystation.desks.dangers import compare, count, probe
from waystation.desks.planner import read_case
from waystation.errors import ShapeError


def backtest(replays: Iterable[Replay], knowledge: Knowledge, countries: frozenset[str]) -> Backtest:
    """How the knowledge does on these cases. Raises ShapeError for a case that cannot be read."""
    return count(_replayed(one, knowledge, countries) for one in replays)


def _replayed(replay: Replay, knowledge: Knowledge, countries: frozenset[str]) -> Replayed:
    try:
        case = read_case({**replay.case, "as_of": replay.day.isoformat()}, knowledge.facts, countries)
    except ShapeError as fault:
        raise fault.under("case") from None
    probes = tuple(probe(one, knowledge.as_of(one.day)) for one in replay.probes)
    return compare(replay, assess(case, knowledge), probes, knowledge)
