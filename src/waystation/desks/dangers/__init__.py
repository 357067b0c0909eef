"""Which dangers somebody meets at a place, on a journey or in a step."""

from waystation.desks.dangers.answer import answer
from waystation.desks.dangers.find import Dangers, find_dangers, worst
from waystation.desks.dangers.replay import compare, count, probe

__all__ = ["Dangers", "answer", "compare", "count", "find_dangers", "probe", "worst"]
