"""The wheel, alone in an empty environment, plans from another directory."""

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """An environment with the wheel in it. The libraries are lent from here; our own package is not."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    built = [
        *pip,
        "wheel",
        "--no-index",
        "--no-build-isolation",
        "--no-deps",
        "--wheel-dir",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(built, check=True)
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / "bin" / "python"
    wheel = next(folder.glob("*.whl"))
    subprocess.run([*pip, "--python", str(python), "install", "--no-index", "--no-deps", str(wheel)], check=True)
    (site(python) / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


def test_the_package_comes_from_the_wheel_and_holds_the_knowledge(installed, tmp_path):
    say = "import waystation, pathlib; print(pathlib.Path(waystation.__file__).parent)"
    said = subprocess.run(
        [str(installed), "-c", say], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout.strip()
    package = Path(said)
    assert package.is_relative_to(installed.parents[1])
    assert sorted(path.name for path in (package / "knowledge").iterdir() if path.is_dir()) == sorted(
        path.name for path in (ROOT / "data").iterdir() if path.is_dir() and any(path.rglob("*.*"))
    )


def test_the_command_plans_from_another_directory(installed, tmp_path):
    (tmp_path / "case.yaml").write_text((ROOT / "examples" / "journalist.yaml").read_text("utf-8"), "utf-8")
    ran = subprocess.run(
        [str(installed.parent / "waystation"), "plan", "case.yaml", "--format", "json"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.yaml"]


def site(python: Path) -> Path:
    return next((python.parents[1] / "lib").glob("python*")) / "site-packages"
