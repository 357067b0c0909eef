"""Random worlds of real record shapes, from a seed: four to six places, six to ten practices, for search and laws."""

import random
from typing import Any

from tests.desks.planner.world import START, World, permit, place, practice, visa, wait, world
from waystation.core.knowledge import Knowledge

COUNTRIES = ("QA", "QB", "QC", "QD", "QE")
FREE = {"shows": {"kind": ["passport"]}, "admits": "stay", "stay": {"length": {"days": 90}}}
Plain = dict[str, dict[str, Any]]


def rich_world(base: Knowledge, seed: int) -> World:
    """Visas, nominations, permits, claims, papers, bans; waits and costs stated or not; quotas, excludes, entries."""
    chance = random.Random(seed)
    countries = COUNTRIES[: chance.randint(3, 5)]
    found: Plain = {}
    least = chance.randint(6, 8)
    makers = (_visa, _visa, _nominated, _permit, _permit, _claim, _paper, _elsewhere, _return, _ban, _twin)
    while len(found) < least or not any(id.startswith(("permit", "claim", "nominated")) for id in found):
        found |= chance.choice(makers)(chance, chance.choice(countries), countries)
    practices = [practice(base, id, one.pop("country"), **one) for id, one in list(found.items())[:10]]
    return world(base, practices, _places(base, chance, countries, [one.id for one in practices]))


def _places(base: Knowledge, chance: random.Random, countries: tuple[str, ...], ids: list[str]) -> list[Any]:
    made = []
    for country in (START, *countries):
        others = [one for one in countries if one != country]
        missions = [
            {
                "of": one,
                "city": "Town",
                **({"takes": [id for id in ids if id.endswith(one.lower())]} if chance.random() < 0.8 else {}),
            }
            for one in chance.sample(others, min(len(others), 2 if country == START else 1))
        ]
        entry = [] if country == START or chance.random() < 0.6 else [_entry(chance, others)]
        made.append(place(base, country, missions=missions, entry=entry))
    return made


def _entry(chance: random.Random, others: list[str]) -> dict[str, Any]:
    """Free for a passport, free for a paper that some state gives, or free for who holds a standing elsewhere."""
    draw = chance.random()
    if draw < 0.4:
        return FREE
    if draw < 0.6:
        return {**FREE, "shows": {"kind": ["alien-passport"]}}
    held = {"some": {"of": "statuses", "where": {"in": {"is": chance.choice(others)}}}}
    return {**FREE, "who": held}


def _terms(chance: random.Random) -> dict[str, Any]:
    """What may differ between two practices of one kind: how long, how dear, who decides, how many."""
    terms: dict[str, Any] = {
        "takes": wait(chance),
        "access": chance.choice(["open", "open", "discretionary", "referral"]),
    }
    if chance.random() < 0.5:
        terms["costs"] = [{"for": "fee", "amount": chance.choice([0, 90, 900]), "currency": "EUR", "source": "s1"}]
    if chance.random() < 0.15:
        terms["quota"] = {"amount": 5, "remaining": chance.choice([0, 3, None]), "source": "s1"}
    if chance.random() < 0.15:
        terms["valid"] = chance.choice([{"until": "2026-01-01", "renewal": "expected"}, {"from": "2026-12-24"}])
    return terms


def _visa(chance: random.Random, country: str, countries: tuple[str, ...]) -> Plain:
    return {f"visa-{country.lower()}": {"country": country, **visa(country), **_terms(chance)}}


def _twin(chance: random.Random, country: str, countries: tuple[str, ...]) -> Plain:
    """Another way to the same visa, which closes the first."""
    low = country.lower()
    return {
        f"second-{low}": {
            "country": country,
            **visa(country),
            **_terms(chance),
            "excludes": [{"practice": f"visa-{low}"}],
        }
    }


