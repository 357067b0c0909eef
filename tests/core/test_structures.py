"""The twenty structures that real law has, each as a file of the registry holds it, read, judged and planned with."""

import datetime as dt
from pathlib import Path

import pytest

from tests.desks.planner import world
from waystation.core.facts import Listing, Members
from waystation.core.judge import judge
from waystation.core.truth import NO, UNKNOWN, YES
from waystation.desks.planner import find_plans
from waystation.desks.planner.entry import entry_right
from waystation.desks.planner.held import held_at_start
from waystation.desks.planner.label import ASKED, CHOSEN
from waystation.desks.planner.rules import compile_rule, version_of
from waystation.registry.read import read_knowledge

DATA = Path(__file__).parents[2] / "data"
TODAY = world.TODAY
D = dt.date

ENVELOPE = """
id: {id}
title: "{id}"
sources: {{s1: {{url: null, publisher: p, checked: 2026-11-01, seen: page, says: "Words of the law."}}}}
"""
PRACTICE = "country: QA\narea: entry\nby: [authority-qa]\n"
FACTS = """
- {id: purpose, type: choice, options: [study, work], section: wishes}
- {id: scholarship_from, type: choice, options: [state, other], section: money}
- {id: cost_type, type: choice, options: [legal-aid, living-in-exile], section: money}
- {id: applied_on, type: date, section: procedure}
- {id: second_nationality, type: bool, section: identity}
- {id: other_account, type: bool, section: money}
- {id: received_on, type: date, section: procedure}
- id: account_ends
  type: list
  section: money
  fields: {bank: {type: text}, day: {type: date}, why: {type: choice, options: [breach, other]}}
- id: route
  type: list
  section: location
  fields: {airport: {type: country}, exempt: {type: bool}}
- {id: refugee_confirmed, type: bool, section: legal}
- {id: notice_from, type: countries, section: legal}
- {id: alone_as_child, type: bool, section: family}
- {id: granted_on, type: date, section: procedure}
- {id: family_asked_on, type: date, section: procedure}
- {id: insured_as, type: choice, options: [refugee, other], section: legal}
"""
PARAMETERS = """
- id: family-income
  title: "Income asked of a sponsor"
  values:
    - {from: 2025-01-01, value: 2000, source: s1}
    - {from: 2026-05-01, value: 2500, source: s1}
  sources: {s1: {url: null, publisher: p, checked: 2026-11-01, seen: page, says: "2000, then 2500."}}
"""
PLACES = {
    "qs": "country: QS\nmissions: [{of: QA, city: Town, takes: [visa-qa, permit-of-refuge]}]",
    "qa": "country: QA",
    "qk": """
country: QK
entry:
  - {shows: {kind: [refugee-travel-document]}, admits: stay, stay: {length: {days: 15}}, source: s1,
     who: {some: {of: statuses, where: {in: {is: QA}, kind: {in: [residence, protection]}}},
           nationalities: {has_none: [RU]}}}
  - {shows: {kind: [refugee-travel-document]}, admits: stay, stay: {length: {days: 15}}, source: s1,
     who: {some: {of: statuses, where: {in: {is: QA}, kind: {in: [residence, protection]}}},
           nationalities: {has_any: [RU]}, silent: "Which of the two rules comes first."}}
  - {shows: {kind: [passport], issuer: [RU]}, admits: visa, source: s1}
""",
}
STAY = "gives: [{entry: {to: QA}}, {status: {in: QA, kind: visa, name: v, length: {days: 200}, from: entry}}]"
SETTLED = "gives: [{status: {in: QA, kind: residence, name: r, length: {years: 1}, renewable: true}}, {right: {to: work, in: QA}}]"
PRACTICES = {
    # 1 a ban with exceptions, and an exception to the exception
    "ban-qa": """
kind: ban
forbids: {country: QA, kind: [visa], at: [mission]}
who: {nationalities: {has_any: [RU, BY]}}
unless:
  - {some: {of: family_of, where: {in: {is: QA}, kind: citizen}}}
  - {decisions: {has_any: [interest-confirmed]}}
  - {nationalities: {has_any: [BY]}, purpose: study, scholarship_from: state, unless: {convicted: true}}
""",
    "visa-qa": f"kind: visa\nwhere: [{{at: mission}}]\ntakes: {{high: 20, source: s1}}\n{STAY}",
    "permit-qa": f"""
kind: permit
who: {{some: {{of: statuses, where: {{in: {{is: QA}}, kind: visa}}}}}}
where: [{{at: inside}}]
takes: {{high: 30, source: s1}}
{SETTLED}
""",
    # 2 nationality and residence together
    "single-entry": """
kind: visa
access: discretionary
gives: [{entry: {to: QA, entries: many}}]
versions:
  - when: {nationalities: {has_any: [RU], has_none: [DE, PL]}, here: {is: RU}}
    gives: [{entry: {to: QA, entries: one}}]
""",
    # 4 two clocks that look back
    "grant-recent": "kind: fund\nwho: {last_threat_on: {on_or_after: {days: 90, before: today}}, worked_months: {at_least: 6}}",
    # 5 the time of application against the departure
    "grant-cost": """
kind: fund
who: {unless: {left_home_on: {on_or_before: {days: 0, after: applied_on}}, cost_type: living-in-exile}}
""",
    # 6 a fixed date in one call, statuses that must be absent
    "call-2025": """
kind: fund
access: call
valid: {from: 2025-01-01, until: 2025-12-31, renewal: expected}
who:
  any: [{here: {in: [BY, RU]}}, {left_home_on: {after: 2024-04-15}}]
  second_nationality: false
  unless: {some: {of: statuses, where: {kind: {in: [permanent]}}}}
  decisions: {has_any: [host-agreed]}
""",
    # 7 the last status of a kind
    "after-d21": "kind: permit\nwho: {some: {of: statuses, where: {in: {is: QA}, name: {is: d21}, until: {on_or_after: {days: 0, after: today}}}}}",
    # 8 events counted in a rolling window
    "loses-permit": """
kind: permit
lost_if:
  - says: "More than one journey home in three months."
    when:
      count: {of: trips, where: {to: {in: [RU, BY]}, reason: {not_in: [beyond-control]}},
              within: {months: 3, before: today}, by: from, at_least: 2}
      unless: {occupations: {has_any: [transport-worker]}}
""",
    # 9 the version that an event picks
    "protection-qa": """
kind: protection
gives: [{status: {in: QA, kind: protection, name: new, length: {months: 30}}}]
versions:
  - when: {alone_as_child: true}
    gives: [{status: {in: QA, kind: protection, name: child, length: {years: 5}}}]
  - when: {some: {of: asylum_claims, where: {in: {is: QA}, filed: {before: 2026-03-02}}}}
    gives: [{status: {in: QA, kind: protection, name: old, length: {years: 5}}}]
""",
    # 10 a deadline with excuses
    "claim-in-a-year": """
kind: protection
who:
  clock: {from: here_since, length: {years: 1}, extended_if: {any: [{danger_here: true}, {lawful_until: {on_or_after: {days: 60, before: today}}}]}}
""",
    # 11 weighted periods, and absences
    "long-term": """
kind: permit
who:
  weigh: {of: stays, by: {kind: {study: 0.5, pending: 0.5, residence: 1}}, at_least: {years: 5}}
  every: {of: trips, where: {until: {on_or_before: {months: 6, after: from}}}}
  not: {weigh: {of: trips, by: {reason: {work: 1, family: 1, other: 1, beyond-control: 1}}, at_least: {months: 10}}}
""",
    # 12 a voucher instead of a paper
    "account-right": """
kind: account
who:
  any:
    - {documents: {has_all: [birth-certificate, proof-of-work]}}
    - {documents: {has_any: [birth-certificate]}, nominators: {has_any: [customer]}}
""",
    # 13 a look-back on refusals, days that work, and the order of attempts
    "bank-a": """
kind: account
where: [{at: inside}]
takes: {high: 14, source: s1}
who:
  some: {of: statuses, where: {in: {is: QA}, kind: residence}}
  unless:
    any:
      - {other_account: true}
      - count: {of: account_ends, where: {why: breach}, within: {months: 12, before: today}, by: day, at_least: 1}
gives: [{decision: {name: refused-by-a}}]
""",
    "bank-b": """
kind: account
where: [{at: inside}]
takes: {high: 14, source: s1}
who: {done: {has_any: [bank-a]}}
gives: [{decision: {name: account-open}}]
""",
    "found-qa": """
kind: registration
where: [{at: inside}]
takes: {high: 7, source: s1}
who: {some: {of: statuses, where: {in: {is: QA}, kind: residence}}}
gives: [{decision: {name: organisation-founded}}]
""",
    "due-qa": "kind: remedy\nwho: {clock: {from: received_on, length: {days: 10}, unit: working, still: over}}",
    # 14 for all airports of a route
    "transit-free": "kind: safeguard\nwho: {every: {of: route, where: {any: [{airport: {not_in: [FR, DE]}}, {exempt: true}]}}}",
    # 15 several actors in order
    "assessment": """
kind: permit
access: referral
actor: nominator
where: [{at: online}]
gives: [{decision: {name: assessed, by: network}}]
""",
    "invitation": """
kind: permit
access: discretionary
actor: host
where: [{at: online}]
who: {decisions: {has_any: [assessed]}}
takes: {high: 40, source: s1}
gives: [{decision: {name: invited, by: municipality}}]
""",
    "approval": """
kind: permit
access: discretionary
actor: organisation
where: [{at: online}]
who: {decisions: {has_any: [invited]}}
takes: {high: 20, source: s1}
gives: [{decision: {name: approved, by: ministry}}]
""",
    "permit-of-refuge": """
kind: permit
where: [{at: mission}]
who: {decisions: {has_all: [approved]}}
takes: {high: 30, source: s1}
gives:
  - {entry: {to: QA}}
  - {status: {in: QA, kind: residence, name: refuge, length: {years: 2}, renewable: true, from: entry}}
  - {right: {to: work, in: QA}}
""",
    # 16 a right that one's own later act ends
    "notice-removed": """
kind: remedy
access: court
who: {refugee_confirmed: true, notice_from: {has_any: [RU]}, unless: {some: {of: statuses, where: {kind: citizen}}}}
""",
    # 17 cut-off dates on the past
    "regularisation": """
kind: permit
who:
  any:
    - {some: {of: asylum_claims, where: {in: {is: QA}, filed: {before: 2025-12-31}}}}
    - here: {is: QA}
      here_since: {before: 2025-12-31, on_or_before: {months: 5, before: today}}
      any: [{job_offer: true}, {married: true}, {danger_here: true}]
""",
    # 18 a quota with holders, a referral with nominators
    "resettlement": """
kind: protection
access: referral
quota: {amount: 500, unit: persons, period: year, holder: authority-qa, source: s1}
where: [{at: online}]
who: {nominators: {has_any: [front-line, agency]}, not: {here: {is: QH}}, wants: permanent}
gives: [{entry: {to: QA}}, {status: {in: QA, kind: permanent, name: p, from: entry, length: unlimited}}, {right: {to: work, in: QA}}]
""",
    # 19 an amount that is indexed, with relief for some who ask in time
    "family-qa": """
kind: permit
who:
  any:
    - {income_eur: {at_least: {param: family-income}}}
    - {insured_as: refugee, family_asked_on: {on_or_before: {months: 6, after: granted_on}}}
""",
    # 20 do this before that; afterwards, what the host state gives instead
    "renew-at-home": """
kind: document
who: {not: {left_home_on: {on_or_before: {days: 0, after: today}}}}
gives: [{advice: {text: "Renew the passport and sign a power of attorney.", before: departure}}]
""",
    "paper-of-the-host": """
kind: document
where: [{at: inside}]
who: {left_home_on: {on_or_before: {days: 0, after: today}}, passport_renewal: {in: [refused, dangerous]}}
needs: [{document: birth-certificate, or: [sworn-statement], cannot_obtain: waived, source: s1}]
gives: [{document: {kind: alien-passport, issuer: QA, length: {years: 1}}}]
""",
}


