"""The moves along one way: its rules in order, and the borders it may cross. Searches share what they find."""

from collections.abc import Iterable, Iterator, Mapping

from waystation.desks.planner.entry import open_to
from waystation.desks.planner.inside import Inside
from waystation.desks.planner.label import Label
from waystation.desks.planner.moves import Moves
from waystation.desks.planner.passing import Passing
from waystation.desks.planner.rules import Rule
from waystation.desks.planner.ways import Way


class Along:
    """Makes the followers of a label on one way. `rules`: those of the way that can be reached.

    `inside`: what may still come in the goal country; None where one stands there from the start.
    """

    def __init__(
        self,
        moves: Moves,
        way: Way,
        rules: Mapping[str, Rule],
        places: tuple[str, ...],
        inside: Inside | None = None,
    ) -> None:
        self._moves, self._way, self._rules, self._places = moves, way, tuple(rules.values()), places
        self._inside, self._passing = inside, Passing(rules, moves.uses)
        self._at_hand: dict[str, list[Rule]] = {}
        self._hopeful: dict[tuple[bool, frozenset[str], frozenset[str]], bool] = {}
        self._asking = moves.uses.asking
        self._beside: dict[tuple[frozenset[str], frozenset[str]], frozenset[str] | None] = {}

    def __call__(self, label: Label) -> Iterator[Label]:
        """All labels one move further. Nobody leaves the goal country: a plan comes to no place twice."""
        beside = self.beside(label)
        for rule in self._worth_asking(label):
            if rule.id not in label.done and self._serves(rule, label, beside):
                yield from self._moves.asked(label, rule)
        if label.place == self._way.goal or not self._usable(label):
            return
        open = open_to(label.held[0], self._moves.knowledge)
        for place in self._places:
            if place in open and place not in label.passed and (beside is None or place in beside):
                yield from self._moves.travelled(label, place)

    def _worth_asking(self, label: Label) -> Iterable[Rule]:
        """The rules at hand after which a finished plan may still come."""
        if self._inside is not None and label.place == self._way.goal:
            return self._inside.after(label)
        if not self._usable(label):
            return ()
        clash, unused = self._passing.clash, label.unused
        return (rule for rule in self.at_hand(label.place) if not clash(rule.id, unused))

    def _usable(self, label: Label) -> bool:
        """Whether each step that still waits for one that rests on it may find one. In the goal country only what can
        be asked for there is still to come."""
        if not label.unused:
            return True
        there = label.place == self._way.goal
        key = (there, label.unused, label.done)
        if key not in self._hopeful:
            to_come = self.at_hand(label.place) if there else self._rules
            used = frozenset().union(*(self._asking(one.id) for one in to_come if one.id not in label.done))
            self._hopeful[key] = all(
                id in used or self._holds(id, self._way.goal if there else None) for id in label.unused
            )
        return self._hopeful[key]

    def _holds(self, id: str, place: str | None) -> bool:
        """Whether a step gives something that may be used by waiting, crossing or arriving."""
        rule = self._moves.rules.by_id[id]
        if self._moves.uses.for_goal(id):
            return True
        return bool(rule.touches) if place is None else place in rule.touches

    def lasts(self, label: Label, other: Label) -> bool:
        """Whether all that may follow `other` may follow `label` (of the same key). In the goal country the way
        there makes no difference any more."""
        free = label.place == self._way.goal or label.passed <= other.passed
        return free and label.holds_longer(other)

    def beside(self, label: Label) -> frozenset[str] | None:
        """Places one may still pass after a step that serves a longer stay on the way; None: there was none."""
        key = (label.done, label.passed)
        if key not in self._beside:
            stays = [self._way.beside[id] for id in label.done if id in self._way.beside]
            self._beside[key] = self._passable(frozenset.intersection(*stays), label) if stays else None
        return self._beside[key]

    def _passable(self, stays: frozenset[str], label: Label) -> frozenset[str]:
        ends = {self._way.goal, self._way.start}
        return frozenset(ends).union(stay for stay in stays if label.passed <= ends | {stay})

    def _serves(self, rule: Rule, label: Label, beside: frozenset[str] | None) -> bool:
        """Whether a rule that serves a longer stay on the way may: by one stay, and no other place was passed."""
        stays = self._way.beside.get(rule.id)
        if stays is None:
            return True
        ends = {self._way.goal, self._way.start}
        return any(label.passed <= ends | {stay} for stay in stays if beside is None or stay in beside)

    def at_hand(self, place: str) -> list[Rule]:
        """The rules of this way that can be asked for by somebody in `place`."""
        if place not in self._at_hand:
            self._at_hand[place] = [rule for rule in self._rules if self._moves.can_ask(rule, place)]
        return self._at_hand[place]
