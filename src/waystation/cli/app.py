"""All commands in one place, and what a fault looks like: one sentence, exit code 2."""

import sys

import typer
from rich.console import Console

from waystation.cli import ask, assess, backtest, diff, explain, journeys, plan, registry, web
from waystation.cli.language import user_language
from waystation.cli.told import told
from waystation.errors import WaystationError
from waystation.say import fault

app = typer.Typer(name="waystation", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.command("plan", help=told("plan"))(plan.plan)
app.command("assess", help=told("assess"))(assess.assess)
app.command("ask", help=told("ask"))(ask.ask)
app.command("explain", help=told("explain"))(explain.explain)
app.command("backtest", help=told("backtest"))(backtest.backtest)
app.command("diff", help=told("diff"))(diff.diff)
app.add_typer(journeys.app, name="journeys")
app.add_typer(registry.app, name="registry")
app.add_typer(web.app, name="web")


def main() -> None:
    """Run one command. Exit codes: 0 done, 1 at or above --fail-at, 2 bad input, 3 no plan."""
    try:
        app()
    except WaystationError as error:
        Console(stderr=True, highlight=False, soft_wrap=True).print(fault(error, user_language()), markup=False)
        sys.exit(2)