@pytest.fixture(scope="module")
def law(tmp_path_factory):
    """A registry folder with the structures above, read as any other; facts as in the knowledge, and some more."""
    folder = tmp_path_factory.mktemp("law")
    for name in ("publishers", "facts", "parameters"):
        (folder / name).mkdir()
        for file in (DATA / name).glob("*.yaml"):
            (folder / name / file.name).symlink_to(file)
    (folder / "facts/more.yaml").write_text(FACTS)
    (folder / "parameters/more.yaml").write_text(PARAMETERS)
    for kind, records, more in (("practices", PRACTICES, PRACTICE), ("places", PLACES, "")):
        (folder / kind).mkdir()
        for id, words in records.items():
            (folder / kind / f"{id}.yaml").write_text(ENVELOPE.format(id=id) + more + words)
    return read_knowledge(folder)


def some(*values):
    return Members(frozenset(values), complete=True)


def listed(*things):
    return Listing(tuple(things), complete=True)


def who(law, id, day=TODAY, **view):
    return judge(law.practices[id].who, {"today": day, **view}, law.parameter)


def truth(law, id, day=TODAY, **view):
    return who(law, id, day, **view).truth


def plans(law, goal="settle", only=None, **facts):
    """Plans of somebody in QS by these practices alone."""
    kept = [one for id, one in law.practices.items() if only is None or id in only]
    made = world.world(law, kept, list(law.places.values()))
    case = world.case(goal, **{"decisions": some(), "convicted": False, **facts})
    return find_plans(case, made.asked).plans


