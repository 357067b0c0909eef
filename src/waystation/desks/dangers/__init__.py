"""Which dangers somebody meets at a place, on a journey or in a step."""

from waystation.desks.dangers.find import Dangers, find_dangers, worst

__all__ = ["Dangers", "find_dangers", "worst"]
