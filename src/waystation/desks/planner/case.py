"""What the planner is asked: the people, where they stand, what they want and what they accept."""

import datetime as dt

from msgspec import Struct

from waystation.core.facts import Facts, Known, Listing, Members, View
from waystation.core.measures import Grade
from waystation.core.plans import Goal

LEAD = "lead"


class Limits(Struct, frozen=True, kw_only=True):
    """What the person accepts: the gravest danger of a place to live in, and days apart from the family."""

    danger: Grade = Grade.GUARDED
    apart_days: int = 0


class Person(Struct, frozen=True, kw_only=True):
    """The lead or a member of the household. `id` is a word such as `child-1`, never a name."""

    id: str
    facts: Facts

    def view(self) -> View:
        """What is known of this person."""
        return self.facts.view()


class Case(Struct, frozen=True, kw_only=True):
    """One case on one day."""

    as_of: dt.date
    goal: Goal
    lead: Person
    members: tuple[Person, ...] = ()
    limits: Limits = Limits()
    assumed: tuple[str, ...] = ()

    def lead_view(self) -> dict[str, Known]:
        """What is known of the lead, the household as a list included."""
        known = self.lead.facts.view()
        told = known.get("household")
        complete = isinstance(told, Listing) and told.complete
        if told is not None or self.members:
            things = tuple({"id": one.id, **one.view()} for one in self.members)
            known["household"] = Listing(things, complete)
        return {**known, "today": self.as_of}


def closed(known: Known | None) -> Known:
    """An open set or list taken as complete. Only for what steps of a plan give: decisions, rights, statuses."""
    if isinstance(known, Members):
        return Members(known.have, known.lack, complete=True)
    if isinstance(known, Listing):
        return Listing(known.items, complete=True)
    return Members(complete=True)
