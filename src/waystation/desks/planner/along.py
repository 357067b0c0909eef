"""The moves along one way: its rules in order, and the borders it may cross. Searches share what they find."""

from collections.abc import Iterator

from waystation.desks.planner.entry import open_to
from waystation.desks.planner.label import Label
from waystation.desks.planner.moves import Moves
from waystation.desks.planner.rules import Rule


class Along:
    """Makes the followers of a label on one way."""

    def __init__(self, moves: Moves, rules: tuple[Rule, ...], destinations: tuple[str, ...]) -> None:
        self._moves, self._rules, self._destinations = moves, rules, destinations
        self._at_hand: dict[str, list[Rule]] = {}

    def __call__(self, label: Label) -> Iterator[Label]:
        """All labels one move further."""
        for rule in self.at_hand(label.place):
            if rule.id not in label.done:
                yield from self._moves.asked(label, rule)
        open = open_to(label.held[0], self._moves.knowledge)
        for place in self._destinations:
            if place in open and place != label.place:
                yield from self._moves.travelled(label, place)

    def at_hand(self, place: str) -> list[Rule]:
        """The rules of this way that can be asked for by somebody in `place`."""
        if place not in self._at_hand:
            self._at_hand[place] = [rule for rule in self._rules if self._moves.can_ask(rule, place)]
        return self._at_hand[place]
