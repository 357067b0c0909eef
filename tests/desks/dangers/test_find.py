"""Dangers name what they rest on, and are answered by what is for this person."""

import datetime as dt
from typing import Any

from waystation.core.codec import from_plain
from waystation.core.conditions import facts_read
from waystation.core.facts import FactType, Listing, Members
from waystation.core.knowledge import Knowledge
from waystation.core.measures import Grade
from waystation.core.standing import stand
from waystation.core.world import Agreement, Body, Danger, Incident, Remedy
from waystation.desks.dangers import Dangers, find_dangers
from waystation.desks.dangers.find import OF_THE_PLACE

TODAY = dt.date(2026, 11, 24)
SOURCE = {"url": None, "title": "t", "publisher": "p", "checked": "2026-11-23", "seen": "page", "says": "…"}
THING = {"kind": {"type": "text"}, "home": {"type": "country"}, "day": {"type": "date"}}
FACTS: dict[str, FactType] = {
    one["id"]: from_plain({"section": "legal", **one}, FactType, {})
    for one in (
        {"id": "here", "type": "country"}, {"id": "homes", "type": "set"},
        {"id": "incidents_here", "type": "list", "fields": THING}, {"id": "today", "type": "date"},
        {"id": "shares_agreement", "type": "set"},
    )
}  # fmt: skip


def record(of: type[Any], id: str, **fields: Any) -> Any:
    plain = {"id": id, "title": id, "sources": {"s1": {**SOURCE, "title": id}}, **fields}
    return from_plain(plain, of, FACTS)


def incident(id: str, home: str, kind: str = "surrender", day: str = "2024-02-16") -> Incident:
    return record(Incident, id, home=home, place="QC", kind=kind, day=day)


def finding(
    *,
    when: Any,
    incidents: tuple[Incident, ...] = (),
    home: str = "QA",
    source: str | None = None,
    agreements: tuple[Agreement, ...] = (),
) -> Any:
    danger = record(
        Danger, "sent-back", scope="place", answered_by=["everywhere", "for-qa", "for-qb"],
        levels=[{"level": "high", "when": when, "why": "It was done before.", "source": source}],
    )  # fmt: skip
    bodies = (record(Body, "all", role="helpline", does="d"),
              record(Body, "closed", role="helpline", does="d", state="ended"),
        record(Body, "ours", role="helpline", does="d", who={"homes": {"has_any": ["QB"]}}))  # fmt: skip
    remedies = (record(Remedy, "everywhere", does="d", by=["all", "closed", "ours"]),
                record(Remedy, "for-qa", does="d", who={"homes": {"has_any": ["QA"]}}),
                record(Remedy, "for-qb", does="d", who={"homes": {"has_any": ["QB"]}}))  # fmt: skip
    knowledge = Knowledge(
        facts=FACTS, publishers={}, parameters={}, practices={}, places={},
        agreements={one.id: one for one in agreements},
        incidents={one.id: one for one in incidents}, bodies={one.id: one for one in bodies},
        dangers={"sent-back": danger}, remedies={one.id: one for one in remedies},
    )  # fmt: skip
    nationalities = Members(frozenset({home}), frozenset(), complete=True)
    view = {"nationalities": nationalities, "former_nationalities": Members(complete=True)}
    (found,) = find_dangers(stand(view, "QC", TODAY, knowledge), "place", knowledge)
    return found


SURRENDERS = {"some": {"of": "incidents_here", "where": {"kind": {"is": "surrender"}}}}


def test_a_level_about_incidents_cites_those_that_fit_and_no_others():
    happened = (incident("one", "QA"), incident("other-kind", "QA", "attack"), incident("other-home", "QB"))
    found = finding(when=SURRENDERS, incidents=happened)
    assert [one.record for one in found.citations] == ["one"]


def test_a_level_that_names_its_source_cites_that_one():
    found = finding(when=SURRENDERS, incidents=(incident("one", "QA"),), source="s1")
    assert [one.record for one in found.citations] == ["sent-back"]


def test_of_two_reasons_for_one_level_the_sure_one_is_told():
    danger = record(
        Danger, "sent-back", scope="place",
        levels=[
            {"level": "high", "when": {"shares_agreement": {"has_any": ["treaty"]}}, "why": "A treaty may bind."},
            {"level": "high", "when": {"here": {"is": "QC"}}, "why": "You are there."},
        ],
    )  # fmt: skip
    knowledge = Knowledge(
        facts=FACTS, publishers={}, parameters={}, practices={}, places={}, agreements={}, incidents={}, bodies={},
        dangers={"sent-back": danger}, remedies={},
    )  # fmt: skip
    (found,) = find_dangers({"here": "QC", "today": TODAY}, "place", knowledge)
    assert (found.level, found.least, found.why) == (Grade.HIGH, Grade.HIGH, "You are there.")
    assert found.questions == ()


