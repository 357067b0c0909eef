"""Fast Downward, the planner most others are measured against: each person's moves as PDDL, translated anew.

Blind A* finds a plan of the least weeks. It takes no bounds: what holds for everybody is nothing it can be told.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from benchmarks.graph import PAPERS, SETTLED, STATUSES, VISITOR, Person, World

PROGRAM = Path(find_spec("up_fast_downward").origin).parent / "downward/builds/release/bin/downward"
"""Looked up, not imported: the package asks for a library that Fast Downward itself does without."""
DOMAIN = """(define (domain world) (:requirements :strips :typing :action-costs) (:types country status papers)
(:predicates (in ?c - country) (as ?s - status) (with ?p - papers) (visitor ?s - status) (settled ?s - status)
  (goal ?c - country) (done) (open ?a ?b - country ?p - papers)
  (given ?c - country ?s ?t - status ?p - papers) (better ?c - country ?s - status ?p ?q - papers))
(:functions (total-cost) - number (travel-weeks ?a ?b - country) - number
  (permit-weeks ?c - country ?s ?t - status ?p - papers) - number
  (papers-weeks ?c - country ?s - status ?p ?q - papers) - number)
(:action travel :parameters (?a ?b - country ?s ?v - status ?p - papers)
  :precondition (and (in ?a) (as ?s) (with ?p) (open ?a ?b ?p) (visitor ?v))
  :effect (and (not (in ?a)) (in ?b) (not (as ?s)) (as ?v) (increase (total-cost) (travel-weeks ?a ?b))))
(:action permit :parameters (?c - country ?s ?t - status ?p - papers)
  :precondition (and (in ?c) (as ?s) (with ?p) (given ?c ?s ?t ?p))
  :effect (and (not (as ?s)) (as ?t) (increase (total-cost) (permit-weeks ?c ?s ?t ?p))))
(:action renew :parameters (?c - country ?s - status ?p ?q - papers)
  :precondition (and (in ?c) (as ?s) (with ?p) (better ?c ?s ?p ?q))
  :effect (and (not (with ?p)) (with ?q) (increase (total-cost) (papers-weeks ?c ?s ?p ?q))))
(:action finish :parameters (?c - country ?s - status)
  :precondition (and (in ?c) (as ?s) (goal ?c) (settled ?s)) :effect (and (done) (increase (total-cost) 0))))"""


def least_weeks(problem: str) -> int | None:
    """The weeks of the fastest plan; None if there is none. Translating and searching is its work."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "domain.pddl").write_text(DOMAIN, "utf-8")
        Path(folder, "problem.pddl").write_text(problem, "utf-8")
        _said([sys.executable, "-m", "fast_downward.translate", "domain.pddl", "problem.pddl"], folder)
        with Path(folder, "output.sas").open("rb") as task:
            said = _said([str(PROGRAM), "--search", "astar(blind())"], folder, task)
    found = re.search(r"Plan cost: (\d+)", said)
    return int(found[1]) if found else None


NO_PLAN = (11, 12)
"""What the search ends with where no plan exists, or none was found."""


def _said(command: Sequence[str], folder: str, task: IO[bytes] | None = None) -> str:
    done = subprocess.run(command, cwd=folder, stdin=task, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode and done.returncode not in NO_PLAN:
        raise RuntimeError(done.stdout[-500:])
    return done.stdout


def prepared(world: World, person: Person) -> str:
    """The problem of one person as PDDL: the moves that this person may make, as facts and costs."""
    facts, costs = set(), {}
    for fact, cost, weeks in moves(world, person):
        facts.add(fact)
        costs[cost] = min(weeks, costs.get(cost, weeks))
    country, status, papers = parts(person.start)
    objects = [
        f"{' '.join(f'{letter}{at}' for at in range(count))} - {kind}"
        for letter, count, kind in (
            ("c", world.countries, "country"), ("s", STATUSES, "status"), ("p", PAPERS, "papers"),
        )
    ]  # fmt: skip
    here = [f"(in c{country})", f"(as s{status})", f"(with p{papers})", f"(goal c{person.goal})"]
    kinds = [f"(visitor s{VISITOR})", *(f"(settled s{one})" for one in SETTLED)]
    amounts = ["(= (total-cost) 0)", *(f"(= {cost} {weeks})" for cost, weeks in sorted(costs.items()))]
    return (
        f"(define (problem person) (:domain world) (:objects {' '.join(objects)})\n"
        f"(:init {' '.join([*here, *kinds, *sorted(facts), *amounts])})\n"
        "(:goal (done)) (:metric minimize (total-cost)))"
    )


def moves(world: World, person: Person) -> Iterator[tuple[str, str, int]]:
    """Of each move the fact that allows it, the name of its cost, and its weeks."""
    for here in range(len(world.other)):
        country, status, papers = parts(here)
        for there, costs, permit in world.edges_from(here):
            if not person.may(here, there, permit):
                continue
            to, gained, new = parts(there)
            if to != country:
                yield f"(open c{country} c{to} p{papers})", f"(travel-weeks c{country} c{to})", costs[0]
            elif permit >= 0:
                what = f"c{country} s{status} s{gained} p{papers}"
                yield f"(given {what})", f"(permit-weeks {what})", costs[0]
            else:
                what = f"c{country} s{status} p{papers} p{new}"
                yield f"(better {what})", f"(papers-weeks {what})", costs[0]


def parts(here: int) -> tuple[int, int, int]:
    """Country, status and papers of a place."""
    return here // (STATUSES * PAPERS), here // PAPERS % STATUSES, here % PAPERS
