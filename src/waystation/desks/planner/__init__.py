"""From where somebody stands to a lawful place: the few plans that nothing else beats on every count.

What this reveals, and to whom: nothing leaves; the answer holds what the case said about place and documents.
"""

from waystation.desks.planner.case import Case, Limits, Person
from waystation.desks.planner.find import Asked, find_plans, hand_over

__all__ = ["Asked", "Case", "Limits", "Person", "find_plans", "hand_over"]