def steps(plan):
    return [step.practice or step.kind for step in plan.steps]


# ── 1, 2, 3: bans, and two things together ──

BANNED = {"ban-qa", "visa-qa", "permit-qa"}


@pytest.mark.parametrize(
    ("facts", "open"),
    [
        ({"nationalities": some("KE")}, "yes"),
        ({"nationalities": some("DE", "RU"), "family_of": listed()}, "no"),
        ({"nationalities": some("RU"), "family_of": listed({"in": "QA", "kind": "citizen"})}, "yes"),
        ({"nationalities": some("RU"), "family_of": listed({"in": "QA"})}, "if"),
        ({"nationalities": some("RU"), "family_of": listed(), "decisions": some("interest-confirmed")}, "yes"),
        ({"nationalities": some("BY"), "family_of": listed(), "purpose": "study", "scholarship_from": "state"}, "yes"),
        ({"nationalities": some("BY"), "family_of": listed(), "purpose": "study", "scholarship_from": "other"}, "no"),
        ({"nationalities": some("BY"), "family_of": listed(), "purpose": "study", "scholarship_from": "state", "convicted": True}, "no"),
        ({"nationalities": Members(frozenset({"KE"})), "family_of": listed()}, "if"),
    ],
)  # fmt: skip
def test_1_a_ban_its_exceptions_and_the_exception_to_the_exception(law, facts, open):
    found = plans(law, only=BANNED, **facts)
    assert {"yes": [False], "no": [], "if": [True]}[open] == [one.open for one in found]
    if open == "if":
        assert {one.fact for one in found[0].steps[0].questions} & {"nationalities", "family_of"}


