"""Small modules, small functions, no rules in casework, no import that hides or runs in a circle."""

import ast
from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from statistics import median, quantiles

import pytest

from tests.architecture.tree import Module, functions, length, modules, planted

MODULE_MEDIAN, MODULE_CAP, CASEWORK_CAP = 100, 400, 150
FUNCTION_P90, FUNCTION_CAP = 25, 50
ENOUGH = 10  # a median of fewer modules, or of fewer functions, says nothing

# What few ask for may be imported where it is used: (module, what it imports). See docs/decisions/0012-pictures.md and 0014-papers.md.
OPTIONAL_EXTRAS: set[tuple[str, str]] = {
    ("waystation.papers.png", "resvg_py"),
    ("waystation.papers.pdf", "typst"),
    ("waystation.papers.docx", "waystation.papers.word"),
}

ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.MatMult)
ORDER = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


def test_no_module_is_longer_than_the_cap():
    assert too_long(modules(), MODULE_CAP) == []


def test_the_median_module_is_short():
    lines = [module.lines for module in modules()]
    assert len(lines) < ENOUGH or median(lines) < MODULE_MEDIAN


def test_no_function_is_longer_than_the_cap():
    assert long_functions(modules()) == []


def test_nine_functions_of_ten_are_short():
    lengths = [length(function) for module in modules() for function in functions(module)]
    assert len(lengths) < ENOUGH or quantiles(lengths, n=10)[8] < FUNCTION_P90


def test_casework_files_are_short():
    assert too_long(casework(), CASEWORK_CAP) == []


def test_casework_neither_reckons_nor_compares():
    assert rules(casework()) == []


def test_no_import_hides_in_a_function():
    assert hidden_imports(modules()) == []


def test_no_import_runs_in_a_circle():
    assert circle(modules()) == []


# Each of these tests can fail.


def test_a_long_module_and_a_long_function_are_seen():
    module = planted("def f():\n" + "    x = 1\n" * 401)
    assert too_long([module], MODULE_CAP) == ["src/waystation/core/planted.py: 402 lines"]
    assert long_functions([module]) == ["src/waystation/core/planted.py:1 f: 402 lines"]


@pytest.mark.parametrize("line", ["x = days + 14", "x -= 1", "x = level > 2", "x = 1 if a <= b else 0"])
def test_a_rule_in_casework_is_seen(line):
    assert rules([planted(line, "casework/planted.py")]) == ["src/waystation/casework/planted.py:1"]


@pytest.mark.parametrize("line", ["x: int | None = None", "x = 1 if plan is None else 2", "x = goal == 'rest'"])
def test_joining_is_no_rule(line):
    assert rules([planted(line, "casework/planted.py")]) == []


def test_a_hidden_import_is_seen():
    module = planted("def f():\n    import json\n")
    assert hidden_imports([module]) == ["src/waystation/core/planted.py:2"]


def test_a_circle_is_seen():
    one = planted("from waystation.core import two\n", "core/one.py")
    two = planted("import waystation.core.one\n", "core/two.py")
    assert set(circle([one, two])) == {"waystation.core.one", "waystation.core.two"}


def casework() -> list[Module]:
    return [module for module in modules() if module.name.startswith("waystation.casework")]


def too_long(among: Iterable[Module], cap: int) -> list[str]:
    return [f"{module.place}: {module.lines} lines" for module in among if module.lines > cap]


def long_functions(among: Iterable[Module]) -> list[str]:
    return [
        f"{module.place}:{function.lineno} {function.name}: {length(function)} lines"
        for module in among
        for function in functions(module)
        if length(function) > FUNCTION_CAP
    ]


def rules(among: Iterable[Module]) -> list[str]:
    return [
        f"{module.place}:{node.lineno}"
        for module in among
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ARITHMETIC))
        or (isinstance(node, ast.Compare) and any(isinstance(op, ORDER) for op in node.ops))
    ]


def hidden_imports(among: Iterable[Module]) -> list[str]:
    return [
        f"{module.place}:{node.lineno}"
        for module in among
        for function in functions(module)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
        and not any((module.name, name) in OPTIONAL_EXTRAS for name in imported(node))
    ]


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []


def circle(among: Iterable[Module]) -> list[str]:
    """The modules of one circle of imports, or none. A package is not its own importer."""
    known = {module.name: module for module in among}
    graph = {
        name: {
            target for node in ast.walk(module.tree) for target in precise(imported(node), known) if target != name
        }
        for name, module in known.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as fault:
        return list(fault.args[1])
    return []


def precise(names: list[str], known: dict[str, Module]) -> list[str]:
    """`from a import b` means the module a.b where there is one, else a."""
    found = [name for name in names if name in known]
    return found[1:] if len(found) > 1 else found
