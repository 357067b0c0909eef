"""The guide and `waystation plan` give the same plans for the same facts, whichever way they were told."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.architecture.tree import ROOT
from tests.web.forms import Form
from waystation.casework.advise import advise
from waystation.core.codec import to_json
from waystation.desks.planner import read_case
from waystation.registry.yaml import read_yaml
from waystation.say import country_codes
from waystation.web import known
from waystation.web.answers import Answers, seal
from waystation.web.questions import kind_of
from waystation.web.spelling import typed_of

TODAY = dt.date(2026, 11, 24)
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
PLACES = st.sampled_from(["BY", "RU", "GE", "AM", "PL", "CR", "NI", "TR", "AF", "PK", "HK"])
NOT_DRAWN = ("household", "co_founders")
"""Those whose fields a form spells in a way of its own, looked at in test_guide."""


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(known, "today", lambda: TODAY)


def printed(plain, knowledge):
    return to_json(
        advise(
            read_case({"as_of": TODAY.isoformat(), **plain}, knowledge.facts, country_codes()),
            knowledge,
            between=known.lines(),
        )
    )


def guided(ask, sealed):
    answer = ask.post("/en/download", {"answers": sealed, "form": "json"})
    assert answer.status_code == 200, answer.content
    return answer.content


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_the_examples_get_the_same_plans(ask, knowledge, example):
    plain = read_yaml(example)
    plain.pop("as_of")
    assert guided(ask, seal(Answers(told=plain))) == printed(plain, knowledge)


def values(kind):
    """Answers of a fact, as a case file spells them."""
    days = st.dates(dt.date(2024, 1, 1), TODAY).map(str)
    match kind.type:
        case "bool":
            return st.booleans()
        case "choice" | "ordered":
            return st.sampled_from(kind.options)
        case "number" | "money":
            return st.integers(0, 90)
        case "country":
            return PLACES
        case "date":
            return days
        case "countries" | "set":
            one = PLACES if kind.type == "countries" else st.sampled_from(kind.options)
            return whole(st.lists(one, unique=True, max_size=2))
    fields = {name: values(field) for name, field in kind.fields.items() if field.type != "text"}
    return whole(st.lists(st.fixed_dictionaries({}, optional=fields).filter(bool), max_size=2))


def whole(lists):
    return lists.flatmap(
        lambda held: st.booleans().map(lambda all_: {"complete": all_ or not held, "values": held})
    )


def asked(knowledge):
    """Facts that a form asks of a person by fields of their own."""
    return [
        kind.id
        for kind in knowledge.facts.values()
        if kind.asked and "person" in kind.subject and kind.id not in NOT_DRAWN and kind.type != "text"
        and (kind.options or kind.type not in ("set", "choice", "ordered"))
    ]  # fmt: skip


@pytest.mark.slow
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whoever_types_into_the_forms_gets_what_a_case_file_gets(ask, knowledge, data):
    drawn = data.draw(st.lists(st.sampled_from(asked(knowledge)), unique=True, max_size=9))
    told = {fact: data.draw(values(knowledge.facts[fact])) for fact in drawn}
    typed = {
        name: held
        for fact, spelled in told.items()
        for name, held in typed_of(fact, kind_of(fact, knowledge), spelled).items()
    }
    page = ask.post("/en/questions", {**typed, "asked": list(told), "go": "review"})
    if page.status_code == 400:
        with pytest.raises(ValueError, match="error"):
            printed(told, knowledge)
        return
    assert guided(ask, Form(page.content).fields["answers"][0]) == printed(told, knowledge)
