"""So much work and no more, whoever asks: one bucket for everybody, since addresses are neither used nor kept."""

import time
from collections.abc import Callable

from waystation.errors import WaystationError


class Budget:
    """A bucket of tokens that fills with time. `clock` gives seconds that never run back."""

    def __init__(self, a_minute: int, clock: Callable[[], float]) -> None:
        self._most, self._rate, self._clock = float(a_minute), a_minute / 60, clock
        self._held, self._at = self._most, clock()

    def spend(self, tokens: float = 1) -> None:
        """Takes tokens. Raises WaystationError if there are not enough: the page says to come again."""
        now = self._clock()
        self._held = min(self._most, self._held + (now - self._at) * self._rate)
        self._at = now
        if self._held < tokens:
            raise WaystationError("error.web-busy")
        self._held -= tokens


_plans: list[Budget] = []


def open_budget(a_minute: int) -> None:
    """Begin to count the answers of this worker."""
    _plans[:] = [Budget(a_minute, time.monotonic)]


def spend(tokens: float = 1.0) -> None:
    """One answer, or one that costs more. Raises WaystationError when there were too many."""
    for budget in _plans:
        budget.spend(tokens)