def _nominated(chance: random.Random, country: str, countries: tuple[str, ...]) -> Plain:
    """A nomination, and the visa that asks for it."""
    low = country.lower()
    decision = {"gives": [{"decision": {"name": f"n-{low}"}}], "where": [{"at": "online"}], "actor": "nominator"}
    asks = {"who": {"decisions": {"has_any": [f"n-{low}"]}}}
    return {
        f"nominate-{low}": {"country": country, **_terms(chance), **decision},
        f"nominated-{low}": {"country": country, **visa(country), **_terms(chance), **asks},
    }


def _permit(chance: random.Random, country: str, countries: tuple[str, ...]) -> Plain:
    return {f"permit-{country.lower()}": {"country": country, **permit(country), **_terms(chance)}}


def _claim(chance: random.Random, country: str, countries: tuple[str, ...]) -> Plain:
    """A claim that holds the stay while it is decided, and the decision."""
    low = country.lower()
    pending = {"status": {"in": country, "kind": "pending", "name": f"c-{low}", "from": "filing"}}
    waits = {"some": {"of": "statuses", "where": {"in": {"is": country}, "kind": "pending"}}}
    return {
        f"claim-{low}": {
            "country": country, "kind": "protection", "where": [{"at": "inside"}], "gives": [pending], "covers": {"members": {}},
            "excludes": [{"practice": f"permit-{low}"}], "takes": {"high": 0, "source": "s1"},
        },
        f"decision-{low}": {
            "country": country, **permit(country), "kind": "protection", "who": waits, "takes": wait(chance), "waiting": {"lawful": True}
        },
    }  # fmt: skip


def _paper(chance: random.Random, country: str, countries: tuple[str, ...]) -> Plain:
    """A travel paper for somebody who holds a standing there; two offices may give the same."""
    low = country.lower()
    held = {"some": {"of": "statuses", "where": {"in": {"is": country}}}}
    given = [{"document": {"kind": "alien-passport", "issuer": country, "length": {"years": 2}}}]
    name = chance.choice(["paper", "other-paper"])
    return {f"{name}-{low}": {"country": country, "kind": "document", "where": [{"at": "inside"}], "who": held,
                              "covers": {"members": {}}, "gives": given, "takes": wait(chance)}}  # fmt: skip


def _elsewhere(chance: random.Random, country: str, countries: tuple[str, ...]) -> Plain:
    """A visa for who holds a standing in another country."""
    other = chance.choice([one for one in countries if one != country])
    held = {
        "some": {
            "of": "statuses",
            "where": {"in": {"is": other}, "kind": {"in": ["residence", "protection", "visa"]}},
        }
    }
    spot = chance.choice([{"at": "online"}, {"at": "mission"}])
    return {
        f"after-{other.lower()}-{country.lower()}": {
            "country": country,
            **visa(country),
            **_terms(chance),
            "who": held,
            "where": [spot],
        }
    }


def _return(chance: random.Random, country: str, countries: tuple[str, ...]) -> Plain:
    """A right to come back in, with the standing that it opens."""
    low = country.lower()
    gives = [{"right": {"to": "return", "in": country}}, {"status": {"in": country, "kind": "residence", "name": f"b-{low}", "length": {"years": 1}, "renewable": True}}, {"right": {"to": "work", "in": country}}]  # fmt: skip
    return {
        f"return-{low}": {
            "country": country,
            "where": [{"at": "online"}],
            "covers": {"members": {}},
            "gives": gives,
            **_terms(chance),
        }
    }


def _ban(chance: random.Random, country: str, countries: tuple[str, ...]) -> Plain:
    """Closes the visas of a country to some; known, or a question."""
    unless = [{"decisions": {"has_any": [f"n-{country.lower()}"]}}] if chance.random() < 0.5 else []
    who = {chance.choice(["convicted", "deportation_order", "wanted_at_home"]): True}
    return {f"ban-{country.lower()}": {"country": country, "kind": "ban", "who": who, "unless": unless,
                                       "forbids": {"country": country, "kind": ["visa"], "at": ["mission"]}}}  # fmt: skip