@pytest.mark.parametrize(
    ("nationalities", "here", "entries", "sure"),
    [
        (some("RU"), "RU", "one", YES), (some("RU", "DE"), "RU", "many", YES), (some("RU"), "GE", "many", YES),
        (Members(frozenset({"RU"})), "RU", "many", UNKNOWN), (some("BY"), "RU", "many", YES),
    ],
)  # fmt: skip
def test_2_nationality_and_residence_together(law, nationalities, here, entries, sure):
    view = {"today": TODAY, "nationalities": nationalities, "here": here}
    chosen, truth = version_of(law.practices["single-entry"], view, law)
    assert (chosen.gives[0].it.entries, truth) == (entries, sure)


@pytest.mark.parametrize(
    ("nationality", "statuses", "expected"),
    [
        ("SY", listed({"in": "QA", "kind": "protection"}), YES), ("SY", listed(), NO),
        ("RU", listed({"in": "QA", "kind": "protection"}), UNKNOWN), ("RU", listed(), NO),
    ],
)  # fmt: skip
def test_3_the_same_document_and_another_nationality(law, nationality, statuses, expected):
    paper = {"kind": "refugee-travel-document", "issuer": "QA", "valid_until": D(2028, 1, 1), "state": "valid"}
    view = {
        "today": TODAY,
        "nationalities": some(nationality),
        "statuses": statuses,
        "travel_documents": listed(paper),
    }
    right = entry_right(view, held_at_start(view), "QK", TODAY, law)
    assert right.truth is expected
    assert bool(right.law) is (expected is UNKNOWN)
    assert right.asks == ()


# ── 4, 5, 6, 7: looking back ──


@pytest.mark.parametrize(
    ("days", "months", "expected"), [(90, 6, YES), (91, 6, NO), (90, 5, NO), (None, 6, UNKNOWN), (None, 5, NO)]
)
def test_4_two_clocks_that_look_back(law, days, months, expected):
    threat = {} if days is None else {"last_threat_on": TODAY - dt.timedelta(days=days)}
    assert truth(law, "grant-recent", worked_months=months, **threat) is expected


