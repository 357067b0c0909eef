"""One contender in a process of its own, and the table that sets contenders side by side."""

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

ROOT = Path(__file__).parent.parent


class Measured(Struct):
    """What one process measured: seconds by name, counts by name, and its peak memory in MB."""

    seconds: dict[str, float]
    counts: dict[str, float] = {}
    memory: float = 0.0


class Row(Struct):
    """One line of the table. `most`: the ratio that must not be passed; None: only shown."""

    goal: str
    what: str
    ours: str
    anchor: str
    ratio: float | None
    most: float | None = None
    reached: bool | None = None


def median_of(run: Callable[[Any], object], cases: Sequence[Any], rounds: int = 5) -> float:
    """Seconds for one case: the median over the cases, best of some rounds."""
    return min(statistics.median(times_of(run, cases)) for _ in range(rounds))


def times_of(run: Callable[[Any], object], cases: Iterable[Any]) -> list[float]:
    """Seconds for each case."""
    return [_timed(run, case) for case in cases]


def _timed(run: Callable[[Any], object], case: Any) -> float:
    start = time.perf_counter()
    run(case)
    return time.perf_counter() - start


def share(times: Sequence[float], part: float) -> float:
    """The time below which this part of the times lies."""
    return sorted(times)[int(part * (len(times) - 1))]


def run_here(contender: Callable[[bool], Measured], *, small: bool) -> Measured:
    """Run in this process, and note its peak memory, or that of a program it ran if that took more."""
    found = contender(small)
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    found.memory = max(resource.getrusage(one).ru_maxrss for one in whose) / 1024
    return found


def run_apart(name: str, *, small: bool) -> Measured:
    """Run one contender in a fresh process of the same group. Raises if it fails."""
    command = [sys.executable, "-m", "benchmarks", "--alone", name, *(["--small"] if small else [])]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return msgspec.convert(json.loads(done.stdout), Measured)


def side_by_side(names: Sequence[str], *, small: bool, rounds: int = 3) -> dict[str, Measured]:
    """Contenders in turn, several times over; of each the medians."""
    runs: dict[str, list[Measured]] = {name: [] for name in names}
    for _ in range(1 if small else rounds):
        for name in names:
            print(f"  {name} …", file=sys.stderr, flush=True)
            runs[name].append(run_apart(name, small=small))
    return {name: _middle(found) for name, found in runs.items()}


def _middle(runs: Sequence[Measured]) -> Measured:
    seconds = {name: statistics.median(run.seconds[name] for run in runs) for name in runs[0].seconds}
    return Measured(seconds, runs[0].counts, statistics.median(run.memory for run in runs))


def against(goal: str, what: str, ours: float, anchor: float, most: float | None, *, limit: float = 0.0) -> Row:
    """A row of two times. `limit`: seconds that ours must keep, besides or alone."""
    ratio = ours / anchor
    kept = (most is None or ratio <= most) and (not limit or ours <= limit)
    reached = kept if limit or most is not None else None
    return Row(goal, what, shown(ours), shown(anchor), ratio, most, reached)


def shown(seconds: float) -> str:
    """A time in a unit that suits it."""
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1e3:.2f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.1f} µs"


def table(rows: Iterable[Row]) -> str:
    """The rows as Markdown."""
    lines = [
        "| goal | what | ours | anchor | ratio | must be | reached |",
        "| --- | --- | ---: | ---: | ---: | ---: | --- |",
    ]
    for row in rows:
        ratio = "" if row.ratio is None else digits(row.ratio)
        most = "" if row.most is None else f"≤ {row.most:g}"
        reached = {True: "yes", False: "**no**", None: ""}[row.reached]
        lines.append(f"| {row.goal} | {row.what} | {row.ours} | {row.anchor} | {ratio} | {most} | {reached} |")
    return "\n".join(lines)


def digits(ratio: float) -> str:
    """A ratio with as many digits as say something."""
    return f"{ratio:.1f}" if ratio >= 1 else f"{ratio:.3f}" if ratio >= 1e-3 else f"{ratio:.5f}"


def memory_table(found: Mapping[str, Measured]) -> str:
    """The peak memory of each process as Markdown."""
    lines = ["| process | peak memory |", "| --- | ---: |"]
    return "\n".join([*lines, *(f"| {name} | {one.memory:.0f} MB |" for name, one in found.items())])
