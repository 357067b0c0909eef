"""The twelve worked examples of the shape of conditions, each as it is written and as it is judged."""

import datetime as dt

import pytest

from waystation.core.closures import compile_condition
from waystation.core.codec import from_plain
from waystation.core.facts import Among, FactType, Listing, Members, Range
from waystation.core.judge import judge
from waystation.core.reading import read_condition
from waystation.core.truth import NO, UNKNOWN, YES
from waystation.registry.yaml import parse_yaml

FACTS = """
- {id: nationality, type: country}
- {id: residence, type: country}
- {id: age, type: number, subject: [person, member]}
- {id: relation, type: choice, options: [child, spouse], subject: [member]}
- {id: passport_expiry, type: date}
- {id: entry_date, type: date}
- {id: documents, type: set}
- {id: job_offer, type: bool}
- {id: income_eur, type: money}
- {id: criminal_record, type: bool}
- {id: sentence_months, type: number}
- {id: language, type: ordered, options: [A1, A2, B1, B2, C1]}
- {id: household, type: list}
"""
SPELLED = """
"1": {nationality: KE}
"2": {nationality: {in: [SE, NO, DK]}}
"3": {residence: {not_in: [XA, XB]}}
"4": {age: {at_least: 18, below: 35}}
"5": {passport_expiry: {on_or_after: {months: 6, after: entry_date}}}
"6": {documents: {has_all: [birth_certificate, police_clearance]}}
"7": {documents: {has_none: [deportation_order]}}
"8": {any: [{job_offer: true}, {income_eur: {at_least: 30000}}]}
"9": {not: {criminal_record: true, sentence_months: {at_least: 12}}}
"10": {at_least: {count: 2, of: [{job_offer: true}, {language: {at_least: B1}}, {residence: {in: [XA]}}]}}
"11": {age: {at_least: 18}, unless: {criminal_record: true}, presume: {criminal_record: false}}
"12": {some: {of: household, where: {relation: child, age: {below: 18}}}}
"""
VOCABULARY = {
    one["id"]: from_plain({"section": "test", **one}, FactType, {}) for one in parse_yaml(FACTS, "facts")
}  # fmt: skip
CONDITIONS = {
    int(name): read_condition(spelled, VOCABULARY) for name, spelled in parse_yaml(SPELLED, "conditions").items()
}  # fmt: skip
TODAY = dt.date(2026, 11, 24)
CHILD, ADULT, OF_UNKNOWN_AGE = (
    {"relation": "child", "age": 8},
    {"relation": "child", "age": 19},
    {"relation": "child"},
)


def among(*values):
    return Among(frozenset(values))


def papers(*have, lack=(), complete=False):
    return Members(frozenset(have), frozenset(lack), complete)


def judged(number, view):
    seen = {"today": TODAY, **view}
    verdict = judge(CONDITIONS[number], seen)
    assert compile_condition(CONDITIONS[number])(seen) is verdict.truth
    return verdict


@pytest.mark.parametrize(
    ("number", "view", "expected"),
    [
        (1, {"nationality": "KE"}, YES), (1, {"nationality": "FR"}, NO), (1, {}, UNKNOWN),
        (2, {"nationality": "NO"}, YES), (2, {"nationality": among("FR", "DK")}, UNKNOWN), (2, {"nationality": among("NO", "DK")}, YES),
        (3, {}, UNKNOWN), (3, {"residence": "FR"}, YES), (3, {"residence": "XA"}, NO),
        (4, {"age": Range(30, 50)}, UNKNOWN), (4, {"age": Range(36, 50)}, NO), (4, {"age": Range(18, None)}, UNKNOWN), (4, {"age": 34}, YES),
        (5, {"entry_date": dt.date(2026, 8, 31), "passport_expiry": dt.date(2027, 2, 28)}, YES),
        (5, {"entry_date": dt.date(2026, 8, 31), "passport_expiry": dt.date(2027, 2, 27)}, NO),
        (5, {"entry_date": dt.date(2026, 8, 31)}, UNKNOWN), (5, {"passport_expiry": dt.date(2027, 2, 28)}, UNKNOWN),
        (6, {"documents": papers("birth_certificate", "police_clearance")}, YES),
        (6, {"documents": papers(lack=["birth_certificate"])}, NO), (6, {"documents": papers("birth_certificate")}, UNKNOWN),
        (7, {"documents": papers(lack=["deportation_order"])}, YES), (7, {"documents": papers("birth_certificate")}, UNKNOWN),
        (7, {"documents": papers(complete=True)}, YES), (7, {"documents": papers("deportation_order")}, NO),
        (8, {"job_offer": True}, YES), (8, {"job_offer": False}, UNKNOWN), (8, {"job_offer": False, "income_eur": 29999}, NO),
        (9, {"criminal_record": False}, YES), (9, {"criminal_record": True}, UNKNOWN), (9, {"criminal_record": True, "sentence_months": 12}, NO),
        (10, {"job_offer": True, "language": "B2"}, YES), (10, {"job_offer": False, "language": "A2"}, NO),
        (10, {"job_offer": True, "language": "A2"}, UNKNOWN), (10, {"language": among("A2", "B1"), "job_offer": True, "residence": "XA"}, YES),
        (11, {"age": 18}, YES), (11, {"age": 18, "criminal_record": True}, NO), (11, {"age": 17}, NO), (11, {}, UNKNOWN),
        (12, {"household": Listing((ADULT, CHILD))}, YES), (12, {"household": Listing((ADULT,), complete=True)}, NO),
        (12, {"household": Listing((OF_UNKNOWN_AGE,), complete=True)}, UNKNOWN), (12, {"household": Listing((ADULT,))}, UNKNOWN),
        (12, {"household": Listing((), complete=True)}, NO), (12, {}, UNKNOWN),
    ],
)  # fmt: skip
def test_the_worked_examples(number, view, expected):
    assert judged(number, view).truth is expected


def test_a_no_needs_no_second_question():
    """Record no: yes without asking the sentence."""
    assert judged(9, {"criminal_record": False}).missing == ()


def test_only_a_presumption_can_be_overturned_and_it_says_so():
    presumed = judged(11, {"age": 18})
    assert presumed.presumed == ("criminal_record",)
    assert not presumed.settled
    assert judged(11, {"age": 18, "criminal_record": False}).settled


def test_every_example_is_judged():
    assert sorted(CONDITIONS) == list(range(1, 13))
