"""Where a statement was read, when it was published, and when somebody last looked."""

import calendar
import datetime as dt
from typing import Literal

from msgspec import Struct


def last_day(published: str | int | None) -> dt.date | None:
    """The latest day a partial date can mean: 2025 → 31 December, 2025-02 → 28 February.

    Raises ValueError if it is no date.
    """
    if published is None:
        return None
    year, month, day = (*(int(part) for part in str(published).split("-")), None, None)[:3]
    assert year is not None
    month = month or 12
    return dt.date(year, month, day or calendar.monthrange(year, month)[1])


class Publisher(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who publishes, at which hosts, and whether that is an official voice."""

    id: str
    name: str
    official: bool
    hosts: tuple[str, ...] = ()


class Source(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One page that somebody saw. `says` holds its words; `url` is None where it would name a person."""

    url: str | None
    title: str | None = None
    publisher: str
    language: str | None = None
    published: str | int | None = None
    checked: dt.date
    seen: Literal["page", "excerpt"]
    says: str

    def published_by(self, day: dt.date) -> bool:
        """False if it may have been published after `day`; without a date it may be cited."""
        published = self.public_by()
        return published is None or published <= day

    def public_by(self) -> dt.date | None:
        """The latest day on which it can have appeared: the end of its partial date, or when somebody saw it."""
        published = last_day(self.published)
        return None if published is None else min(published, self.checked)