def test_5_the_day_of_application_against_the_day_of_departure(law):
    gone, asked = D(2026, 6, 1), D(2026, 7, 1)
    assert truth(law, "grant-cost", left_home_on=gone, applied_on=asked, cost_type="living-in-exile") is NO
    assert truth(law, "grant-cost", left_home_on=asked, applied_on=gone, cost_type="living-in-exile") is YES
    assert truth(law, "grant-cost", left_home_on=gone, applied_on=asked, cost_type="legal-aid") is YES
    assert truth(law, "grant-cost", cost_type="legal-aid") is YES
    assert truth(law, "grant-cost", cost_type="living-in-exile", left_home_on=gone) is UNKNOWN


def test_6_a_fixed_date_belongs_to_one_call(law):
    fits = {"here": "GE", "left_home_on": D(2024, 4, 16), "second_nationality": False, "statuses": listed(), "decisions": some("host-agreed")}  # fmt: skip
    assert truth(law, "call-2025", **fits) is YES
    assert truth(law, "call-2025", **{**fits, "left_home_on": D(2024, 4, 15)}) is NO
    assert truth(law, "call-2025", **{**fits, "left_home_on": D(2024, 4, 15), "here": "BY"}) is YES
    assert truth(law, "call-2025", **{**fits, "statuses": listed({"kind": "permanent", "in": "DE"})}) is NO
    assert truth(law, "call-2025", **{**fits, "second_nationality": True}) is NO
    call = law.practices["call-2025"]
    assert [call.holds_on(day) for day in (D(2024, 12, 31), D(2025, 12, 31), D(2026, 1, 1))] == [NO, YES, UNKNOWN]


def test_7_the_last_status_of_a_kind(law):
    visa = {"in": "QA", "kind": "visa", "name": "d21", "until": TODAY}
    assert truth(law, "after-d21", statuses=listed(visa)) is YES
    assert truth(law, "after-d21", statuses=listed({**visa, "until": TODAY - dt.timedelta(days=1)})) is NO
    assert truth(law, "after-d21", statuses=listed({**visa, "name": "c"})) is NO
    assert truth(law, "after-d21", statuses=Listing()) is UNKNOWN


# ── 8, 9, 10, 11: counting ──

TRIP = {"to": "RU", "from": D(2026, 10, 1), "reason": "work"}


@pytest.mark.parametrize(
    ("trips", "occupations", "expected"),
    [
        (listed(TRIP, TRIP), some(), YES), (listed(TRIP), some(), NO), (Listing((TRIP,)), some(), UNKNOWN),
        (listed(TRIP, {**TRIP, "from": D(2026, 8, 23)}), some(), NO), (listed(TRIP, {**TRIP, "reason": "beyond-control"}), some(), NO),
        (listed(TRIP, TRIP), some("transport-worker"), NO), (listed(TRIP, TRIP), Members(), UNKNOWN),
        (listed(TRIP, {"to": "RU", "reason": "work"}), some(), UNKNOWN),
    ],
)  # fmt: skip
def test_8_more_than_one_journey_in_three_months_loses_the_permit(law, trips, occupations, expected):
    loss = law.practices["loses-permit"].lost_if[0]
    view = {"today": TODAY, "trips": trips, "occupations": occupations}
    assert judge(loss.when, view, law.parameter).truth is expected


@pytest.mark.parametrize(
    ("claims", "child", "name", "sure"),
    [
        (listed({"in": "QA", "filed": D(2026, 3, 1)}), False, "old", YES), (listed({"in": "QA", "filed": D(2026, 3, 2)}), False, "new", YES),
        (listed({"in": "QA", "filed": D(2026, 3, 2)}), True, "child", YES), (listed(), False, "new", YES),
        (Listing(), False, "new", UNKNOWN), (listed({"in": "QA", "filed": D(2026, 3, 1)}), None, "new", UNKNOWN),
    ],
)  # fmt: skip
def test_9_the_day_of_an_event_picks_the_version(law, claims, child, name, sure):
    view = {"today": TODAY, "asylum_claims": claims, **({} if child is None else {"alone_as_child": child})}
    chosen, truth = version_of(law.practices["protection-qa"], view, law)
    assert (chosen.gives[0].it.name, truth) == (name, sure)


