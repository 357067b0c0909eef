"""Past cases held against the knowledge: what was known that day, what a good adviser would have said, how we did."""

import datetime as dt
from typing import Any, Literal

import msgspec
from msgspec import Struct

from waystation.core.sources import Source

Access = Literal["open", "gated", "not-open"]
"""Of a pathway on a day: anybody who fits may ask · somebody must refer or choose one · nobody could use it."""


class Probe(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A practice, a day, and whether it could be used then."""

    practice: str
    day: dt.date
    expects: Access


class Replay(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One past case, without names. `case` and `itinerary` as in case files: what was known on `day`, nothing later.

    `must_flag`: dangers that could be foreseen. `danger_tags`: all that were relevant. `remedies`: those of which one
    must be offered. A `control` is an ordinary journey: nobody may be told not to go.
    """

    id: str
    title: str
    day: dt.date
    case: dict[str, Any]
    itinerary: tuple[Any, ...] = ()
    must_flag: tuple[str, ...] = ()
    danger_tags: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()
    probes: tuple[Probe, ...] = ()
    control: bool = False
    sources: dict[str, Source] = msgspec.field(default_factory=dict)


class ProbeFound(Struct, frozen=True, kw_only=True):
    """A probe and what the knowledge says; `not-known` where the law leaves it open, or has no such record."""

    probe: Probe
    found: Literal["open", "gated", "not-open", "not-known"]

    @property
    def right(self) -> bool:
        """Whether both agree."""
        return self.found == self.probe.expects


class Missed(Struct, frozen=True, kw_only=True):
    """A danger that was not flagged, and how near the rules came: the level it had, if any."""

    tag: str
    level: str | None
    has_rules: bool


class Replayed(Struct, frozen=True, kw_only=True):
    """How one case went. `flagged`: tags at high or extreme. `offered`: remedies offered for any danger."""

    id: str
    title: str
    control: bool
    flagged: tuple[str, ...]
    wanted: tuple[str, ...]
    missed: tuple[Missed, ...]
    beside: tuple[str, ...]
    remedies: tuple[str, ...]
    offered: tuple[str, ...]
    probes: tuple[ProbeFound, ...]
    forbidden: bool
    extreme: bool

    @property
    def helped(self) -> bool:
        """Whether a remedy that worked or was advisable is offered, where there was one."""
        return not self.remedies or bool(self.offered)

    @property
    def quiet(self) -> bool:
        """Whether nobody was told not to go, and no danger was called extreme."""
        return not self.forbidden and not self.extreme


class Backtest(Struct, frozen=True, kw_only=True):
    """All cases together. Recall: of what could be foreseen, how much was flagged. Precision: of what was flagged, how
    much was relevant. None: there was nothing to count. Controls count only as quiet or not."""

    cases: tuple[Replayed, ...]
    recall: float | None
    precision: float | None

    @property
    def passed(self) -> bool:
        """Whether every control is quiet, every probe right, and a remedy offered wherever there was one."""
        quiet = all(one.quiet for one in self.cases if one.control)
        return quiet and all(one.helped and all(it.right for it in one.probes) for one in self.cases)
