"""The command line as one uses it: answers, questions, faults; every fault is one sentence and exit code 2."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from icalendar import Calendar

from waystation.registry.yaml import read_yaml

ROOT = Path(__file__).parents[2]
JOURNALIST = ROOT / "examples" / "journalist.yaml"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{key}: &{key} [{', '.join([f'*{before}'] * 10)}]\n" for before, key in zip("abcdefg", "bcdefgh", strict=True)
)


def run(*words, typed=""):
    return subprocess.run(
        [sys.executable, "-m", "waystation", *map(str, words)], input=typed, capture_output=True, text=True,
        cwd=ROOT, check=False, timeout=120,
    )  # fmt: skip


def test_a_plan_as_text_ends_with_its_sources():
    done = run("plan", JOURNALIST)
    assert done.returncode == 0
    assert "Plan A" in done.stdout
    assert "Sources" in done.stdout
    assert done.stderr == ""


@pytest.mark.slow
def test_the_four_forms_each_say_the_same_twice(tmp_path):
    for form in ("text", "json", "html", "ics"):
        one, two = tmp_path / f"one.{form}", tmp_path / f"two.{form}"
        for file in (one, two):
            assert run("plan", JOURNALIST, "--format", form, "--output", file).returncode == 0
        assert one.read_bytes() == two.read_bytes()
    assert json.loads((tmp_path / "one.json").read_text())["goal"] == "settle"
    assert Calendar.from_ical((tmp_path / "one.ics").read_bytes()).walk("VEVENT")
    page = (tmp_path / "one.html").read_text()
    assert "<script" not in page
    assert "<title>Plans</title>" in page


def test_the_calendar_tells_a_stranger_nothing():
    words = run("plan", JOURNALIST, "--format", "ics").stdout
    assert not any(word in words for word in ("Georgia", "Poland", "asylum", "visa", "passport", "Belarus"))


@pytest.mark.slow
def test_another_day_and_an_assumption_change_the_answer():
    plain = run("plan", JOURNALIST, "--format", "json").stdout
    assert run("plan", JOURNALIST, "--format", "json", "--as-of", "2026-11-25").stdout != plain
    assumed = run("plan", JOURNALIST, "--format", "json", "--assume", "wanted_at_home=true")
    assert json.loads(assumed.stdout)["assumed"] == ["wanted_at_home=True"]


@pytest.mark.slow
def test_fail_at_tells_by_exit_code():
    assert run("plan", JOURNALIST, "--fail-at", "high").returncode == 1
    assert run("plan", JOURNALIST, "--fail-at", "extreme").returncode == 0


def test_no_plan_is_exit_code_three_and_names_somebody(tmp_path):
    case = tmp_path / "case.yaml"
    case.write_text(
        "as_of: 2026-11-24\nhere: {place: LA, status: none}\nnationalities: {complete: true, values: [CN]}\n"
    )
    done = run("plan", case)
    assert done.returncode == 3
    assert "Whom to turn to" in done.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("as_of: 2026-11-24\noccupatons: [journalist]\n", ":2, occupatons: There is no fact called occupatons. Did you mean occupations?"),
        ("as_of: 2026-11-24\nleft_home_on: 2026-02-30\n", ":2, left_home_on: '2026-02-30' is no day that exists"),
        ("as_of: 2026-11-24\ntravel_documents:\n  - {kind: passport, number: 7}\n  - {kind: passport, number: 7}\n",
         ":4, travel_documents[1].number: Two travel documents have the same number"),
        ("as_of: 2026-11-24\nhere: {place: QZ}\n", ":2, here.place: There is no country with the code QZ"),
        (BOMB, ":2: Here the file repeats something by a star"),
        ("", "The file is empty"),
        ("x" * 10_000_000, "The file is larger than"),
        ("as_of: 2026-11-24\nas_of: 2026-11-25\n", ":2: as_of stands here twice"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", ["plan", "ask"])
def test_bad_input_is_one_sentence_with_line_and_field(tmp_path, command, words, says):
    case = tmp_path / "case.yaml"
    case.write_text(words)
    done = run(command, case)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert case.read_text() == words
    assert [file.name for file in tmp_path.iterdir()] == ["case.yaml"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("plan", "nowhere.yaml"), "The file cannot be read"),
        (("explain", JOURNALIST, "de-22-2-residence-ac"), "Did you mean de-22-2-residence-act?"),
        (("plan", JOURNALIST, "--assume", "age"), "is no assumption"),
        (("plan", JOURNALIST, "--assume", "age=old"), "is no number"),
        (("plan", JOURNALIST, "--lang", "qq"), "The language qq is not known"),
        (("registry", "show", "nothing"), "There is no record with the id nothing"),
        (("diff", JOURNALIST, JOURNALIST), "This is no saved answer"),
        (("plan", JOURNALIST, "--knowledge", "nowhere"), "There is no such folder"),
    ],
)
def test_other_faults_are_one_sentence_too(words, says):
    done = run(*words)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


def test_ask_writes_each_answer_and_keeps_the_comments(tmp_path):
    case = tmp_path / "case.yaml"
    case.write_text("# mine\nas_of: 2026-11-24\nhere: {place: GE}  # now\n")
    done = run("ask", case, typed="BY\ny\n?\n\nq\n")
    assert done.returncode == 0, done.stderr
    words = case.read_text()
    assert words.startswith("# mine\nas_of: 2026-11-24\nhere: {place: GE}  # now\n")
    assert len(read_yaml(case)) > 2
    assert "unknown" in words


def test_ask_says_what_it_cannot_take_and_asks_again(tmp_path):
    case = tmp_path / "case.yaml"
    case.write_text("as_of: 2026-11-24\n")
    done = run("ask", case, typed="noise noise\n\nq\n")
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_explain_names_the_leaf_and_the_source():
    done = run("explain", JOURNALIST, "lt-restrictive-measures-residence-ru")
    assert done.returncode == 0
    assert "nationalities" in done.stdout
    assert "[1]" in done.stdout


@pytest.mark.slow
def test_diff_of_an_answer_with_itself_is_empty(tmp_path):
    saved = tmp_path / "a.json"
    run("plan", JOURNALIST, "--format", "json", "--output", saved)
    assert run("diff", saved, saved).stdout == "Nothing changed.\n"
    other = tmp_path / "b.json"
    run("plan", JOURNALIST, "--format", "json", "--assume", "wanted_at_home=true", "--output", other)
    assert "Changed step" in run("diff", saved, other).stdout


@pytest.mark.slow
def test_search_and_show_find_what_is_there():
    assert "pl-humanitarian-visa-d21" in run("registry", "search", "poland", "visa").stdout
    assert "For whom" in run("registry", "show", "pl-humanitarian-visa-d21").stdout
    assert run("registry", "check").returncode == 0


@pytest.mark.slow
def test_a_new_practice_is_planned_with_without_touching_python(tmp_path):
    data = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    words = (data / "practices/pl/pl-humanitarian-visa-d21.yaml").read_text()
    new = words.replace("pl-humanitarian-visa-d21", "pl-new-way").replace(
        "{at: mission, source: s3}", "{at: online, source: s3}"
    )
    (data / "practices/pl/pl-new-way.yaml").write_text(new)
    assert run("registry", "check", "--public", data).returncode == 0
    assert "pl-new-way" in run("plan", JOURNALIST, "--all", "--format", "json", "--public", data).stdout


@pytest.mark.slow
def test_a_layer_that_replaces_ends_and_adds_is_seen_in_the_plan_with_its_name(tmp_path):
    desk, d21 = tmp_path / "desk", "pl-humanitarian-visa-d21"
    (desk / "practices/pl").mkdir(parents=True)
    (desk / "ended").mkdir()
    (desk / "layer.yaml").write_text("name: Relocation desk\n")
    words = (ROOT / "data/practices/pl" / f"{d21}.yaml").read_text()
    added = words.replace(d21, "pl-desk-way").replace(
        "Poland: national humanitarian visa (D21)", "The desk's own way"
    )
    (desk / "practices/pl/pl-desk-way.yaml").write_text(added)
    changed = words.replace(f"id: {d21}", f"id: {d21}\nreplaces: true").replace("(D21)", "(D21, as we know it)")
    (desk / f"practices/pl/{d21}.yaml").write_text(changed)
    source = words[words.index("sources:") :].split("  s2:")[0]
    (desk / "ended/lt-mfa-mediation.yaml").write_text(f"id: lt-mfa-mediation\non: 2026-11-01\n{source}")
    assert run("registry", "check", "--knowledge", desk).returncode == 0
    told = run("plan", JOURNALIST, "--all", "--knowledge", desk).stdout
    assert "The desk's own way" in told
    assert "(D21, as we know it)" in told
    assert "not from the public one: Relocation desk." in told
    assert "From your own knowledge: Relocation desk." in told
    near = told[told.index("What would have to change") :] if "What would have to change" in told else told
    assert "So says your own knowledge: Relocation desk." in near
    assert "Relocation desk" not in run("plan", JOURNALIST, "--all").stdout


@pytest.mark.slow
def test_a_journey_comes_as_a_picture(tmp_path):
    for form, begins in (("svg", b"<svg "), ("png", b"\x89PNG")):
        file = tmp_path / f"journey.{form}"
        for command in (("journeys", "check"), ("assess",)):
            done = run(*command, JOURNALIST, "FR4978 ATH-VNO 23DEC", "--format", form, "--output", file)
            assert done.returncode == 0
            assert file.read_bytes().startswith(begins)


def test_without_a_journey_there_is_nothing_to_draw():
    done = run("assess", JOURNALIST, "--format", "svg")
    assert done.returncode == 2
    assert "There is no journey to draw" in done.stderr
    assert done.stdout == ""


@pytest.mark.slow
def test_a_translator_gets_files_to_fill_and_is_told_what_is_missing(tmp_path):
    done = run("registry", "words", "fa", "--write", tmp_path, "--format", "json")
    assert done.returncode == 0
    kinds = {one["kind"]: one for one in json.loads(done.stdout)}
    assert kinds["registry.po"]["words"] > 0
    for name in ("facts", "dangers", "remedies", "practices", "bodies", "options", "doors"):
        plain = read_yaml(tmp_path / "data" / f"{name}.yaml")
        assert (plain["language"], plain["signed"]) == ("fa", None)
    assert (tmp_path / "locale" / "papers.po").read_text("utf-8").count("#. ") > 300
    before = {file: file.read_bytes() for file in tmp_path.rglob("*.*")}
    assert run("registry", "words", "fa", "--write", tmp_path).returncode == 0
    assert {file: file.read_bytes() for file in tmp_path.rglob("*.*")} == before


@pytest.mark.parametrize(("language", "said"), [("en", "English is the language"), ("../fa", "../fa"), ("q", "q")])
def test_words_are_for_a_language_that_is_another(language, said):
    done = run("registry", "words", language)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_language_without_a_catalogue_is_answered_in_english():
    assert "ICORN" in run("registry", "search", "ICORN", "--lang", "fi").stdout
