"""The interview and the answer, page by page, as somebody with a phone goes through it."""

import datetime as dt

import pytest

from tests.web.forms import Form
from waystation.web.answers import Answers, seal, unseal

FIRST = {"goal": "settle", "here": "GE", "nationalities": "BY", "nationalities__all": "1"}


@pytest.fixture
def go(ask):
    """Presses a button of a page: the next page."""

    def press(form=None, button="next", where="/en/questions", **typed):
        sent = form.sent(button, **typed) if form else {"go": [button]}
        answer = ask.post(where, sent)
        return answer, Form(answer.content)

    return press


def told(form):
    return unseal(form.fields["answers"][0])


def test_the_first_page_asks_where_from_and_what_for(go):
    answer, form = go()
    assert answer.status_code == 200
    assert form.asked == ["goal", "here", "nationalities"]


def test_each_question_can_be_left_out_or_not_known(go):
    _, form = go()
    for fact in ("here", "nationalities"):
        assert f"{fact}.pass" in form.names


def test_answers_travel_in_the_page_as_a_case_file_spells_them(go):
    _, form = go(go()[1], **FIRST)
    assert told(form).told == {
        "goal": "settle",
        "here": "GE",
        "nationalities": {"complete": True, "values": ["BY"]},
    }


def test_what_is_not_known_or_not_said_is_not_asked_again(go):
    _, form = go(go()[1], goal="rest", here__pass="unknown", nationalities__pass="rather-not")
    assert told(form).passed == {"here": "unknown", "nationalities": "rather-not"}
    for _ in range(30):
        assert not {"here", "nationalities", "goal"} & set(form.asked)
        answer, form = go(form)
        if "web.take-along" in answer.content.decode() or not form.asked:
            break


def test_a_page_asks_what_belongs_together_and_not_much(go, knowledge):
    _, form = go(go()[1], **FIRST)
    while form.asked and "plan" not in form.names:
        assert len(form.asked) <= 4
        answer, form = go(form)
        if b"/en/download" in answer.content:
            return
    pytest.fail("the questions never end")


def test_back_shows_the_page_before_with_what_was_typed(go):
    _, second = go(go()[1], **FIRST)
    _, form = go(second, button="back")
    assert form.asked == ["goal", "here", "nationalities"]
    assert form.fields["here"] == ["GE"]
    assert form.fields["nationalities"] == ["BY"]
    assert form.fields["goal"] == ["settle"]


def test_back_keeps_what_was_typed_on_the_page_one_leaves(go):
    _, second = go(go()[1], **FIRST)
    name = second.asked[0]
    _, form = go(second, button="back", **{name: "yes"})
    assert told(form).told[name] is True


def test_an_answer_can_be_changed_from_the_review(go):
    _, second = go(go()[1], **FIRST)
    _, review = go(second, button="review")
    assert "change:here" in review.buttons
    _, form = go(review, button="change:here")
    assert form.asked == ["here"]
    _, form = go(form, here="AM")
    assert told(form).told["here"] == "AM"


def test_a_day_that_cannot_be_is_refused_beside_its_question_and_stays(go):
    sealed = seal(Answers({"goal": "settle", "here": "GE"}, {}, (("goal", "here"),)))
    asked = {
        "answers": [sealed],
        "asked": ["lawful_until"],
        "lawful_until.day": ["31"],
        "lawful_until.month": ["2"],
        "lawful_until.year": ["2027"],
        "go": ["next"],
    }
    form = Form(b"")
    form.fields = asked
    answer, page = go(form)
    assert answer.status_code == 400
    assert page.fields["lawful_until.day"] == ["31"]
    assert "fault-lawful_until" in answer.content.decode()


def test_one_more_row_keeps_what_was_typed(go):
    form = Form(b"")
    form.fields = {
        "answers": [""],
        "asked": ["travel_documents"],
        "travel_documents.0.issuer": ["BY"],
        "travel_documents.row": ["1"],
    }
    _, page = go(form, button="more:travel_documents:2")
    assert page.fields["travel_documents.0.issuer"] == ["BY"]
    assert "travel_documents.1.issuer" in page.names


def test_the_language_can_be_changed_in_the_middle(go):
    _, second = go(go()[1], **FIRST)
    answer, form = go(second, button="same", where="/xx-rtl/questions")
    assert 'dir="rtl"' in answer.content.decode()
    assert form.asked == second.asked
    assert told(form) == told(second)


def test_a_forged_question_is_not_asked(go):
    form = Form(b"")
    form.fields = {"answers": [""], "asked": ["today", "no-such-fact", "here"]}
    _, page = go(form, button="same")
    assert page.asked == ["here"]


@pytest.mark.parametrize("sealed", ["x", "eyJ0b2xkIjp7fX0:forged", "a" * 50_000])
@pytest.mark.parametrize("where", ["questions", "answer", "review", "plan", "download"])
def test_answers_that_we_did_not_sign_are_refused_in_one_sentence(ask, sealed, where):
    answer = ask.post(f"/en/{where}", {"answers": sealed, "go": "next"})
    assert answer.status_code == 400
    assert "too old" in answer.content.decode()


def test_an_impossible_case_is_refused_and_keeps_the_answers(go):
    sealed = seal(Answers({"here": "GE", "here_since": "2100-01-01"}))
    form = Form(b"")
    form.fields = {"answers": [sealed]}
    answer, page = go(form, button="answer")
    assert answer.status_code == 400
    assert page.fields["answers"] == [sealed]


def test_the_answer_shows_the_plans_folded_with_a_button_for_each(go, ask):
    answer, _ = go(go()[1], button="answer", **FIRST)
    page = answer.content.decode()
    assert answer.status_code == 200
    plans = page.count('<button name="plan"')
    assert plans > 0
    assert plans == page.count("<h3 id=")
    assert page.count("<details>") == plans


def test_one_plan_whole(go, ask):
    answer, form = go(go()[1], button="answer", **FIRST)
    plan = answer.content.decode().split('name="plan" value="')[1].split('"')[0]
    whole = ask.post("/en/plan", {"answers": form.fields["answers"][0], "plan": plan})
    assert whole.status_code == 200
    assert f'id="{plan}"' in whole.content.decode()
    gone = ask.post("/en/plan", {"answers": form.fields["answers"][0], "plan": "plan-of-nobody"})
    assert gone.status_code == 400


def test_the_dangers_have_a_page_with_what_to_do(go, ask):
    _, form = go(go()[1], button="answer", **FIRST)
    page = ask.post("/en/dangers", {"answers": form.fields["answers"][0]})
    assert page.status_code == 200
    assert 'id="remedies"' in page.content.decode()


def test_the_family_is_counted_and_described(go, knowledge):
    form = Form(b"")
    sealed = seal(Answers({"here": "GE", "here_since": "2026-06-01"}))
    form.fields = {
        "answers": [sealed],
        "asked": ["household"],
        "household.row": ["1"],
        "household.0.relation": ["child"],
        "household.0.age": ["8"],
        "household.0.nationality": ["BY"],
        "household.0.with_me": ["yes"],
        "household.0.passport_until.year": ["2029"],
        "household.all": ["1"],
    }
    answer, page = go(form, button="answer")
    assert answer.status_code == 200, answer.content.decode()[-2000:]
    assert told(page).told["household"]["values"][0]["relation"] == "child"
    member = told(page).case(knowledge, dt.date(2026, 11, 24)).members[0].view()
    assert (member["relation"], member["age"], member["here"]) == ("child", 8, "GE")
