"""What must not lie in the repository, and what the locks promise."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, tracked

LARGEST = 1024 * 1024
LOCKS = ("run", "test", "bench")

# Written in pieces, so that this file does not hold what it forbids.
MACHINE_PATH = re.compile(r"(?<![\w.~%/-])/(?:work|farm|root|home|Users|tmp)/[a-z]", re.IGNORECASE)
REGISTRY = re.compile(
    "|".join(rf"{a}\.{b}" for a, b in [
        ("py" + "pi", "org"), ("python" + "hosted", "org"), ("npm" + "js", "(?:com|org)"), ("deb", "deb" + "ian"),
    ]), re.IGNORECASE,
)  # fmt: skip
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b|Not" + r"ImplementedError")
CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
GENERATED = re.compile(
    r"(^|/)(__pycache__|\.venv[^/]*|build|dist|[^/]+\.egg-info|\.[a-z_]+_cache|\.hypothesis)/"
    r"|\.(py[cod]|mo|ics|pdf|docx|whl|sqlite3?|db|log)$"
)


def test_no_file_names_a_path_of_one_machine():
    assert places(MACHINE_PATH) == []


def test_no_file_names_a_package_registry():
    assert places(REGISTRY) == []


def test_nothing_is_left_unfinished():
    assert places(UNFINISHED, but=("LICENSE", "data/")) == []


def test_no_merge_is_half_done():
    assert places(CONFLICT) == []


def test_nothing_generated_is_kept():
    assert [name for name in names() if GENERATED.search(name)] == []


def test_no_file_is_larger_than_a_mebibyte():
    assert [near(path) for path in tracked() if path.stat().st_size > LARGEST] == []


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (MACHINE_PATH, "see /ho" + "me/anna/case.yaml"),
        (MACHINE_PATH, '"/wo' + 'rk/x"'),
        (REGISTRY, "https://py" + "pi.org/simple"),
        (UNFINISHED, "# TO" + "DO later"),
        (CONFLICT, "<" * 7 + " HEAD\n"),
    ],
)
def test_what_is_forbidden_is_seen(pattern, words):
    assert pattern.search(words)


@pytest.mark.parametrize("words", ["https://example.org/wo" + "rk/permit", "src/wo" + "rk/plan", "a/tmp/b"])
def test_an_address_is_no_path_of_a_machine(words):
    assert not MACHINE_PATH.search(words)


@pytest.mark.parametrize("name", ["src/waystation/__pycache__/x.py", "plan.ics", "dist/a.whl", ".venv-test/bin/x"])
def test_generated_output_is_seen(name):
    assert GENERATED.search(name)


# The locks: hashes for everything, no address of an index, and one version of each library for all three.


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_hashes_and_no_address(lock):
    text = lock_text(lock)
    assert requirements(text)
    assert [name for name, rest in requirements(text).items() if "--hash=sha256:" not in rest] == []
    assert not re.search(r"://|--(?:extra-)?index|--find-links|--trusted-host| @ ", text)


@pytest.mark.parametrize("lock", ["test", "bench"])
def test_the_other_locks_hold_what_running_needs(lock):
    assert requirements(lock_text("run")).items() <= requirements(lock_text(lock)).items()


def test_the_locks_hold_the_build_backend_and_every_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    assert groups["build"] == project["build-system"]["requires"]
    run = [*project["project"]["dependencies"], *groups["build"]]
    for lock, wanted in {"run": run, "test": [*run, *groups["test"]], "bench": [*run, *groups["bench"]]}.items():
        held = {name.split("==")[0] for name in requirements(lock_text(lock))}
        assert {plain(name) for name in wanted} <= held, lock


def test_a_bare_requirement_is_seen():
    assert requirements("six==1.0\nattrs==2 \\\n    --hash=sha256:ab\n") == {
        "six==1.0": "", "attrs==2": "    --hash=sha256:ab\n",
    }  # fmt: skip


def plain(requirement: str) -> str:
    return re.split(r"[<>=!~\[; ]", requirement)[0].lower().replace("_", "-").replace(".", "-")


def lock_text(lock: str) -> str:
    return (ROOT / "locks" / f"{lock}.lock").read_text("utf-8")


def requirements(text: str) -> dict[str, str]:
    """Each `name==version` (with its marker) and the lines of hashes below it."""
    found = re.findall(r"^(\S.*?)(?: \\)?\n((?:[ \t]+--.*\n?)*)", text, re.MULTILINE)
    return {head.strip(): rest for head, rest in found}


def near(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def names() -> list[str]:
    return [near(path) for path in tracked()]


def places(pattern: re.Pattern[str], but: tuple[str, ...] = ()) -> list[str]:
    return [
        f"{near(path)}:{number}"
        for path in tracked()
        if not near(path).startswith(but or ("\0",))
        for number, line in enumerate(read(path).splitlines(), start=1)
        if pattern.search(line)
    ]


def read(path: Path) -> str:
    return path.read_text("utf-8", errors="replace")
