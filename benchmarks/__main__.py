"""`python -m benchmarks`: measure, and print one table. `--small`: few cases; `--ours`: without the anchors."""

import argparse
import importlib
from itertools import chain

import msgspec

from benchmarks.contenders import ANCHORS, OURS, contender
from benchmarks.contest import Measured, memory_table, run_here, side_by_side, table


def main(told: list[str] | None = None) -> None:
    """Run all contenders in turn, each in a process of its own."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--small", action="store_true", help="few cases: seconds instead of minutes")
    parser.add_argument("--ours", action="store_true", help="without the anchors")
    parser.add_argument("--alone", metavar="NAME", help="one contender in this process, as JSON")
    asked = parser.parse_args(told)
    if asked.alone:
        found = run_here(contender(asked.alone), small=asked.small)
        print(msgspec.json.encode(found).decode())
        return
    print(report(side_by_side([*OURS, *([] if asked.ours else ANCHORS)], small=asked.small)))


def report(found: dict[str, Measured]) -> str:
    """The table of ratios and the table of memory."""
    rows = chain.from_iterable(
        importlib.import_module(f"benchmarks.{module}").rows(found) for module in OURS.values()
    )
    return f"{table(rows)}\n\n{memory_table(found)}"


if __name__ == "__main__":
    main()
