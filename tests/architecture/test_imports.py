"""The contracts of .importlinter hold, and they catch what they are there to catch."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, SRC

RINGS = ("core", "registry", "desks", "papers", "casework", "cli")


def test_every_contract_holds(tmp_path):
    said, code = lint(copied(tmp_path))
    assert code == 0, said
    assert "0 broken" in said


# (where a line is planted, the line, the contract that must break)
VIOLATIONS = [
    ("desks/planted/find.py", "import waystation.desks.other.find", "Desks never meet"),
    ("core/planted.py", "import yaml", "The words know no YAML"),
    ("core/planted.py", "import ryaml", "Only the registry imports YAML"),
    ("core/planted.py", "import waystation.registry", "Arrows point inward"),
    ("desks/planted/find.py", "import waystation.registry", "Arrows point inward"),
    ("desks/planted/find.py", "import waystation.papers", "Arrows point inward"),
    ("papers/planted.py", "import waystation.casework", "Arrows point inward"),
    ("casework/planted.py", "import waystation.cli", "Arrows point inward"),
    ("casework/planted.py", "import django.db", "Only web imports Django"),
    ("registry/planted.py", "import waystation.vault.keys", "Arrows point inward"),
    ("vault/planted.py", "import waystation.core", "The safe does not know"),
    ("casework/planted.py", "import waystation.net", "Only the named modules and the doors ask net"),
    ("registry/planted.py", "import socket", "Only net opens sockets"),
    ("casework/planted.py", "import polars", "Only the lab imports Polars"),
    ("cli/planted.py", "import resvg_py", "Only papers draws"),
    ("cli/planted.py", "import typst", "Only papers draws"),
    ("casework/planted.py", "import pyrage", "Only the safe touches libsodium"),
    ("casework/planted.py", "import nacl.public", "Only the safe touches libsodium"),
    ("web/planner/views.py", "import waystation.web.safety.views", "A screen never imports another screen"),
    ("cli/planted.py", "import waystation.web", "Arrows point inward"),
    ("planted.py", "", "Arrows point inward"),  # a top-level module without a ring
]


@pytest.mark.parametrize(("where", "line", "contract"), VIOLATIONS)
def test_a_planted_import_is_caught(tmp_path, where, line, contract):
    root = copied(tmp_path)
    plant(root, where, line)
    said, code = lint(root)
    assert code != 0
    broken = said.split("Broken contracts")[-1]
    assert contract in " ".join(broken.split()), said


def copied(tmp_path: Path) -> Path:
    """A copy of the package with every ring of this issue present, and a second desk, safe and screen to meet."""
    shutil.copytree(SRC, tmp_path / "waystation", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tools", tmp_path / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / ".importlinter", tmp_path)
    for ring in RINGS:
        write(tmp_path / "waystation" / ring / "__init__.py")
    return tmp_path


def plant(root: Path, where: str, line: str) -> None:
    package = root / "waystation"
    for other in ("desks/other/find.py", "vault/keys.py", "web/safety/views.py", "net.py"):
        write(package / other)
    write(package / where, f"{line}\n")


def write(path: Path, text: str = "") -> None:
    for folder in (path.parent, *path.parent.parents):
        if folder.name in ("waystation", "") or (folder / ".importlinter").exists():
            break
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").touch()
    if text or not path.exists():
        path.write_text(text, "utf-8")


def lint(root: Path) -> tuple[str, int]:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as lint; lint()",
        "--no-cache",
    ]
    ran = subprocess.run(
        command, cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, capture_output=True, text=True, check=False
    )
    return ran.stdout + ran.stderr, ran.returncode
