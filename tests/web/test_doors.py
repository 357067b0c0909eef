"""Short doors: each asks little and leads to what the desks can answer and to who can do the rest."""

import pytest

from tests.web.forms import Form

TOLD = {"here": "GE", "nationalities": "BY", "nationalities.all": "1", "go": "answer"}


def asked(knowledge, door):
    return {"asked": list(knowledge.doors[door].asks)}


@pytest.mark.parametrize("door", ["journey", "care", "list", "bank", "held"])
def test_a_door_asks_and_each_question_can_be_left_out(ask, knowledge, door):
    form = Form(ask.get(f"/en/door/{door}").content)
    assert form.asked == list(knowledge.doors[door].asks)
    assert all(f"{fact}.pass" in form.names for fact in form.asked)


@pytest.mark.parametrize("door", ["care", "list", "bank", "held"])
def test_a_door_answers_with_what_to_do_or_whom_to_ask(ask, knowledge, door):
    page = ask.post(f"/en/door/{door}", {**TOLD, **asked(knowledge, door)})
    assert page.status_code == 200
    words = page.content.decode()
    assert "Whom to ask" in words
    assert "Sources" in words


@pytest.mark.parametrize("door", ["care", "list", "bank", "held"])
def test_a_door_answers_somebody_who_tells_nothing(ask, knowledge, door):
    page = ask.post(f"/en/door/{door}", {"go": "answer", **asked(knowledge, door)})
    assert page.status_code == 200


def test_no_door_asks_for_a_name(ask, knowledge):
    for door in knowledge.doors.values():
        words = ask.get(f"/en/door/{door.id}").content.decode()
        assert 'type="text"' not in words.split("<main")[1]
        assert ("<textarea" in words) is door.journey


def test_a_journey_is_looked_at_leg_by_leg(ask, knowledge):
    page = ask.post("/en/door/journey", {**TOLD, **asked(knowledge, "journey"), "journey": "FR4978 ATH-VNO 23DEC"})
    words = page.content.decode()
    assert page.status_code == 200
    assert "ATH" in words
    assert "Belarus" in words


def test_a_journey_that_cannot_be_read_stays_in_its_field(ask, knowledge):
    page = ask.post("/en/door/journey", {**TOLD, **asked(knowledge, "journey"), "journey": "by camel <b>"})
    assert page.status_code == 400
    assert "by camel &lt;b&gt;</textarea>" in page.content.decode()


def test_a_journey_is_asked_for_where_there_is_none(ask, knowledge):
    page = ask.post("/en/door/journey", {**TOLD, **asked(knowledge, "journey")})
    assert page.status_code == 400
    assert "at least one leg" in page.content.decode()


def test_from_a_door_one_goes_on_to_a_whole_plan_with_what_was_told(ask, knowledge):
    page = Form(ask.post("/en/door/care", {**TOLD, **asked(knowledge, "care")}).content)
    following = Form(ask.post("/en/questions", page.sent("next")).content)
    assert following.asked
    assert ask.post("/en/door/care", page.sent("again")).status_code == 200


def test_there_is_no_door_of_that_name(ask):
    assert ask.get("/en/door/nowhere").status_code == 404


def test_the_map_of_a_journey_comes_as_a_file(ask, knowledge):
    told = {**TOLD, **asked(knowledge, "journey"), "journey": "FR4978 ATH-VNO 23DEC"}
    page = Form(ask.post("/en/door/journey", told).content)
    picture = ask.post("/en/map", page.sent("again"))
    assert picture["Content-Type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert ask.post("/en/map", {"answers": "", "journey": ""}).status_code == 400
