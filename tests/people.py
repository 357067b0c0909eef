"""The cast: fictional people whom every test may call by name, as plain case files.

Alesia, Dmitri and Xiomara stand where the three examples stand. The others each carry one difficulty.
Mallory always fails: whatever she hands in must be refused, with the field at fault.
Change a copy: `changed(ALESIA, age=17)`.
"""

import copy
from collections.abc import Mapping
from typing import Any

Case = dict[str, Any]

DAY = "2026-11-24"


def known(*values: Any) -> Case:
    """A list or set that says it is complete."""
    return {"complete": True, "values": list(values)}


def passport(issuer: str, valid_until: str, **more: Any) -> Case:
    return {"kind": "passport", "issuer": issuer, "valid_until": valid_until, **more}


def household(*members: Case) -> Case:
    return {"complete": True, "members": list(members)}


def changed(case: Mapping[str, Any], **facts: Any) -> Case:
    """A copy with some facts set; a fact set to None is taken out."""
    copied = {**copy.deepcopy(dict(case)), **facts}
    return {name: value for name, value in copied.items() if value is not None}


def without(case: Mapping[str, Any], *facts: str) -> Case:
    return {name: copy.deepcopy(value) for name, value in case.items() if name not in facts}


# Alesia reported for an independent newspaper in Belarus. She is in Georgia with her daughter, who is eight.
# Her passport runs out in three months, and no consulate of Belarus renews one abroad.
ALESIA: Case = {
    "as_of": DAY,
    "goal": "settle",
    "accepts": {"danger": "guarded", "apart_days": 0},
    "here": {"place": "GE", "since": "2026-06-01", "status": "visa-free", "lawful_until": "2027-05-31"},
    "nationalities": known("BY"),
    "former_nationalities": known(),
    "age": 37,
    "occupations": ["journalist"],
    "worked_months": 120,
    "public_statements": True,
    "left_home_on": "2026-05-31",
    "threat_at_home": {"value": True, "level": "documented", "day": "2026-11-20"},
    "wanted_at_home": "unknown",
    "passport_renewal": "dangerous",
    "travel_documents": known(passport("BY", "2027-02-20", biometric=True)),
    "statuses": known(),
    "languages": ["ru", "be", "en"],
    "carers": 0,
    "household": household(
        {
            "id": "child-1",
            "relation": "child",
            "age": 8,
            "nationalities": known("BY"),
            "here": {"place": "GE", "since": "2026-06-01", "status": "visa-free", "lawful_until": "2027-05-31"},
            "travel_documents": known(passport("BY", "2029-01-10", biometric=True)),
        }
    ),
}

# Dmitri defended prisoners of conscience in Russia. He is in Armenia, alone, and on the wanted list at home.
DMITRI: Case = {
    "as_of": DAY,
    "goal": "settle",
    "accepts": {"danger": "guarded", "apart_days": 0},
    "here": {"place": "AM", "since": "2026-08-10", "status": "visa-free", "lawful_until": "2027-02-05"},
    "nationalities": known("RU"),
    "former_nationalities": known(),
    "age": 34,
    "occupations": ["human-rights-defender", "ngo-staff"],
    "worked_months": 84,
    "public_statements": True,
    "left_home_on": "2026-08-10",
    "threat_at_home": {"value": True, "level": "documented", "day": "2026-11-20"},
    "wanted_at_home": {"value": True, "level": "documented", "by": "lawyer"},
    "listings": ["home-wanted-list"],
    "passport_renewal": "dangerous",
    "travel_documents": known(passport("RU", "2031-04-02", biometric=True)),
    "statuses": known(),
    "languages": ["ru", "en"],
    "household": household(),
}

