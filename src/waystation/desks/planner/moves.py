"""One move further: cross a border, or ask for something and wait for the decision."""

import datetime as dt
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from waystation.core.facts import View
from waystation.core.judge import Ask, Gap, judge
from waystation.core.measures import Grade
from waystation.core.practices import Decision, Practice
from waystation.core.standing import place_of
from waystation.core.travel import Crossing, Risk
from waystation.core.truth import NO, UNKNOWN, YES, Truth
from waystation.desks.planner.applications import Applications
from waystation.desks.planner.apply import Application, can_ask, grade, unique
from waystation.desks.planner.arrive import judged_goal, settle, too_grave
from waystation.desks.planner.asked import Asked
from waystation.desks.planner.entry import EntryRight, entry_right
from waystation.desks.planner.gains import Gains
from waystation.desks.planner.held import Held, enter, lose, stay
from waystation.desks.planner.label import OPEN, RIGHT, RULE, Label, Move
from waystation.desks.planner.party import Party
from waystation.desks.planner.price import priced
from waystation.desks.planner.rules import Rule, Rules, effects
from waystation.desks.planner.use import Uses
from waystation.desks.planner.waiting import keeps_stay, lawful, unknown_wait

COVERED = {"no": NO, "unknown": UNKNOWN, "own": YES, "yes": YES}
"""Whether a member can come along by how they are covered."""
GUARD_DAYS = 14
"""Days before the first end of stay or document at which one turns to the second-best."""


class Dropped(Struct, frozen=True):
    """What the search did not take: a forbidden crossing, a wait that outlasts the stay, or an end that is too grave.

    `after`: the label that would be the end.
    """

    kind: str
    place: str
    to: str = ""
    practice: str = ""
    last_day: dt.date | None = None
    crossings: tuple[Crossing, ...] = ()
    after: Label | None = None


