"""Made-up vocabularies, conditions and people, from a seed: for laws that must hold whatever is asked.

A `Maker` draws for any vocabulary: ours below, which has every type of fact, or that of the knowledge itself.
What it knows of somebody goes three ways: `person` knows everything, `forget` knows less, `complete` knows the rest.
"""

import dataclasses
import datetime as dt
import random
from collections.abc import Iterable, Mapping
from typing import Any

from waystation.core.codec import from_plain
from waystation.core.conditions import Compare, Condition, Has, Leaf, Node, OneOf, walk
from waystation.core.facts import Among, FactType, FieldType, Known, Listing, Members, Range, Scalar
from waystation.core.reading import read_condition

TODAY = dt.date(2026, 11, 24)
DAYS = tuple(TODAY + dt.timedelta(days=days) for days in (-800, -200, -91, -30, -1, 0, 1, 45, 400))
COUNTRIES = ("QA", "QB", "QC", "QD")
WORDS = ("one", "two", "three", "four")
KINDS = ("study", "work", "other")
THING = {
    "kind": {"type": "choice", "options": list(KINDS)}, "n": {"type": "number"}, "day": {"type": "date"},
    "from": {"type": "date"}, "until": {"type": "date"}, "flag": {"type": "bool"}, "in": {"type": "country"},
    "marks": {"type": "set", "options": ["x", "y"]},
}  # fmt: skip
EVERYBODY = ["person", "member"]
PLAIN: list[dict[str, Any]] = [
    {"id": "flag", "type": "bool", "subject": EVERYBODY}, {"id": "sure", "type": "bool"},
    {"id": "word", "type": "choice", "options": ["a", "b", "c", "d"], "subject": EVERYBODY},
    {"id": "level", "type": "ordered", "options": ["A1", "A2", "B1", "B2"]},
    {"id": "count_of", "type": "number", "subject": EVERYBODY}, {"id": "income", "type": "money"},
    {"id": "began", "type": "date", "subject": EVERYBODY}, {"id": "ends", "type": "date"},
    {"id": "home", "type": "country"}, {"id": "spelled", "type": "text"},
    {"id": "homes_of", "type": "countries", "subject": EVERYBODY},
    {"id": "tags", "type": "set", "options": ["x", "y", "z"]}, {"id": "names_of", "type": "set"},
    {"id": "things", "type": "list", "fields": THING, "subject": EVERYBODY},
    {"id": "kin", "type": "list"},
]  # fmt: skip
VOCABULARY: dict[str, FactType] = {
    one["id"]: from_plain({"section": "test", **one}, FactType, {}) for one in PLAIN
}  # fmt: skip
Kinds = Mapping[str, FactType | FieldType]
Pool = Mapping[str, tuple[Scalar, ...]]
View = dict[str, Known]

PARAMETERS: dict[str, Scalar] = {"least": 3, "cut-day": TODAY - dt.timedelta(days=91)}
UNSTATED = "nobody-states-this"


def parameters(name: str, day: dt.date) -> Scalar | None:
    """Parameters of the made-up law; one of them nobody states."""
    return PARAMETERS.get(name)


def pool_of(nodes: Iterable[Node]) -> dict[str, tuple[Scalar, ...]]:
    """For each fact the values that conditions name: what a person is worth being asked about."""
    named: dict[str, dict[Scalar, None]] = {}
    for whole in nodes:
        for node in walk(whole):
            if isinstance(node, Leaf):
                named.setdefault(node.fact, {}).update(dict.fromkeys(_named(node.test)))
    return {fact: tuple(sorted(values, key=repr)) for fact, values in named.items()}


def _named(test: OneOf | Compare | Has) -> Iterable[Scalar]:
    if isinstance(test, (OneOf, Has)):
        return test.values
    return (test.than,) if isinstance(test.than, (str, int, float, dt.date)) else ()