def test_a_level_about_agreements_cites_those_that_bind_the_two_states_and_where_it_stands():
    treaty = record(
        Agreement, "treaty", carries=["surrender"], parties=[{"state": "QA", "source": "s1"}, {"state": "QC", "source": "s2"}],
        sources={name: {**SOURCE, "title": name} for name in ("s1", "s2", "s3")},
    )  # fmt: skip
    other = record(Agreement, "other", carries=["surrender"], parties=[{"state": "QA"}, {"state": "QC"}])
    when = {"shares_agreement": {"has_any": ["treaty", "unknown-here"]}}
    for source, named in ((None, []), ("s1", [("sent-back", "s1")])):
        found = finding(when=when, agreements=(treaty, other), source=source)
        cited = [(one.record, one.name) for one in found.citations]
        assert cited == [*named, ("treaty", "s1"), ("treaty", "s2")]


def test_where_an_agreement_stands_is_cited_for_the_own_home_whoever_asked_before():
    treaty = record(
        Agreement, "treaty", carries=["surrender"],
        parties=[{"state": state, "source": source} for state, source in (("QA", "s1"), ("QB", "s2"), ("QC", "s3"))],
        sources={name: {**SOURCE, "title": name} for name in ("s1", "s2", "s3")},
    )  # fmt: skip
    danger = record(
        Danger, "sent-back", scope="place",
        levels=[{"level": "high", "when": {"shares_agreement": {"has_any": ["treaty"]}}, "why": "A treaty binds."}],
    )  # fmt: skip
    knowledge = Knowledge(
        facts=FACTS, publishers={}, parameters={}, practices={}, places={}, agreements={"treaty": treaty},
        incidents={}, bodies={}, dangers={"sent-back": danger}, remedies={},
    )  # fmt: skip
    asked = Dangers(knowledge)
    cited = []
    for home in ("QA", "QB"):
        told = {
            "nationalities": Members(frozenset({home}), complete=True),
            "former_nationalities": Members(complete=True),
        }
        (found,) = asked.find(stand(told, "QC", TODAY, knowledge), "place")
        cited.append([one.name for one in found.citations])
    assert cited == [["s1", "s3"], ["s2", "s3"]]


def test_a_remedy_for_others_is_not_shown():
    shown = [one.remedy for one in finding(when={"here": {"is": "QC"}}).answers]
    assert shown == ["everywhere", "for-qa"]
    other = [one.remedy for one in finding(when={"here": {"is": "QC"}}, home="QB").answers]
    assert other == ["everywhere", "for-qb"]


def test_a_body_for_others_is_not_named():
    answers = finding(when={"here": {"is": "QC"}}).answers
    assert [body.id for body in answers[0].by] == ["all"]
    answers = finding(when={"here": {"is": "QC"}}, home="QB").answers
    assert [body.id for body in answers[0].by] == ["all", "ours"]


def test_the_grade_alone_is_that_of_the_findings_that_hang_on_the_place(knowledge):
    dangers = Dangers(knowledge)
    homes = [Members(frozenset({code}), frozenset(), complete=True) for code in ("RU", "BY", "NI", "IR", "NO")]
    views = [
        {"nationalities": home, "former_nationalities": Members(complete=True), **told}
        for home in homes
        for told in ({}, {"threat_at_home": True}, {"threat_at_home": True, "wanted_at_home": True})
    ]
    standing = [
        {**stand(view, place, TODAY, knowledge), "status_here": status, "passing": "entering"}
        for view in views
        for place in ("AM", "TR", "BY", "CZ", "TH")
        for status in ("none", "protection")
    ]
    seen = set()
    for scope in ("place", "journey"):
        for view in standing:
            found = [one for one in dangers.find(view, scope) if placed(knowledge.dangers[one.tag])]
            ends = (max(one.level for one in found), max(one.least for one in found)) if found else None
            graded = dangers.grade(view, scope)
            assert graded == ends or carried(graded, ends)
            seen.add(graded)
    assert len(seen) > 3


def placed(danger):
    """Whether every level hangs on the place, so that both ways of asking look at the same."""
    return all(facts_read(level.when.node) & OF_THE_PLACE for level in danger.levels)


def carried(graded, ends):
    """Where dangers of which only some levels hang on the place are graver, the grade is no better than these."""
    return graded is not None and (ends is None or (graded[0] >= ends[0] and graded[1] >= ends[1]))


def test_who_is_known_better_is_graded_the_same_whatever_was_settled_before(knowledge):
    dangers, changing = Dangers(knowledge), frozenset({"status_here", "statuses", "travel_documents"})
    home = {"nationalities": Members(frozenset({"BY"}), frozenset(), complete=True), "threat_at_home": True}
    seen = set()
    for place in ("AM", "TR", "CZ", "GE", "RU", "TH"):
        known = stand(home, place, TODAY, knowledge)
        grade = dangers.grader(known, changing, "place")
        for status in ("none", "visa-free", "pending", "protection", "citizen"):
            for items in ((), ({"in": place, "kind": status, "name": ""},)):
                better = {**known, "status_here": status, "statuses": Listing(items, complete=True)}
                assert grade(better) == dangers.grade(better, "place")
                seen.add(grade(better))
    assert len(seen) > 1
