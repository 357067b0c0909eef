"""Which rules and places may belong to a plan that ends in one country: worked out before anything is searched."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from waystation.core.conditions import Condition, Has, Leaf, OneOf, walk
from waystation.core.knowledge import Knowledge
from waystation.core.practices import Document, Entry, Right, Status
from waystation.desks.planner.rules import Rule, Rules, Spot, effects

CARRYING = frozenset({"work", "return"})
"""Rights that a plan may rest on."""
WHERE = frozenset({"in", "here", "issuer"})
"""Facts and fields that name the country of what they speak of."""


class Way(Struct, frozen=True):
    """The search for plans that end in `goal`: the rules that can serve one, and the places it may pass.

    `anywhere`: whether a rule can be asked for online, so that any country serves that lets one in. `beside`: of a
    rule that serves only a longer stay on the way, the places of such a stay. A plan has one of
    these at most, and then passes no other place.
    """

    goal: str
    start: str
    rules: Mapping[str, Rule]
    places: frozenset[str]
    anywhere: bool
    beside: Mapping[str, frozenset[str]]


def way_to(goal: str, start: str, rules: Rules, knowledge: Knowledge) -> Way:
    """Straight to `goal`, or by one stay of longer duration on the way.

    A step of an unbeaten plan is used by a later one or by the goal. So only rules count that give something in
    the goal country, that a counted rule asks for, or that give a stay or paper in one place on the way. Where a
    counted rule is asked for online, one may do so from any country that lets one in. Not searched: plans by two
    longer stays, or by one that only serves to wait for what was asked for online.
    """
    core = _core(goal, rules)
    counted = [rules.by_id[id] for id in sorted(core)]
    passed = frozenset({goal, start}).union(
        *(asked_from(rule, knowledge) | named(rule.practice.who) for rule in counted)
    )
    passed |= {country for place in knowledge.area_of(goal) for one in place.entry for country in named(one.who)}
    beside: dict[str, set[str]] = {}
    for bridge in sorted(passed - {goal}):
        for id in _counted((bridge,), rules, core) - core:
            beside.setdefault(id, set()).add(bridge)
    every = {id: rules.by_id[id] for id in sorted(core | beside.keys())}
    stays = {id: frozenset(some) for id, some in beside.items()}
    return Way(goal, start, every, passed, any(online(rule) for rule in counted), stays)


def _core(goal: str, rules: Rules) -> frozenset[str]:
    """What counts in the goal country. A paper or a right that one gets only there, and that no counted rule asks
    for, serves no plan that ends there."""
    idle = frozenset(id for id in rules.touching.get(goal, ()) if not _carries_on(rules.by_id[id], goal, rules))
    core = _counted((goal,), rules, without=idle)
    papers = any(_asks_for_papers(rules.by_id[id]) for id in core)
    giving = {id for id in idle if any(isinstance(one, Document) for one in effects(rules.by_id[id].practice))}
    return _counted((goal,), rules, without=idle - giving) if papers and giving else core


def _carries_on(rule: Rule, goal: str, rules: Rules) -> bool:
    """Whether it may be part of the way into a country or of the standing there."""
    if rule.decisions or not rule.spots or not all(at_home(rule, spot) for spot in rule.spots):
        return True
    if rules.asked:
        return True
    given = effects(rule.practice)
    return any(
        isinstance(one, (Entry, Status)) or (isinstance(one, Right) and one.to in CARRYING) for one in given
    )


def _asks_for_papers(rule: Rule) -> bool:
    blocking = any(one.cannot_obtain == "blocks" for one in rule.practice.needs)
    return blocking or "travel_documents" in {fact.partition(".")[0] for fact in rule.hangs_on}


def online(rule: Rule) -> bool:
    """Whether it can be asked for from other countries too, or nobody says from where."""
    return not rule.spots or any(spot.where.at == "online" and not at_home(rule, spot) for spot in rule.spots)


def at_home(rule: Rule, spot: Spot) -> bool:
    """Whether one must stand in the rule's own country to ask there."""
    if spot.where.at in ("inside", "border"):
        return True
    match spot.where.standing_in.node:
        case Leaf(test=OneOf(negated=False, values=values)):
            return values <= {rule.practice.country}
    return False


def countries(knowledge: Knowledge) -> frozenset[str]:
    """Every country of which something is known."""
    return frozenset(place.country for place in knowledge.places.values() if place.country)


def named(condition: Condition) -> frozenset[str]:
    """The countries in which a condition wants somebody to stand or to hold something."""
    found: set[str] = set()
    for node in walk(condition.node):
        if isinstance(node, Leaf) and node.fact in WHERE and isinstance(node.test, OneOf):
            found |= {str(value) for value in node.test.values}
        elif isinstance(node, Leaf) and node.fact == "rights" and isinstance(node.test, Has):
            found |= {value.rpartition(":")[2] for value in node.test.values}
    return frozenset(found)


def _counted(
    places: Iterable[str],
    rules: Rules,
    before: frozenset[str] = frozenset(),
    without: frozenset[str] = frozenset(),
) -> frozenset[str]:
    """Ids of the rules that give something in these places, and of those that they ask for; `before` included.

    Those in `without` count only if they are asked for.
    """
    found = set(before)
    new = {id for place in places for id in rules.touching.get(place, ())} - without
    if not before:
        new |= {id for word in rules.asked for id in rules.giving.get(word, ())}
    while new := new - found:
        found |= new
        asked = {word for id in new for word in rules.by_id[id].asks_for}
        new = {id for word in asked for id in rules.giving.get(word, ())}
    return frozenset(found)


def asked_from(rule: Rule, knowledge: Knowledge) -> frozenset[str]:
    """Countries where the rule can be asked for in person."""
    country = rule.practice.country
    found = frozenset({country}) if any(at_home(rule, spot) for spot in rule.spots) else frozenset[str]()
    return found | knowledge.hosting(country) if any(spot.where.at == "mission" for spot in rule.spots) else found