# Xiomara organised students in Nicaragua. Her nationality was taken by decree; she is in Costa Rica.
XIOMARA: Case = {
    "as_of": DAY,
    "goal": "settle",
    "accepts": {"danger": "guarded", "apart_days": 0},
    "here": {"place": "CR", "since": "2026-11-05", "status": "none"},
    "nationalities": known(),
    "former_nationalities": known("NI"),
    "stateless": "by-law",
    "nationality_stripped_on": "2026-09-01",
    "age": 41,
    "occupations": ["human-rights-defender", "activist"],
    "worked_months": 132,
    "public_statements": True,
    "left_home_on": "2026-11-05",
    "arrived_directly": True,
    "threat_at_home": {"value": True, "level": "documented", "day": "2026-11-20"},
    "wanted_at_home": True,
    "passport_renewal": "refused",
    "travel_documents": known(passport("NI", "2028-03-14", state="cancelled")),
    "statuses": known(),
    "languages": ["es"],
    "household": household(),
}

# Yusra writes poems in Arabic and Persian. She has told us two things; everything else is unknown.
YUSRA: Case = {
    "as_of": DAY,
    "goal": "arrive",
    "here": {"place": "TR"},
    "occupations": ["writer"],
}

# Tomas had to leave his wife and a son of eleven behind. He is in Lithuania and must not plan without them.
TOMAS: Case = {
    **without(ALESIA, "household", "carers", "here"),
    "here": {"place": "LT", "since": "2026-09-01", "status": "visa", "lawful_until": "2027-08-31"},
    "age": 44,
    "married": True,
    "carers": 1,
    "household": household(
        {"id": "spouse-1", "relation": "spouse", "age": 42, "nationalities": known("BY"), "here": {"place": "BY"}},
        {"id": "child-1", "relation": "child", "age": 11, "nationalities": known("BY"), "here": {"place": "BY"}},
    ),
}

# Noor already has protection in Germany: her plan is to stay and to secure what she has.
NOOR: Case = {
    "as_of": DAY,
    "goal": "settle",
    "here": {
        "place": "DE",
        "since": "2024-03-02",
        "status": "protection",
        "lawful_until": "2028-03-01",
        "renewable": True,
    },
    "nationalities": known("AF"),
    "age": 29,
    "occupations": ["journalist"],
    "threat_at_home": True,
    "travel_documents": known({"kind": "refugee-travel-document", "issuer": "DE", "valid_until": "2028-03-01"}),
    "household": household(),
}

# Ruslan is seventeen and alone: no plan may leave him without a named adult.
RUSLAN: Case = {
    **without(DMITRI, "occupations", "worked_months"),
    "age": 17,
    "occupations": ["student"],
    "carers": 0,
}

CAST: dict[str, Case] = {
    "Alesia": ALESIA,
    "Dmitri": DMITRI,
    "Xiomara": XIOMARA,
    "Yusra": YUSRA,
    "Tomas": TOMAS,
    "Noor": NOOR,
    "Ruslan": RUSLAN,
}

# Mallory always fails: each case has one fault, told by its name. The value is the field at fault.
MALLORY: dict[str, tuple[Case, str]] = {
    "a fact that does not exist": (changed(ALESIA, occupatoins=["journalist"]), "occupatoins"),
    "a day that does not exist": (changed(ALESIA, left_home_on="2026-02-30"), "left_home_on"),
    "a country that does not exist": (changed(ALESIA, nationalities=known("QX")), "nationalities"),
    "an option that does not exist": (changed(ALESIA, passport_renewal="maybe"), "passport_renewal"),
    "two passports with one number": (
        changed(
            ALESIA,
            travel_documents=known(
                passport("BY", "2027-02-20", number="MP1"), passport("BY", "2029-01-01", number="MP1")
            ),
        ),
        "travel_documents",
    ),
    "a bool that is a word": (changed(ALESIA, public_statements="perhaps"), "public_statements"),
    "a member without an id": (changed(ALESIA, household=household({"relation": "child", "age": 8})), "household"),
    "a goal that does not exist": (changed(ALESIA, goal="fly"), "goal"),
}
