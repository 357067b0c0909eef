"""Make a virtual environment that holds exactly one lock and this package, and do nothing when it already does.

    python3 tools/make_venv.py .venv locks/run.lock

Uses only the standard library. Any Python 3 must be able to read this file, to be told that it is too old.
"""

import hashlib
import importlib
import platform
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
TOO_OLD = """Waystation needs Python {}.{} or newer; this is Python {}.
Install one, then say which: make PYTHON=python3.11 ..."""
NO_VENV = """This Python cannot make a virtual environment: its module '{}' is missing.
On Debian or Ubuntu: apt-get install python3-venv
Or use another Python: make PYTHON=python3.11 ..."""
NO_LIBRARIES = """The libraries of {} could not be installed; the message above says why.
This step needs a package index, once. Behind a mirror, set it up for pip as usual (pip.conf)."""
NO_PACKAGE = """Waystation itself could not be installed; the message above says why.
Is this a whole checkout, with README.md, data/ and src/?"""


def key(lock: Path) -> str:
    """What the environment depends on: this Python, the folder, the lock and the description of the package."""
    digest = hashlib.sha256()
    for part in (platform.python_version(), sys.base_prefix, str(Path.cwd())):
        digest.update(part.encode())
    for file in (lock, Path("pyproject.toml"), Path(__file__)):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def check_python() -> None:
    if sys.version_info < OLDEST:
        sys.exit(TOO_OLD.format(*OLDEST, platform.python_version()))
    for module in ("venv", "ensurepip"):
        try:
            importlib.import_module(module)
        except ImportError:
            sys.exit(NO_VENV.format(module))


def install(folder: Path, lock: Path) -> None:
    python = str(folder / "bin" / "python")
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.call([*pip, "--require-hashes", "--no-deps", "-r", str(lock)]) != 0:
        sys.exit(NO_LIBRARIES.format(lock))
    if subprocess.call([*pip, "--no-build-isolation", "--no-deps", "--editable", "."]) != 0:
        sys.exit(NO_PACKAGE)


def main(folder: Path, lock: Path) -> None:
    check_python()
    stamp = folder / "holds"
    wanted = key(lock)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("Setting up {} from {} ...".format(folder, lock), file=sys.stderr)
    shutil.rmtree(str(folder), ignore_errors=True)
    if subprocess.call([sys.executable, "-m", "venv", str(folder)]) != 0:
        sys.exit(NO_VENV.format("ensurepip"))
    install(folder, lock)
    stamp.write_text(wanted)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