class Moves:
    """Makes the followers of a label. Unknown is let through, and marked: such a step is the least sure.

    All searches of one party share it: what follows a label by one move is worked out once.
    """

    def __init__(self, party: Party, rules: Rules, uses: Uses, asked: Asked) -> None:
        self.party, self.rules, self.uses = party, rules, uses
        self.case, self.knowledge = party.case, party.knowledge
        self.step_dangers, self.flight_over = asked.step_dangers, asked.flight_over
        self.applications = Applications(party)
        self.dropped: dict[tuple[str, ...], Dropped] = {}
        self._followers: dict[tuple[Label, str], tuple[Label, ...]] = {}
        self._shut: dict[Label | None, set[str]] = {}
        self._rights: dict[tuple[Label, str], tuple[EntryRight, ...]] = {}
        self._views: dict[Label, tuple[View, ...]] = {}
        self._at_hand: dict[tuple[str, str], bool] = {}
        self._gains = Gains(party)
        self._days = [party.case.as_of]
        self._raised: dict[tuple[str, str], tuple[Grade, Grade]] = {}

    def day(self, offset: int) -> dt.date:
        """The calendar day this many days after the day of the case."""
        days = self._days
        while len(days) <= offset:
            days.append(self.case.as_of + dt.timedelta(days=len(days)))
        return days[offset]

    def asked(self, label: Label, rule: Rule) -> tuple[Label, ...]:
        """The labels after asking for one practice, worked out once."""
        key = (label, rule.id)
        if key not in self._followers:
            shut = self._still_shut(label, rule)
            self._followers[key] = () if shut else tuple(self.ask(label, rule))
        return self._followers[key]

    def _still_shut(self, label: Label, rule: Rule) -> bool:
        """Whether it could not be asked for one step before, and that step makes no difference to it."""
        move = label.move
        if move is None or not move.practice or rule.id not in self._shut.get(label.parent, ()):
            return False
        if self.uses.may_open(move.practice, rule):
            return False
        self._shut.setdefault(label, set()).add(rule.id)
        return True

    def travelled(self, label: Label, to: str) -> tuple[Label, ...]:
        """The labels after crossing to `to`, worked out once."""
        key = (label, to)
        if key not in self._followers:
            self._followers[key] = tuple(self.travel(label, to))
        return self._followers[key]

    # ── crossing a border ──

    def travel(self, label: Label, to: str) -> Iterator[Label]:
        """The label after crossing to `to`, if everybody may."""
        if to in label.passed or (
            label.move is not None and label.move.kind == "travel" and self._direct(label, to)
        ):
            return
        rights = self.rights(label, to)
        truth = min(right.truth for right in rights)
        if truth is NO:
            return
        risks = self.risks(label, to)
        if any(one.forbidden for one in risks):
            self.drop(Dropped("forbidden", label.place, to, crossings=self.crossings(label, to)))
            return
        yield from self.arrive(label, to, rights, risks)

    def _direct(self, label: Label, to: str) -> bool:
        """Whether the stop between two crossings was for nothing."""
        before = label.parent
        if before is None or before.place == to:
            return True
        return min(one.truth for one in self.rights(before, to)) is not NO and not any(
            one.forbidden for one in self.risks(before, to)
        )

    def rights(self, label: Label, to: str) -> tuple[EntryRight, ...]:
        """The best way in for each member, tested on the latest day."""
        if (label, to) not in self._rights:
            day = self.day(label.latest)
            self._rights[label, to] = tuple(
                entry_right(view, held, to, day, self.knowledge)
                for view, held in zip(self.views(label), label.held, strict=True)
            )
        return self._rights[label, to]

    def crossings(self, label: Label, to: str) -> tuple[Crossing, ...]:
        """The verdict on each member's crossing."""
        return self.party.crossings(label.held, label.place, to, self.day(label.latest), label.done)

    def risks(self, label: Label, to: str) -> tuple[Risk, ...]:
        """How grave each member's crossing is."""
        return self.party.risks(label.held, label.place, to, self.day(label.latest), label.done)

    def views(self, label: Label) -> tuple[View, ...]:
        """What is known of each member at this label."""
        if label not in self._views:
            day = self.day(label.latest)
            self._views[label] = tuple(
                self.party.view(index, held, label.place, day, label.done) for index, held in enumerate(label.held)
            )
        return self._views[label]

    def arrive(
        self, label: Label, to: str, rights: tuple[EntryRight, ...], risks: tuple[Risk, ...]
    ) -> Iterator[Label]:
        """The label on the other side of the border."""
        arrival = self.day(label.latest + 1)
        entered = [_entered(one, right, to, arrival) for one, right in zip(label.held, rights, strict=True)]
        kept = (self.kept(index, one, to, arrival, label.done) for index, one in enumerate(entered))
        held = tuple(map(self.party.same, kept))
        worse, better = self.party.grade(held, to)
        worse = max((worse, *(one.worse for one in risks if one.worse is not None)))
        better = max((better, *(one.better for one in risks if one.better is not None)))
        if better is Grade.EXTREME:
            self.drop(Dropped("forbidden", label.place, to, crossings=self.crossings(label, to)))
            return
        sure = all(right.truth is YES for right in rights) and label.place != ""
        where = () if label.place else (Ask("here"),)
        sureness = OPEN if not sure else RIGHT if all(right.official for right in rights) else RULE
        move = Move(
            kind="travel", place=label.place, to=to, starts=label.likely, takes=1, takes_latest=1,
            sureness=sureness, rights=rights,
            asks=unique((*where, *(ask for right in rights for ask in right.asks))),
            law=tuple(gap for right in rights for gap in right.law),
        )  # fmt: skip
        yield from self.follow(label, move, to, held, (worse, better))

    def kept(self, index: int, held: Held, to: str, day: dt.date, done: frozenset[str]) -> Held:
        """What one still holds after crossing: some of what was given is lost by going there."""
        losing = [one for id in sorted(done) if (one := self.knowledge.practices[id]).lost_if]
        if not losing:
            return held
        view = self.party.view(index, held, to, day, done)
        for practice in losing:
            if any(judge(one.when, view, self.knowledge.parameter).truth is YES for one in practice.lost_if):
                held = lose(held, tuple(effects(practice)))
        return held

    # ── asking for something ──

    def can_ask(self, rule: Rule, place: str) -> bool:
        """Whether the rule can be asked for by somebody in `place`."""
        key = (rule.id, place)
        if key not in self._at_hand:
            self._at_hand[key] = can_ask(rule, place, self.knowledge)
        return self._at_hand[key]

    def ask(self, label: Label, rule: Rule) -> Iterator[Label]:
        """The label after the decision on one practice, if it can be asked for here."""
        day = self.day(label.latest)
        made = self.applications.doubted(rule, label.held[0], label.place, day, label.done)
        if made is None:
            self._shut.setdefault(label, set()).add(rule.id)
            return
        if rule.clocked and label.waits:
            made = msgspec.structs.replace(made, truth=min(made.truth, UNKNOWN), law=(*made.law, Gap("clock")))
        move = self.waited(label, made, rule)
        if move is None:
            return
        members = [
            self.applications.covered(made, rule, index, held, label.place, day, label.done)
            for index, held in enumerate(label.held[1:], start=1)
        ]
        for_lead = all(isinstance(effect.it, Decision) for effect in made.practice.gives)
        if not for_lead:
            open_members = [one for one in members if one[0] == "unknown"]
            move = msgspec.structs.replace(
                move,
                sureness=OPEN if open_members else move.sureness,
                covered=tuple(one[0] for one in members),
                asks=unique((*move.asks, *(ask for one in open_members for ask in one[1]))),
                law=(*move.law, *(gap for one in open_members for gap in one[2])),
            )
        yield from self.decided(label, made.practice, move)

    def waited(self, label: Label, made: Application, rule: Rule) -> Move | None:
        """The wait for the decision, if the stay outlasts it on the latest clock."""
        practice, span = made.practice, made.practice.takes
        begins, day = practice.valid.from_, self.day(label.latest)
        delay = max((begins - day).days, 0) if begins else 0
        likely, latest = delay + span.likely(), delay + span.latest()
        stays = lawful(label, practice, self.party, day, self.day(label.latest + latest))
        if stays.ends is not None:
            soon = self.day(label.latest + likely)
            if likely < latest and lawful(label, practice, self.party, day, soon).ends is None:
                last = stays.ends - dt.timedelta(days=latest)
                self.drop(Dropped("late", label.place, practice=practice.id, last_day=last))
            return None
        guard, unknown = None, unknown_wait(practice)
        if unknown and not keeps_stay(label, practice):
            away = practice.country != label.place
            ends = [end for one in label.held if (end := one.first_end(label.place, papers=away))]
            guard = min(ends) - dt.timedelta(days=GUARD_DAYS) if ends else None
            if guard is not None and guard <= self.day(label.latest + delay):
                self.drop(Dropped("late", label.place, practice=practice.id, last_day=guard))
                return None
        spot = made.spot
        return Move(
            kind="practice", place=label.place, to=label.place, practice=practice.id, spot=spot.at,
            mission=(spot.mission.body or spot.mission.city) if spot.mission else "",
            starts=label.likely, takes=likely, takes_latest=latest, unknown_wait=unknown, guard=guard,
            sureness=grade(rule, sure=made.truth is YES and stays.sure),
            asks=unique((*made.asks, *stays.asks)), law=(*made.law, *stays.law),
        )  # fmt: skip

    def decided(self, label: Label, practice: Practice, move: Move) -> Iterator[Label]:
        """The label on decision day: lead and covered members hold what the practice gives."""
        filed = self.day(label.latest + move.takes_latest - practice.takes.latest())
        decision = self.day(label.latest + move.takes_latest)
        gives = practice.gives
        held = [self._gains.received(label.held[0], gives, practice.id, filed, decision)]
        for index, one in enumerate(label.held[1:]):
            covered = index < len(move.covered) and move.covered[index] != "no"
            held.append(self._gains.received(one, gives, practice.id, filed, decision) if covered else one)
        raised = self.raised(label, practice)
        yield from self.follow(label, move, label.place, tuple(held), raised)

    def raised(self, label: Label, practice: Practice) -> tuple[Grade, Grade]:
        """The gravest danger that the step itself raises by what it reveals."""
        key = (practice.id, label.place)
        if key not in self._raised:
            tags = tuple(tag for one in practice.exposes for tag in one.raises)
            found = self.step_dangers(self.views(label)[0], tags, self.party.ids[0]) if tags else ()
            self._raised[key] = (
                max((one.level for one in found), default=Grade.LOW),
                max((one.least for one in found), default=Grade.LOW),
            )
        return self._raised[key]

    # ── both ──

    def follow(
        self, label: Label, move: Move, place: str, held: tuple[Held, ...], danger: tuple[Grade, Grade]
    ) -> Iterator[Label]:
        """The new label, once as an end if it reaches the goal, once to go on from if it may not have."""
        sureness, at = label.surer(move.sureness)
        waits = label.waits | {move.practice} if move.unknown_wait else label.waits
        cost, unpriced = priced(label, move, self.knowledge, self.case.as_of)
        unused = self.unused(label, move)
        if self.uses.too_many(unused):
            return
        new = Label(
            place=place, likely=label.likely + move.takes, latest=label.latest + move.takes_latest,
            waits=waits, held=held, done=label.done | {move.practice} if move.practice else label.done,
            unused=unused, cost=cost, unpriced=unpriced, danger=max(label.danger, danger[0]),
            least_danger=max(label.least_danger, danger[1]), sureness=sureness, at_sureness=at,
            settled=settle(label, move, waits, self.party, self.case.limits.danger),
            length=label.length + 1, move=move, parent=label, passed=label.passed | {place},
        )  # fmt: skip
        goal, open = judged_goal(new, self)
        idle = unused - self.uses.arriving(held, place)
        if goal is not YES or idle:
            yield new
        if not idle and goal is NO:
            self.drop_grave(new)
        elif not idle:
            grade, count = (sureness, at) if goal is YES else label.surer(OPEN)
            worse, better = self.lived(held, place)
            yield msgspec.structs.replace(
                new, goal=goal, goal_open=open, sureness=grade, at_sureness=count,
                danger=max(new.danger, worse), least_danger=max(new.least_danger, better),
            )  # fmt: skip

    def lived(self, held: tuple[Held, ...], place: str) -> tuple[Grade, Grade]:
        """The danger of the place where a plan ends; where it also began, the danger until then counts too."""
        worse, better = self.party.grade(held, place)
        if place != place_of(self.party.views[0]):
            return worse, better
        before = self.party.grade(self.party.start, place)
        return max(worse, before[0]), max(better, before[1])

    def unused(self, label: Label, move: Move) -> frozenset[str]:
        """Steps that still wait for one that rests on them, this move's own included."""
        if move.kind == "travel":
            return label.unused - self.uses.crossing(move.rights, move.to)
        if not label.unused:
            return frozenset({move.practice})
        until = self.day(label.latest + move.takes_latest)
        waited = frozenset().union(*(self.uses.waiting(held, label.place, until) for held in label.held))
        left = label.unused - waited
        rests = (id for id in left & self.uses.asking(move.practice) if self.rests(label, move.practice, id))
        return (left - frozenset(rests)) | {move.practice}

    def rests(self, label: Label, practice: str, on: str) -> bool:
        """Whether asking rests on an earlier step: without it one could not ask, or would be less sure."""
        held = tuple(self._gains.without(one, on) for one in label.held)
        if not self._tells(label, practice, held, label.done - {on}):
            return False
        return self.open_to(label, practice, held, label.done - {on}) < self.open_to(
            label, practice, label.held, label.done
        )

    def _tells(self, label: Label, practice: str, held: tuple[Held, ...], done: frozenset[str]) -> bool:
        """Whether the application looks at anything in which this differs from what the label holds."""
        rule, day, key = self.rules.by_id[practice], self.day(label.latest), self.applications.key
        return any(
            key(rule, index, one, label.place, day, done) != key(rule, index, mine, label.place, day, label.done)
            for index, (one, mine) in enumerate(zip(held, label.held, strict=True))
        )

    def open_to(
        self, label: Label, practice: str, held: tuple[Held, ...], done: frozenset[str]
    ) -> tuple[Truth, ...]:
        """Whether the practice can be asked for by the lead who holds this, and for each of the others."""
        rule, day = self.rules.by_id[practice], self.day(label.latest)
        made = self.applications.of(rule, held[0], label.place, day, done)
        if made is None:
            return (NO,)
        others = (
            self.applications.covered(made, rule, index, one, label.place, day, done)[0]
            for index, one in enumerate(held[1:], start=1)
        )
        return made.truth, *(COVERED[how] for how in others)

    def drop_grave(self, label: Label) -> None:
        """Remember the shortest way to an end that is not one for its danger alone."""
        key = ("grave", "", label.place, "")
        old = self.dropped.get(key)
        longer = old is None or old.after is None or label.length < old.after.length
        if longer and too_grave(label, self):
            self.dropped[key] = Dropped("grave", "", label.place, after=label)

    def drop(self, dropped: Dropped) -> None:
        """Remember a move not taken, once; of waits too long for the stay where one is now, the latest last day."""
        if dropped.kind == "late" and dropped.place != place_of(self.party.views[0]):
            return
        key = (dropped.kind, dropped.place, dropped.to, dropped.practice)
        old = self.dropped.get(key)
        if old is None or (dropped.last_day and old.last_day and dropped.last_day > old.last_day):
            self.dropped[key] = dropped


def _entered(held: Held, right: EntryRight, to: str, day: dt.date) -> Held:
    if right.by is not None:
        return enter(held, right.by, day)
    if right.rule is not None:
        return stay(held, to, right.stay_until, day)
    return held
