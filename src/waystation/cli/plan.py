"""`waystation plan CASE`: the plans that nothing else beats."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from waystation.casework.advise import advise
from waystation.cli.files import load_case, load_knowledge
from waystation.cli.itineraries import load_lands
from waystation.cli.language import tongue
from waystation.cli.levels import GoalName, Level
from waystation.cli.show import PlanForm, put_content, render
from waystation.cli.told import told
from waystation.core.measures import Grade
from waystation.core.plans import Advice
from waystation.desks.journeys.main_airports import lines_between

CaseFile = Annotated[Path, typer.Argument(help=told("case"), metavar="CASE")]
Public = Annotated[Path | None, typer.Option("--public", help=told("public"))]
Layers = Annotated[list[Path] | None, typer.Option("--knowledge", help=told("knowledge"))]
AsOf = Annotated[dt.datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help=told("as-of"))]
Assume = Annotated[list[str] | None, typer.Option("--assume", metavar="FACT=VALUE", help=told("assume"))]
Language = Annotated[str | None, typer.Option("--lang", help=told("lang"))]
Output = Annotated[Path | None, typer.Option("--output", "-o", help=told("output"))]
SealTo = Annotated[str | None, typer.Option("--seal-to", metavar="KEY", help=told("seal-to"))]


def plan(
    case: CaseFile,
    goal: Annotated[GoalName | None, typer.Option(help=told("goal"))] = None,
    as_of: AsOf = None,
    assume: Assume = None,
    format: Annotated[PlanForm, typer.Option(help=told("plan-form"))] = PlanForm.text,
    show_all: Annotated[bool, typer.Option("--all", help=told("all"))] = False,
    full: Annotated[bool, typer.Option("--full", help=told("full"))] = False,
    fail_at: Annotated[Level | None, typer.Option(help=told("fail-at"))] = None,
    lang: Language = None,
    public: Public = None,
    knowledge: Layers = None,
    output: Output = None,
    seal_to: SealTo = None,
) -> None:
    """Print the plans that nothing else beats on every count, with dangers, questions and sources."""
    known = load_knowledge(public, knowledge)
    told = load_case(case, known, as_of=as_of, goal=goal.value if goal else None, assume=assume)
    lines = lines_between(known, lambda: load_lands(public, knowledge, known))
    answer = advise(told, known, between=lines, show_all=show_all)
    content = render(answer, format, tongue(lang, public, knowledge), to_screen=not (output or seal_to), full=full)
    put_content(content, output, seal_to=seal_to)
    raise typer.Exit(exit_code(answer, Grade.named(fail_at.value) if fail_at else None))


def exit_code(answer: Advice, fail_at: Grade | None) -> int:
    """3: no plan. 1: a danger where one stands or in a plan is at or above the level asked. Else 0."""
    if not answer.plans:
        return 3
    worst = max(answer.start.danger, *(plan.counts.danger for plan in answer.plans))
    return 1 if fail_at is not None and worst >= fail_at else 0