def test_10_a_year_to_ask_with_listed_excuses(law):
    late = {"here_since": D(2025, 11, 23)}
    assert truth(law, "claim-in-a-year", here_since=D(2025, 11, 24)) is YES
    assert truth(law, "claim-in-a-year", **late, danger_here=False, lawful_until=D(2026, 9, 24)) is NO
    assert truth(law, "claim-in-a-year", **late, danger_here=True) is YES
    assert truth(law, "claim-in-a-year", **late, danger_here=False, lawful_until=D(2026, 9, 25)) is YES
    assert truth(law, "claim-in-a-year", **late, danger_here=False) is UNKNOWN


def test_11_years_that_count_half_and_absences(law):
    study = {"kind": "study", "from": D(2018, 1, 1), "until": D(2022, 1, 1)}
    lived = {"kind": "residence", "from": D(2022, 1, 1), "until": D(2025, 6, 1)}
    away = {"to": "GE", "reason": "family", "from": D(2023, 1, 1), "until": D(2023, 7, 1)}
    stays = {"stays": listed(study, lived)}
    assert truth(law, "long-term", **stays, trips=listed(away)) is YES
    assert truth(law, "long-term", **stays, trips=listed({**away, "until": D(2023, 7, 2)})) is NO
    other = {**away, "from": D(2024, 1, 1), "until": D(2024, 6, 1)}
    assert truth(law, "long-term", **stays, trips=listed(away, other)) is NO
    assert truth(law, "long-term", stays=listed(study), trips=listed()) is NO
    assert truth(law, "long-term", stays=Listing((study,)), trips=listed()) is UNKNOWN
    assert truth(law, "long-term", **stays) is UNKNOWN


# ── 12, 13, 14: evidence, attempts, routes ──


def test_12_somebody_vouches_instead_of_a_paper(law):
    assert truth(law, "account-right", documents=some("birth-certificate"), nominators=some("customer")) is YES
    assert truth(law, "account-right", documents=some("birth-certificate", "proof-of-work")) is YES
    assert truth(law, "account-right", documents=some("diploma")) is NO
    assert truth(law, "account-right", documents=some("birth-certificate")) is UNKNOWN


def test_13_a_look_back_on_what_the_bank_ended(law):
    lives = {"statuses": listed({"in": "QA", "kind": "residence"}), "other_account": False}
    ended = {"bank": "a", "why": "breach", "day": D(2025, 11, 24)}
    assert truth(law, "bank-a", **lives, account_ends=listed()) is YES
    assert truth(law, "bank-a", **lives, account_ends=listed(ended)) is NO
    assert truth(law, "bank-a", **lives, account_ends=listed({**ended, "day": D(2025, 11, 23)})) is YES
    assert truth(law, "bank-a", **lives, account_ends=listed({**ended, "why": "other"})) is YES
    assert truth(law, "bank-a", **lives, account_ends=Listing()) is UNKNOWN
    assert truth(law, "bank-a", **{**lives, "other_account": True}, account_ends=listed()) is NO


def test_13_an_answer_is_due_after_ten_days_that_work(law):
    assert truth(law, "due-qa", received_on=D(2026, 11, 10)) is NO
    assert truth(law, "due-qa", received_on=D(2026, 11, 9)) is YES
    assert truth(law, "due-qa") is UNKNOWN


def test_13_the_second_bank_is_asked_after_the_first(law):
    only = {"visa-qa", "permit-qa", "found-qa", "bank-a", "bank-b"}
    facts = {"other_account": False, "account_ends": listed()}
    found = plans(law, "work", only, **facts)
    assert found
    for plan in found:
        order = steps(plan)
        assert order.index("permit-qa") < order.index("bank-a") < order.index("bank-b")
        assert "found-qa" in order
    assert plans(law, "work", only - {"bank-a"}, **facts) == ()


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        (listed({"airport": "GE"}, {"airport": "FR", "exempt": True}), YES), (listed({"airport": "FR", "exempt": False}), NO),
        (listed({"airport": "FR"}), UNKNOWN), (Listing(({"airport": "GE"},)), UNKNOWN), (listed(), YES),
        (Listing(({"airport": "DE", "exempt": False},)), NO),
    ],
)  # fmt: skip
def test_14_every_airport_of_the_route(law, route, expected):
    assert truth(law, "transit-free", route=route) is expected


# ── 15, 16, 17, 18: several who decide ──

REFUGE = ("assessment", "invitation", "approval", "permit-of-refuge")


