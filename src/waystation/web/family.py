"""Those who come along: counted and described by a few plain fields, never named."""

from collections.abc import Mapping
from typing import Any

from waystation.core.facts import FactType, FieldType

HOUSEHOLD = "household"
WITH_ME = "with_me"
SHARED = ("here", "here_since", "status_here", "lawful_until")
"""What is the same for somebody who is with the person who answers."""


def with_fields(kind: FactType, facts: Mapping[str, FactType]) -> FactType:
    """The question for the family with the fields that a form asks of each of them."""
    if kind.id != HOUSEHOLD:
        return kind
    relation = FieldType(type="choice", options=facts["relation"].options)
    fields = {
        "relation": relation, "age": FieldType(type="number"), "nationality": FieldType(type="country"),
        "only_nationality": FieldType(type="bool"), "passport_until": FieldType(type="date"),
        WITH_ME: FieldType(type="bool"),
    }  # fmt: skip
    return FactType(
        id=kind.id, type="list", fields=fields, ask=kind.ask, why=kind.why, label=kind.label, section=kind.section
    )


def household(rows: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    """The family as a case file spells it. One that is so spelled already stays as it is."""
    if "values" not in rows:
        return dict(rows)
    members = [_member(at, row, told) for at, row in enumerate(rows["values"], start=1)]
    return {"complete": rows["complete"], "members": members}


def _member(at: int, row: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    member: dict[str, Any] = {"id": f"member-{at}"}
    member |= {key: row[key] for key in ("relation", "age") if key in row}
    nationality = row.get("nationality")
    if nationality:
        member["nationalities"] = {"complete": row.get("only_nationality", False), "values": [nationality]}
    if nationality and "passport_until" in row:
        passport = {
            "kind": "passport",
            "issuer": nationality,
            "valid_until": row["passport_until"],
            "state": "valid",
        }
        member["travel_documents"] = {"complete": False, "values": [passport]}
    if row.get(WITH_ME):
        member |= {name: told[name] for name in SHARED if name in told}
    return member
