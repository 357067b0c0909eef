"""Numbers: each names the source it stands in, and stands in its words, in digits or spelled out."""

import datetime as dt
import math
import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from msgspec import Struct

from waystation.core.conditions import Condition
from waystation.core.knowledge import Knowledge
from waystation.core.measures import Length
from waystation.core.places import Stay
from waystation.core.practices import Span
from waystation.core.records import Record
from waystation.core.world import ParameterValues
from waystation.registry.parts import Path, parts, tests_of
from waystation.registry.remarks import Found, found


class Stated(Struct, frozen=True, kw_only=True):
    """Where numbers stand, which, and the source they name.

    `days`: they are days, which a source may give in weeks or months. `tested`: they stand in a condition.
    """

    path: Path
    numbers: tuple[float, ...]
    source: str | None
    days: bool = False
    tested: bool = False
    unconfirmed: bool = False


ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
VALUES = {**{word: n for n, word in enumerate(ONES)}, **{word: 10 * (n + 2) for n, word in enumerate(TENS)}}
ALONE = {"a": 1, "an": 1, "once": 1, "annual": 1, "yearly": 1, "twice": 2, "both": 2, "half": 6, "fortnight": 14}
"""Words that stand for a number where a unit follows or is meant: *a year*, *half a year* in months."""
DIGITS = re.compile(r"\d+(?:[ .,\u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)?")
DAYS_IN = {"day": (1, 1), "week": (7, 7), "month": (30, 31), "year": (360, 366)}
"""The fewest and the most days that a unit is counted as."""
MOST = 1000
"""A larger number is a year or a sum of money that a unit happens to follow, not a length of time."""


def numbers_without_source(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """A number must name the source it stands in; one inside a condition should."""
    for record in _with_numbers(knowledge):
        for one in stated(record):
            if one.numbers and one.source is None and not one.unconfirmed:
                yield found(record, one.path, "check.number-no-source", fault=not one.tested)


def numbers_not_in_words(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """A number that does not stand in the words of its source: look again.

    Nought is passed over: it is said in too many ways, such as free of charge, at once.
    """
    for record in _with_numbers(knowledge):
        for one in stated(record):
            said = record.sources.get(one.source or "")
            words = numbers_in(said.says, days=one.days) if said and one.numbers else frozenset()
            for number in one.numbers if said else ():
                if number and number not in words:
                    yield found(record, one.path, "check.number-not-said", fault=False, number=_shown(number))


def _with_numbers(knowledge: Knowledge) -> Iterator[Record | ParameterValues]:
    """What names sources. Parameters without any source are choices of ours, such as bands."""
    yield from knowledge.records()
    yield from (one for one in knowledge.parameters.values() if one.sources)


def stated(record: Record | ParameterValues) -> Iterator[Stated]:
    """Every part that can name a source, with the numbers directly in it, and every test of a number."""
    for path, part in parts(record):
        if isinstance(part, Condition):
            for inside, _, tests in tests_of(part):
                yield Stated(
                    path=(*path, *inside), numbers=tuple(_plain(tests.values())), source=tests.get("source"),
                    tested=True, unconfirmed=tests.get("unconfirmed", False),
                )  # fmt: skip
        elif "source" in part.__struct_fields__:
            yield Stated(path=path, numbers=tuple(_numbers(part)), source=part.source, days=isinstance(part, Span))


def _numbers(part: Struct) -> Iterator[float]:
    for name in part.__struct_fields__:
        value = getattr(part, name)
        held = value.length if isinstance(value, Stay) else value
        if isinstance(held, Length):
            yield from (float(it) for it in (held.days, held.months, held.years) if it)
        else:
            yield from _plain((held,))


def _plain(values: Iterable[object]) -> Iterator[float]:
    for value in values:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            yield float(value)


def numbers_in(words: str, *, days: bool = False) -> frozenset[float]:
    """All numbers in words. With `days`, also how many days weeks, months and years are.

    A time that can be extended by another, *three months, and three more*, is also the sum of both.
    """
    spoken = list(_spoken(words))
    found = {number for number, _ in spoken}
    if not days:
        return frozenset(found)
    times = [(number, unit) for number, unit in spoken if unit in DAYS_IN and number <= MOST]
    both = [(one + other, unit) for (one, unit), (other, same) in combinations(times, 2) if unit == same]
    for number, unit in (*times, *both):
        least, most = DAYS_IN[unit]
        found.update(range(math.ceil(number * least), math.floor(number * most) + 1))
    return frozenset(found)


def _spoken(words: str) -> Iterator[tuple[float, str]]:
    """Each number with the unit that follows it, if one does."""
    for one in DIGITS.finditer(words):
        for number in _readings(one[0]):
            yield number, _unit(words[one.end() :])
    tokens = [(one[0].lower(), one.end()) for one in re.finditer(r"[^\W\d_]+", words)]
    at = 0
    while at < len(tokens):
        spelled, after = _spelled([word for word, _ in tokens], at)
        if spelled is not None:
            yield spelled, _unit(words[tokens[after - 1][1] :])
        at = max(after, at + 1)


def _readings(digits: str) -> Iterator[float]:
    """`1,000` may be a thousand, `19,68` a decimal; `12.500` may be either."""
    bare = re.sub(r"[ \u00a0\u202f]", "", digits)
    grouped = re.sub(r"[.,](?=\d{3}(?!\d))", "", bare)
    for reading in {grouped.replace(",", "."), bare.replace(",", ".")}:
        if reading.count(".") <= 1:
            yield float(reading)


def _unit(rest: str) -> str:
    """`-day period` → day. A word between, as in *working days*, is passed over."""
    near = re.match(r"[\s-]*(?:\w+[\s-]+){0,2}?(day|week|month|year)s?\b", rest, re.IGNORECASE)
    return near[1].lower() if near else ""


def _spelled(tokens: list[str], at: int) -> tuple[float | None, int]:
    """A number spelled from `at` on, and the token after it: *one hundred and twenty*."""
    if tokens[at] in ALONE:
        return float(ALONE[tokens[at]]), at + 1
    total, after = 0, at
    current: int | None = None
    while after < len(tokens):
        word = tokens[after]
        if word in VALUES:
            current = (current or 0) + VALUES[word]
        elif word in SCALES and current is not None:
            current *= SCALES[word]
            if SCALES[word] > SCALES["hundred"]:
                total, current = total + current, 0
        elif not (word == "and" and current is not None and tokens[after - 1] in SCALES):
            break
        after += 1
    return (None, at + 1) if current is None else (float(total + current), after)


def _shown(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)
