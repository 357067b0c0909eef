"""`journeys pull routes` and `journeys find` as one uses them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.servers import web

ROOT = Path(__file__).parents[2]
LIST = b"A3,1,ATH,1,FRA,2,,0,320\nLH,1,FRA,2,VNO,3,,0,320\nB2,1,TBS,4,MSQ,5,,0,735\nB2,1,MSQ,5,VNO,3,,0,735\nTK,1,TBS,4,IST,6,,0,320\nTK,1,IST,6,FRA,2,,0,320\n"
MARK = "zzcanaryzz"
CASE = f"""# {MARK}
as_of: 2026-11-24
goal: settle
here: {{place: GE, since: 2026-03-17, status: visa-free}}
nationalities: {{complete: true, values: [BY]}}
former_nationalities: {{complete: true, values: []}}
threat_at_home: true
wanted_at_home: true
travel_documents: {{complete: true, values: [{{kind: passport, issuer: BY, valid_until: 2031-04-02, state: valid, number: {MARK}}}]}}
"""


@pytest.fixture
def run(tmp_path):
    """Runs a command in a home of its own."""
    (tmp_path / "case.yaml").write_text(CASE)
    environ = {
        **os.environ,
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "HOME": str(tmp_path),
        "TMPDIR": str(tmp_path),
    }

    def command(*words):
        return subprocess.run(
            [sys.executable, "-m", "waystation", "journeys", *map(str, words)], capture_output=True, text=True,
            cwd=ROOT, env=environ, check=False, timeout=120,
        )  # fmt: skip

    return command


def test_pulled_once_ways_are_found_offline_and_nothing_of_the_case_is_kept(run, tmp_path):
    with web({"/routes.dat": (200, LIST)}) as here:
        pulled = run("pull", "routes", "--from", f"{here}/routes.dat")
        assert pulled.returncode == 0
        assert "Loaded 6 routes" in pulled.stdout
    done = run("find", tmp_path / "case.yaml", "TBS", "LT")
    assert (done.returncode, done.stderr) == (0, "")
    assert "TBS – IST – FRA – VNO" in done.stdout
    assert "A route is no ticket" in done.stdout
    files = [one for one in tmp_path.rglob("*") if one.is_file() and one.name != "case.yaml"]
    assert [one.name for one in files if one.name == "routes.json"]
    for one in files:
        assert MARK.encode() not in one.read_bytes()
        assert b"2026-03-17" not in one.read_bytes()


def test_no_way_that_is_not_closed_is_exit_code_three_with_whom_to_turn_to(run, tmp_path):
    mine = tmp_path / "mine.csv"
    mine.write_text("from,to\nTBS,MSQ\nMSQ,VNO\n")
    done = run("find", tmp_path / "case.yaml", "TBS", "VNO", "--routes", mine)
    assert done.returncode == 3
    for said in ("not closed to you", "Whom to turn to", "Not offered: TBS – MSQ – VNO"):
        assert said in done.stdout


@pytest.mark.slow
def test_the_answer_as_json_and_in_a_file(run, tmp_path):
    mine, page = tmp_path / "mine.csv", tmp_path / "page.html"
    mine.write_text("from,to\nTBS,IST\nIST,FRA\n")
    words = ("find", tmp_path / "case.yaml", "TBS", "FRA", "--routes", mine, "--day", "2026-12-24")
    told = json.loads(run(*words, "--format", "json").stdout)
    assert told["ways"][0]["airports"] == ["TBS", "IST", "FRA"]
    assert {leg["day"] for leg in told["ways"][0]["checked"]["legs"]} == {"2026-12-24"}
    assert run(*words, "--format", "html", "--output", page).returncode == 0
    assert "<script" not in page.read_text()
    assert run(*words, "--fail-at", "guarded").returncode == 1


@pytest.mark.parametrize(
    ("content", "says"), [(None, "No routes are loaded"), ("{", "cannot be read"), ("[1]", "cannot be read")]
)
def test_without_routes_that_can_be_read_one_sentence_says_what_to_do(run, tmp_path, content, says):
    if content is not None:
        (tmp_path / "cache" / "waystation").mkdir(parents=True)
        (tmp_path / "cache" / "waystation" / "routes.json").write_text(content)
    done = run("find", tmp_path / "case.yaml", "TBS", "VNO")
    assert done.returncode == 2
    assert says in done.stderr
    assert "journeys pull routes" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_bad_line_is_named(run, tmp_path):
    mine = tmp_path / "mine.csv"
    mine.write_text("from,to\nTBS,IST\nTBS;FRA\n")
    done = run("find", tmp_path / "case.yaml", "TBS", "VNO", "--routes", mine)
    assert done.returncode == 2
    assert f"{mine}:3" in done.stderr
    assert "TBS;FRA" in done.stderr


def test_a_list_that_does_not_fit_is_not_kept(run, tmp_path):
    with web({"/routes.dat": (200, LIST + b"<script>\n")}) as here:
        done = run("pull", "routes", "--from", f"{here}/routes.dat")
    assert done.returncode == 2
    assert "routes.dat:7" in done.stderr
    assert not list(tmp_path.rglob("routes.json"))


@pytest.mark.slow
def test_the_ways_as_a_picture_and_nothing_to_draw_is_said(run, tmp_path):
    mine, picture = tmp_path / "mine.csv", tmp_path / "ways.svg"
    mine.write_text("from,to\nTBS,IST\nIST,FRA\n")
    words = ("find", tmp_path / "case.yaml", "TBS", "FRA", "--routes", mine, "--format", "svg")
    assert run(*words, "--output", picture).returncode == 0
    assert picture.read_text().startswith("<svg")
    mine.write_text("from,to\nIST,FRA\n")
    none = run(*words)
    assert none.returncode == 2
    assert "nothing to draw" in none.stderr
