"""Multi-criteria Dijkstra as textbooks have it, on a graph of rustworkx: a heap of labels, a list of them each node."""

import heapq
from typing import Any

import rustworkx as rx


def graph_of(out: tuple[tuple[tuple[int, int], ...], ...]) -> rx.PyDiGraph:
    """Airports as nodes; flights as edges with their minutes."""
    graph = rx.PyDiGraph(multigraph=False)
    graph.add_nodes_from(range(len(out)))
    graph.add_edges_from([(start, end, minutes) for start, ends in enumerate(out) for end, minutes in ends])
    return graph


def search(
    graph: rx.PyDiGraph, starts: tuple[int, ...], ends: frozenset[int], most_legs: int, change: int, tolls: Any
) -> list[tuple[int, int, int]]:
    """The front as danger, minutes and changes."""
    heap = [(0, 0, 0, start, -1) for start in starts]
    kept: dict[int, list[tuple[int, int, int]]] = {}
    found: list[tuple[int, int, int]] = []
    while heap:
        legs, danger, minutes, at, _ = heapq.heappop(heap)
        here = (danger, minutes, legs)
        rivals = found if at in ends else kept.setdefault(at, [])
        if any(no_worse(one, here) for one in rivals) or any(no_worse(one, here) for one in found):
            continue
        rivals.append(here)
        if at in ends or legs == most_legs:
            continue
        for _, to, long in graph.out_edges(at):
            ride = tolls.ride(at, to)
            if to in starts or ride is None:
                continue
            worst = max(danger, ride, tolls.stop(at, to) if legs else 0, tolls.end(at, to) if to in ends else 0)
            heapq.heappush(heap, (legs + 1, worst, minutes + long + (change if legs else 0), to, at))
    return [(danger, minutes, legs - 1) for danger, minutes, legs in found]


def no_worse(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    """At most the other on every count."""
    return one[0] <= other[0] and one[1] <= other[1] and one[2] <= other[2]
