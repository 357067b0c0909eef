"""Between form and case file nothing is lost, and what is not typed stays unknown."""

import calendar
import datetime as dt
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waystation.core.facts import FactType, FieldType
from waystation.web.spelling import BLANK, spell, typed_of

COUNTRIES = st.sampled_from(["BY", "RU", "GE", "PL"])
DAYS = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2199, 12, 31))
FIELDS = {
    "kind": FieldType(type="choice", options=("visa", "residence")), "in": FieldType(type="country"),
    "until": FieldType(type="date"), "biometric": FieldType(type="bool"), "number": FieldType(type="text"),
}  # fmt: skip


def kind(of_type, **more):
    return FactType(id="x", type=of_type, section="s", **more)


def of(name):
    match name:
        case "bool":
            return st.booleans()
        case "number":
            return st.integers(0, 10_000)
        case "money":
            return st.one_of(st.integers(0, 10_000), st.floats(0, 1e6, allow_nan=False))
        case "country":
            return COUNTRIES
        case "choice":
            return st.sampled_from(["visa", "residence"])
        case "date":
            return st.one_of(DAYS.map(str), DAYS.map(month), DAYS.map(year))
    values = st.lists(
        COUNTRIES if name == "countries" else st.sampled_from(string.ascii_lowercase), unique=True, max_size=5
    )
    return values.flatmap(whole)


def month(day):
    last = calendar.monthrange(day.year, day.month)[1]
    return {"from": day.replace(day=1).isoformat(), "to": day.replace(day=last).isoformat()}


def year(day):
    return {"from": f"{day.year}-01-01", "to": f"{day.year}-12-31"}


def whole(values):
    return st.booleans().map(lambda told: {"complete": told if values else True, "values": values})


THINGS = st.lists(
    st.fixed_dictionaries(
        {}, optional={"kind": of("choice"), "in": COUNTRIES, "until": of("date"), "biometric": st.booleans()}
    ).filter(bool),
    max_size=6,
).flatmap(whole)


@pytest.mark.parametrize("name", ["bool", "number", "money", "country", "choice", "date", "countries", "set"])
@given(data=st.data())
def test_what_was_told_is_typed_again_and_told_again(name, data):
    spelled = data.draw(of(name))
    assert spell("x", kind(name), typed_of("x", kind(name), spelled)) == spelled


@given(spelled=THINGS)
def test_a_list_of_things_comes_back_whole(spelled):
    asked = kind("list", fields=FIELDS)
    assert spell("x", asked, typed_of("x", asked, spelled)) == spelled


@pytest.mark.parametrize(
    "name", ["bool", "number", "money", "country", "choice", "date", "countries", "set", "list"]
)
def test_nothing_typed_is_no_answer(name):
    assert spell("x", kind(name, fields=FIELDS if name == "list" else {}), {}) is BLANK


def test_no_field_takes_any_words():
    typed = {"x.0.number": ["MP1234567"], "x.0.in": ["PL"]}
    assert spell("x", kind("list", fields=FIELDS), typed)["values"] == [{"in": "PL"}]


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ({"x.year": ["2027"], "x.month": ["2"], "x.day": ["31"]}, "2027-02-31"),
        ({"x.day": ["3"]}, "0000-00-03"),
        ({"x.year": ["next"], "x.month": ["1"]}, "next-1-"),
        ({"x.year": ["۲۰۲۷"], "x.month": ["2"], "x.day": ["۲۰"]}, "2027-02-20"),
        ({"x.year": ["2027"], "x.month": ["13"]}, "2027-13-00"),
    ],
)
def test_a_day_is_handed_on_as_it_was_typed(typed, spelled):
    assert spell("x", kind("date"), typed) == spelled
