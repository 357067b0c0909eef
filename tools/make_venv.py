"""Make a virtual environment that holds exactly one lock and this package, and do nothing when it already does.

    python3 tools/make_venv.py .venv locks/run.lock

Uses only the standard library. Any Python 3 must be able to read this file, to be told that it is too old.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys

OLDEST = (3, 11)
TOO_OLD = """Waystation needs Python {}.{} or newer; this is Python {}.
Install one, then say which: make PYTHON=/path/to/python3.11 ..."""
NO_VENV = """This Python cannot make a virtual environment: its module '{}' is missing.
On Debian or Ubuntu: apt-get install python3-venv
Or use another Python: make PYTHON=/path/to/python3.11 ..."""
NO_LIBRARIES = """The libraries of {} could not be installed; the message above says why.
This step needs a package index, once. Behind a mirror, set it up for pip as usual (pip.conf)."""
NO_PACKAGE = """Waystation itself could not be installed; the message above says why.
Is this a whole checkout, with README.md, data/ and src/?"""


def key(lock):
    """What the environment depends on: this Python, where it stands, the lock and the package's own description."""
    digest = hashlib.sha256()
    for part in (platform.python_version(), sys.base_prefix, os.getcwd()):
        digest.update(part.encode())
    for name in (lock, "pyproject.toml", __file__):
        with open(name, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def is_current(stamp, wanted):
    if not os.path.exists(stamp):
        return False
    with open(stamp) as file:
        return file.read() == wanted


def check_python():
    if sys.version_info < OLDEST:
        sys.exit(TOO_OLD.format(OLDEST[0], OLDEST[1], platform.python_version()))
    for module in ("venv", "ensurepip"):
        try:
            __import__(module)
        except ImportError:
            sys.exit(NO_VENV.format(module))


def install(folder, lock):
    pip = [os.path.join(folder, "bin", "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.call([*pip, "--require-hashes", "--no-deps", "-r", lock]) != 0:
        sys.exit(NO_LIBRARIES.format(lock))
    if subprocess.call([*pip, "--no-build-isolation", "--no-deps", "--editable", "."]) != 0:
        sys.exit(NO_PACKAGE)


def main(folder, lock):
    check_python()
    stamp = os.path.join(folder, "holds")
    wanted = key(lock)
    if is_current(stamp, wanted):
        return
    print("Setting up {} from {} ...".format(folder, lock), file=sys.stderr)
    shutil.rmtree(folder, ignore_errors=True)
    if subprocess.call([sys.executable, "-m", "venv", folder]) != 0:
        sys.exit(NO_VENV.format("ensurepip"))
    install(folder, lock)
    with open(stamp, "w") as file:
        file.write(wanted)


if __name__ == "__main__":
    main(*sys.argv[1:])
