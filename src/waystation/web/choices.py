"""What can be chosen where the kind of a fact names no options: the values that the knowledge asks for."""

from functools import cache

from waystation.core.conditions import Has, Leaf, OneOf, walk
from waystation.core.facts import FactType
from waystation.core.knowledge import Knowledge
from waystation.core.texts import Text, Words
from waystation.core.wording import option
from waystation.web import known

OPEN = ("set", "choice", "ordered")


def choices(kind: FactType) -> tuple[tuple[str, Text | Words], ...]:
    """The values with how they are called, in the order of the kind, else of the knowledge."""
    if kind.options:
        return tuple((one, option(one)) for one in kind.options)
    knowledge = known.knowledge()
    return tuple((one, _called(one, knowledge)) for one in _asked_for().get(kind.id, ()))


@cache
def _asked_for() -> dict[str, tuple[str, ...]]:
    """Fact → every value that a condition of a practice asks for."""
    found: dict[str, dict[str, None]] = {}
    for id in sorted(known.knowledge().practices):
        for node in walk(known.knowledge().practices[id].who.node):
            if isinstance(node, Leaf) and isinstance(node.test, (Has, OneOf)):
                found.setdefault(node.fact, {}).update(dict.fromkeys(sorted(map(str, node.test.values))))
    return {fact: tuple(values) for fact, values in found.items()}


def _called(value: str, knowledge: Knowledge) -> Text | Words:
    """A decision by the title of what gives it, a body by its title, else an option as it is said."""
    if value in knowledge.bodies:
        return Words(knowledge.bodies[value].title)
    title = knowledge.title_of(value)
    return Words(title) if title else option(value)
