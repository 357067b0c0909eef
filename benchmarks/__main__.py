"""`python -m benchmarks`: measure, and print one table. `--small`: few cases; `--ours`: without the anchors."""

import argparse

import msgspec

from benchmarks import one_case
from benchmarks.contenders import ANCHORS, OURS
from benchmarks.contest import run_here, side_by_side, table


def main(told: list[str] | None = None) -> None:
    """Run all contenders in turn, each in a process of its own."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--small", action="store_true", help="few cases: seconds instead of minutes")
    parser.add_argument("--ours", action="store_true", help="without the anchors")
    parser.add_argument("--alone", metavar="NAME", help="one contender in this process, as JSON")
    asked = parser.parse_args(told)
    if asked.alone:
        found = run_here((OURS | ANCHORS)[asked.alone], small=asked.small)
        print(msgspec.json.encode(found).decode())
        return
    names = [*OURS, *([] if asked.ours else ANCHORS)]
    found = side_by_side(names, small=asked.small)
    print(table([*one_case.rows(found["one case"], found.get("CEL"), found.get("OpenFisca"))]))
    print("\npeak memory: " + ", ".join(f"{name} {one.memory:.0f} MB" for name, one in found.items()))


if __name__ == "__main__":
    main()