@dataclasses.dataclass(frozen=True)
class Maker:
    """Draws conditions and people over one vocabulary. `pool`: values worth drawing, by fact."""

    chance: random.Random
    kinds: Mapping[str, FactType] = dataclasses.field(default_factory=lambda: VOCABULARY)
    pool: Pool = dataclasses.field(default_factory=dict)

    # ── conditions ──

    def condition(self, depth: int = 3) -> Condition:
        """Any condition: every kind of node, nested."""
        return read_condition(self.spelled(depth), self.kinds)

    def spelled(self, depth: int, scope: Kinds | None = None) -> dict[str, Any]:
        """A condition as one writes it, of the facts in `scope`."""
        scope = self.kinds if scope is None else scope
        whole: dict[str, Any] = {}
        for _ in range(self.chance.choice([1, 1, 1, 2, 3])):
            whole |= self.part(depth, scope)
        if self.chance.random() < 0.07:
            whole["presume"] = self.presumption(scope)
        return whole

    def presumption(self, scope: Kinds) -> dict[str, Any]:
        plain = [name for name, kind in scope.items() if kind.type not in ("countries", "set", "list")]
        names = self.chance.sample(sorted(plain), self.chance.randint(1, 2))
        return {name: written(self.scalar(name, scope[name])) for name in names}

    def part(self, depth: int, scope: Kinds) -> dict[str, Any]:
        if depth == 0 or self.chance.random() < 0.4:
            return self.leaf(scope)
        lists = [name for name, kind in scope.items() if kind.type == "list"]
        kinds = ["all", "any", "not", "unless", "at_least", "silent", "clock"]
        kind = self.chance.choice([*kinds, *(["some", "every", "count", "weigh"] if lists else [])])
        if kind in ("some", "every", "count", "weigh"):
            return self.listed(kind, self.chance.choice(lists), depth, scope)
        if kind == "clock":
            return self.clock(scope)
        if kind == "silent":
            return {"silent": "What nobody says."} if self.chance.random() < 0.3 else self.leaf(scope)
        below = [self.spelled(depth - 1, scope) for _ in range(self.chance.randint(1, 3))]
        if kind in ("not", "unless"):
            return {kind: below[0]}
        if kind == "at_least":
            return {kind: {"count": self.chance.randint(1, len(below)), "of": below}}
        return {kind: below}

    def listed(self, kind: str, name: str, depth: int, scope: Kinds) -> dict[str, Any]:
        fields = self.fields(name, scope)
        if kind == "weigh":
            if "from" not in fields:
                return self.leaf(scope)
            length = {"days": self.chance.choice([1, 30, 300])}
            return {kind: {"of": name, "by": {"kind": {"study": 0.5, "work": 1}}, "at_least": length}}
        where = self.spelled(max(depth - 1, 0), fields)
        if kind != "count":
            return {kind: {"of": name, "where": where}}
        bound = {self.chance.choice(["at_least", "at_most"]): self.chance.randint(0, 2)}
        days = [field for field, one in fields.items() if one.type == "date"]
        if self.chance.random() < 0.5:
            return {kind: {"of": name, "where": where, **bound}}
        window = {"within": {"months": 3, "before": "today"}, "by": self.chance.choice(days)}
        return {kind: {"of": name, "where": where, **bound, **window}}

    def clock(self, scope: Kinds) -> dict[str, Any]:
        days = [name for name, kind in scope.items() if kind.type == "date"]
        spelled: dict[str, Any] = {"from": self.chance.choice(days), "length": {"months": 6}}
        if self.chance.random() < 0.3:
            spelled |= {"length": {"days": 20}, "unit": "working"}
        for key in ("stopped_by", "extended_if"):
            if self.chance.random() < 0.2:
                spelled[key] = self.leaf(scope)
        return {"clock": {**spelled, "still": self.chance.choice(["running", "over"])}}

    def leaf(self, scope: Kinds) -> dict[str, Any]:
        """One fact with one test, or two joined by *and*."""
        name = self.chance.choice(sorted(one for one, kind in scope.items() if kind.type != "list"))
        test = self.test(name, scope[name], scope)
        if self.chance.random() < 0.1:
            test |= self.test(name, scope[name], scope)
        if self.chance.random() < 0.04:
            test["unconfirmed"] = True
        return {name: test}

    def test(self, name: str, kind: FactType | FieldType, scope: Kinds) -> dict[str, Any]:
        """One operator that fits the type, and its operand."""
        if kind.type in ("countries", "set"):
            return {self.chance.choice(["has_any", "has_all", "has_none"]): self.some(name, kind, 1)}
        ordered = kind.type in ("number", "money", "date", "ordered")
        if not ordered or self.chance.random() < 0.15:
            how = self.chance.choice(["is", "is_not", "in", "not_in"])
            drawn = [written(self.scalar(name, kind)) for _ in range(2)]
            return {how: drawn if how in ("in", "not_in") else drawn[0]}
        plain = ["at_least", "at_most", "above", "below"]
        how = self.chance.choice(
            plain + ["before", "after", "on_or_before", "on_or_after"] * (kind.type == "date")
        )
        return {how: self.operand(name, kind, scope)}

    def operand(self, name: str, kind: FactType | FieldType, scope: Kinds) -> Any:
        draw = self.chance.random()
        if kind.type == "date" and draw < 0.4:
            others = [other for other, one in scope.items() if one.type == "date" and other != name]
            base = self.chance.choice(["today", *others])
            return {"months": self.chance.choice([1, 6]), self.chance.choice(["after", "before"]): base}
        if kind.type in ("number", "money", "date") and draw < 0.5:
            stated = "cut-day" if kind.type == "date" else "least"
            return {"param": self.chance.choice([stated, stated, UNSTATED])}
        return written(self.scalar(name, kind))

    # ── values ──

    def scalar(self, name: str, kind: FactType | FieldType) -> Scalar:
        """One value that the fact can have."""
        drawn = self.pool.get(name, ())
        if drawn and self.chance.random() < 0.7:
            return self.chance.choice(drawn)
        match kind.type:
            case "bool":
                return self.chance.random() < 0.5
            case "number" | "money":
                return self.chance.randint(0, 6)
            case "date":
                return self.chance.choice(DAYS)
            case "country" | "countries":
                return self.chance.choice(COUNTRIES)
        return self.chance.choice(kind.options or WORDS)

    def some(self, name: str, kind: FactType | FieldType, least: int = 0) -> list[str]:
        """A few different members of a set."""
        return sorted({str(self.scalar(name, kind)) for _ in range(self.chance.randint(least, 3))})

    def known(self, name: str, kind: FactType | FieldType, scope: Kinds, depth: int = 2) -> Known:
        """All there is to know of one fact."""
        if kind.type in ("countries", "set"):
            return Members(frozenset(self.some(name, kind)), complete=True)
        if kind.type != "list":
            return self.scalar(name, kind)
        things = self.chance.randint(0, 3) if depth else 0
        fields = self.fields(name, scope)
        return Listing(tuple(self.thing(fields, depth - 1) for _ in range(things)), complete=True)

    def fields(self, name: str, scope: Kinds) -> Kinds:
        """What can be asked of the things in a list: its fields, or what is asked of members."""
        own = scope[name].fields if isinstance(scope[name], FactType) else {}
        members = {id: kind for id, kind in self.kinds.items() if "member" in kind.subject and kind.type != "list"}
        lists = {id: kind for id, kind in self.kinds.items() if "member" in kind.subject and kind.type == "list"}
        return own or {**members, **lists}

    def thing(self, fields: Kinds, depth: int) -> View:
        return {name: self.known(name, kind, fields, depth) for name, kind in fields.items()}

    # ── people ──

    def person(self) -> View:
        """Somebody of whom everything is known."""
        return {**self.thing(self.kinds, 2), "today": TODAY}

    def forget(self, view: Mapping[str, Known], kinds: Kinds | None = None, keep: float = 0.45) -> View:
        """The same person, of whom less is known: facts dropped or widened, lists opened or shortened."""
        kinds = self.kinds if kinds is None else kinds
        less: View = {}
        for name, known in view.items():
            if name in ("today", "id") or name not in kinds or self.chance.random() < keep:
                less[name] = known
            elif self.chance.random() < 0.6:
                less[name] = self.widened(name, known, kinds)
        return less

    def widened(self, name: str, known: Known, kinds: Kinds) -> Known:
        """Less knowledge of one fact, but some."""
        kind = kinds[name]
        match known:
            case Members(have, lack, complete):
                more = frozenset(self.some(name, kind)) - have if complete else lack
                return Members(self._fewer(have), self._fewer(more), complete=False)
            case Listing(items, complete):
                fields = self.fields(name, kinds)
                kept = [self.forget(one, fields) for one in items if self.chance.random() < 0.75]
                whole = complete and len(kept) == len(items) and self.chance.random() < 0.6
                return Listing(tuple(kept), complete=whole)
            case Among(values):
                return Among(values | {self.scalar(name, kind)})
            case Range(low, high):
                return self.ranged(low, high)
        if isinstance(known, bool) or kind.type not in ("number", "money", "date") or self.chance.random() < 0.2:
            return Among(frozenset({known, self.scalar(name, kind)}))  # type: ignore[arg-type]
        return self.ranged(known, known)

    def ranged(self, low: Any, high: Any) -> Range:
        """A range at least as wide. None: open."""
        step: Any = dt.timedelta(days=40) if isinstance(low or high, dt.date) else 1
        low = None if low is None or self.chance.random() < 0.2 else low - step * self.chance.randint(0, 2)
        high = None if high is None or self.chance.random() < 0.2 else high + step * self.chance.randint(0, 2)
        return Range(low, high)

    def _fewer(self, values: frozenset[str]) -> frozenset[str]:
        return frozenset(one for one in sorted(values) if self.chance.random() < 0.6)

    def complete(self, view: Mapping[str, Known], kinds: Kinds | None = None, depth: int = 2) -> View:
        """Somebody of whom everything is known, and who may be the one of whom `view` is known."""
        kinds = self.kinds if kinds is None else kinds
        whole = {name: known for name, known in view.items() if name not in kinds}
        for name, kind in kinds.items():
            fresh = self.known(name, kind, kinds, depth)
            whole[name] = self.narrowed(name, view[name], fresh, kinds, depth) if name in view else fresh
        return whole

    def narrowed(self, name: str, known: Known, fresh: Known, kinds: Kinds, depth: int) -> Known:
        """One of the values that are still possible."""
        match known:
            case Members(have, lack, complete):
                more = fresh.have if isinstance(fresh, Members) and not complete else frozenset()
                return Members(have | (more - lack), complete=True)
            case Listing(items, complete):
                fields = self.fields(name, kinds)
                told = [self.complete(one, fields, depth - 1) for one in items]
                more_things = fresh.items if isinstance(fresh, Listing) and not complete else ()
                return Listing((*told, *more_things), complete=True)
            case Among(values):
                return self.chance.choice(sorted(values, key=repr))
            case Range(None, None):
                return fresh
            case Range(low, high):
                return self._between(low, high)
        return known

    def _between(self, low: Any, high: Any) -> Scalar:
        day = isinstance(low if low is not None else high, dt.date)
        step: Any = dt.timedelta(days=1) if day else 1
        if low is None or high is None:
            far = self.chance.randint(0, 300 if day else 6)
            return low + step * far if high is None else high - step * far  # type: ignore[no-any-return]
        return low + step * self.chance.randint(0, (high - low).days if day else int(high - low))  # type: ignore[no-any-return]


def written(value: Scalar) -> Any:
    """A value as a file holds it."""
    return value.isoformat() if isinstance(value, dt.date) else value


def maker(seed: int) -> Maker:
    """Draws from this seed over the made-up vocabulary."""
    return Maker(random.Random(seed))