def test_15_several_actors_in_order_and_none_can_be_skipped(law):
    (plan,) = plans(law, only=set(REFUGE))
    assert steps(plan) == [*REFUGE, "travel"]
    assert [step.actor for step in plan.steps[:4]] == ["nominator", "host", "organisation", "person"]
    assert plan.counts.sureness == CHOSEN
    assert plan.counts.goal.waits == ("assessment",)
    for missing in REFUGE:
        assert plans(law, only=set(REFUGE) - {missing}) == ()


def test_16_a_right_that_a_new_nationality_ends(law):
    known = {"refugee_confirmed": True, "notice_from": some("RU")}
    assert truth(law, "notice-removed", **known, statuses=listed({"kind": "protection"})) is YES
    assert truth(law, "notice-removed", **known, statuses=listed({"kind": "citizen"})) is NO
    assert truth(law, "notice-removed", **known, statuses=Listing()) is UNKNOWN


def test_17_cut_off_dates_on_the_past(law):
    claim = {"in": "QA", "filed": D(2025, 12, 30)}
    assert truth(law, "regularisation", asylum_claims=listed(claim)) is YES
    lived = {"asylum_claims": listed(), "here": "QA", "here_since": D(2025, 12, 30)}
    assert truth(law, "regularisation", **lived, job_offer=True) is YES
    assert truth(law, "regularisation", **lived, job_offer=False, married=False, danger_here=False) is NO
    assert truth(law, "regularisation", **lived, job_offer=False, married=False) is UNKNOWN
    assert truth(law, "regularisation", **{**lived, "here_since": D(2025, 12, 31)}, job_offer=True) is NO


def test_18_a_quota_has_a_holder_and_a_referral_its_nominators(law):
    asked = {"nominators": some("agency"), "wants": "permanent"}
    (plan,) = plans(law, only={"resettlement"}, **asked)
    assert plan.counts.sureness == CHOSEN
    assert law.practices["resettlement"].quota.holder == "authority-qa"
    assert plans(law, only={"resettlement"}, wants="permanent", nominators=some("somebody")) == ()
    (unsure,) = plans(law, only={"resettlement"}, wants="permanent")
    assert unsure.open
    assert "nominators" in {one.fact for one in unsure.steps[0].questions}


# ── 19, 20: amounts that change; this before that ──


def test_19_the_amount_of_the_day_with_relief_for_refugees_who_ask_in_time(law):
    poor = {"income_eur": 2200, "insured_as": "other"}
    assert truth(law, "family-qa", day=D(2026, 4, 30), **poor) is YES
    assert truth(law, "family-qa", day=D(2026, 5, 1), **poor) is NO
    relief = {**poor, "insured_as": "refugee", "granted_on": D(2026, 1, 31)}
    assert truth(law, "family-qa", **relief, family_asked_on=D(2026, 7, 31)) is YES
    assert truth(law, "family-qa", **relief, family_asked_on=D(2026, 8, 1)) is NO
    verdict = who(law, "family-qa", day=D(2024, 1, 1), income_eur=9_999, insured_as="other")
    assert (verdict.truth, verdict.missing, [gap.says for gap in verdict.law]) == (UNKNOWN, (), ["family-income"])


def test_20_do_it_before_you_leave_and_afterwards_ask_the_host(law):
    home, gone = {}, {"left_home_on": D(2026, 11, 23), "passport_renewal": "dangerous"}
    before, after = law.practices["renew-at-home"], law.practices["paper-of-the-host"]
    assert before.gives[0].it.before == "departure"
    assert truth(law, "renew-at-home", left_home_on=D(2026, 12, 1)) is YES
    assert truth(law, "renew-at-home", **gone) is NO
    assert truth(law, "renew-at-home", **home) is UNKNOWN
    assert truth(law, "paper-of-the-host", **gone) is YES
    assert after.needs[0].or_ == ("sworn-statement",)
    assert after.needs[0].cannot_obtain == "waived"


# ── what no number of the list stands for alone ──


@pytest.mark.parametrize(
    ("id", "least"), [("single-entry", ASKED), ("resettlement", CHOSEN), ("call-2025", CHOSEN)]
)
def test_where_somebody_decides_freely_nobody_can_be_told_they_qualify(law, id, least):
    assert compile_rule(law.practices[id], law).practice.access != "open"
    assert world.grade_of(law.practices[id], law) == least


def test_every_structure_is_a_file_that_was_read(law):
    assert set(PRACTICES) == set(law.practices)
    assert set(PLACES) == set(law.places)
