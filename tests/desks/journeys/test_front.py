"""The front over danger, time and changes is the one that trying every way finds; little is measured for it."""

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from waystation.desks.journeys.front import Quest, unbeaten
from waystation.desks.journeys.network import Network

AIRPORTS = 7


class Made(Struct):
    """Tolls drawn at random; what was asked to be measured is kept."""

    stops: dict
    rides: dict
    ends: dict
    known: set

    def stop(self, at, to):
        return self.stops[at, to]

    def end(self, before, at):
        return self.ends[before, at]

    def ride(self, start, end):
        return self.rides[start, end] if (start, end) in self.known else 1

    def measured(self, start, end):
        return (start, end) in self.known

    def measure(self, legs):
        assert not self.known & set(legs)
        self.known.update(legs)


def world_of(seed):
    """A small network, tolls, and what is looked for."""
    chance = random.Random(seed)
    dense = chance.uniform(0.2, 0.9)
    flown = [
        (one, other)
        for one in range(AIRPORTS)
        for other in range(AIRPORTS)
        if one != other and chance.random() < dense
    ]
    out = tuple(tuple((to, chance.randint(1, 9)) for at, to in flown if at == one) for one in range(AIRPORTS))
    into = tuple(tuple(at for at, to in flown if to == one) for one in range(AIRPORTS))
    network = Network(tuple("ABCDEFG"), tuple("ABCDEFG"), out, into)
    grades, rides = [1, 1, 1, 2, 2, 3, 4], [1, 1, 1, 2, 3, 4, None]
    tolls = Made(*({leg: chance.choice(some) for leg in flown} for some in (grades, rides, grades)), set())
    starts, ends = chance.choice([(0,), (1,), (0, 1)]), chance.choice([{4}, {5, 6}, {4, 5, 6}])
    quest = Quest(starts=starts, ends=frozenset(ends), most_legs=chance.randint(1, 4), change=chance.randint(0, 3))
    return network, quest, tolls


SEEDS = st.integers(0, 2**32)


def every_way(network, quest, path):
    """All ways that pass no airport twice and end where the first end is reached."""
    if path[-1] in quest.ends:
        yield path
    elif len(path) <= quest.most_legs:
        for to, _ in network.out[path[-1]]:
            if to not in path and to not in quest.starts:
                yield from every_way(network, quest, (*path, to))


def cost(network, quest, tolls, path):
    """Danger, minutes, changes; None: one of its flights is not flown."""
    rides = [tolls.rides[leg] for leg in pairwise(path)]
    if None in rides:
        return None
    stops = [tolls.stops[leg] for leg in pairwise(path[1:])]
    minutes = sum(dict(network.out[start])[end] for start, end in pairwise(path))
    changes = len(path) - 2
    return max(*rides, *stops, tolls.ends[path[-2:]]), minutes + changes * quest.change, changes


def best(network, quest, tolls):
    """The front by trying every way."""
    ways = (way for start in quest.starts for way in every_way(network, quest, (start,)))
    costs = {found for way in ways if (found := cost(network, quest, tolls, way))}
    return {
        one
        for one in costs
        if not any(o != one and all(a <= b for a, b in zip(o, one, strict=True)) for o in costs)
    }


@settings(max_examples=400, deadline=None)
@given(SEEDS)
def test_the_front_is_that_of_trying_every_way(seed):
    network, quest, tolls = world_of(seed)
    found = unbeaten(network, quest, tolls)
    assert {(danger, minutes, len(path) - 2) for danger, minutes, path in found} == best(network, quest, tolls)
    assert all(cost(network, quest, tolls, path) == (d, m, len(path) - 2) for d, m, path in found)
    assert len(found) == len({(d, m, len(path)) for d, m, path in found})


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_the_same_question_has_the_same_answer(seed):
    network, quest, tolls = world_of(seed)
    first = unbeaten(network, quest, tolls)
    tolls.known.clear()
    assert unbeaten(network, quest, tolls) == first


def test_the_made_up_worlds_have_fronts_of_several_ways():
    sizes = [len(unbeaten(*world_of(seed))) for seed in range(100)]
    assert sum(size > 1 for size in sizes) > 15
    assert max(sizes) > 2


def test_what_lies_on_no_way_that_would_be_shown_is_not_measured():
    out = (((1, 1), (2, 5)), ((3, 1),), ((3, 5),), ())
    into = ((), (0,), (0,), (1, 2))
    flown = [(0, 1), (0, 2), (1, 3), (2, 3)]
    tolls = Made(*(dict.fromkeys(flown, 1) for _ in range(3)), set())
    quest = Quest(starts=(0,), ends=frozenset({3}), most_legs=3, change=1)
    assert [path for _, _, path in unbeaten(Network(tuple("ABCD"), tuple("ABCD"), out, into), quest, tolls)] == [
        (0, 1, 3)
    ]
    assert tolls.known == {(0, 1), (1, 3)}


def test_what_turns_out_grave_gives_way_to_what_is_not():
    out = (((1, 1), (2, 5)), ((3, 1),), ((3, 5),), ())
    into = ((), (0,), (0,), (1, 2))
    flown = [(0, 1), (0, 2), (1, 3), (2, 3)]
    tolls = Made(
        dict.fromkeys(flown, 1), {**dict.fromkeys(flown, 1), (1, 3): None}, dict.fromkeys(flown, 1), set()
    )
    quest = Quest(starts=(0,), ends=frozenset({3}), most_legs=3, change=1)
    assert [path for _, _, path in unbeaten(Network(tuple("ABCD"), tuple("ABCD"), out, into), quest, tolls)] == [
        (0, 2, 3)
    ]
