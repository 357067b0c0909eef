"""Lengths of time, spans, money, and grades of danger."""

import datetime as dt
from enum import IntEnum
from functools import lru_cache

from dateutil.relativedelta import relativedelta
from msgspec import Struct


class Length(Struct, frozen=True, forbid_unknown_fields=True):
    """A length of calendar time. Adding months clips to the month's end: 31 August + 6 months = 28 February."""

    days: int = 0
    months: int = 0
    years: int = 0

    def after(self, day: dt.date) -> dt.date:
        """The day this long after `day`."""
        return _moved(day, self.years, self.months, self.days)

    def before(self, day: dt.date) -> dt.date:
        """The day this long before `day`."""
        return _moved(day, -self.years, -self.months, -self.days)

    def in_days(self) -> int:
        """About how many days: a year is 365, a month 30. For comparing lengths, never for a deadline."""
        return self.days + 30 * self.months + 365 * self.years


@lru_cache(maxsize=1 << 16)
def _moved(day: dt.date, years: int, months: int, days: int) -> dt.date:
    """Kept, since the same lengths are counted from the same days again and again."""
    return day + relativedelta(years=years, months=months, days=days)


SATURDAY = 5
"""As `date.weekday` counts."""


def after_working_days(day: dt.date, days: int) -> dt.date:
    """`days` Mondays to Fridays after `day`. Public holidays are not known, so the result is never late."""
    while days:
        day += dt.timedelta(days=1)
        days -= day.weekday() < SATURDAY
    return day


class Money(Struct, frozen=True, forbid_unknown_fields=True):
    """An amount in one currency (ISO 4217). None: no source states the amount."""

    amount: float | None
    currency: str


class Grade(IntEnum):
    """How grave a danger is. Nothing on record is guarded; low needs a source."""

    LOW = 0
    GUARDED = 1
    HIGH = 2
    EXTREME = 3

    @classmethod
    def named(cls, name: str) -> "Grade":
        """`'high'` → `Grade.HIGH`. Raises KeyError."""
        return cls[name.upper()]
