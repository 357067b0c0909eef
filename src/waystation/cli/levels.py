"""Words a user types for an option."""

from enum import StrEnum


class Level(StrEnum):
    """Grades of danger."""

    low = "low"
    guarded = "guarded"
    high = "high"
    extreme = "extreme"


class GoalName(StrEnum):
    """What a plan must reach."""

    rest = "rest"
    arrive = "arrive"
    settle = "settle"
    work = "work"
