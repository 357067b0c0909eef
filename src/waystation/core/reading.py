"""From the plain mapping of a YAML or JSON file to a condition. A fault says where and what to write."""

import datetime as dt
import difflib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import msgspec

from waystation.core.conditions import (
    All,
    AnyOf,
    AtLeast,
    Clock,
    Compare,
    Comparison,
    Condition,
    Count,
    Has,
    Leaf,
    Node,
    Not,
    OneOf,
    Operand,
    Parameter,
    Presume,
    Quantified,
    Shift,
    Silent,
    Weigh,
)  # fmt: skip
from waystation.core.facts import FactType, FieldType, Scalar, Vocabulary
from waystation.core.measures import Length
from waystation.core.places import CODE
from waystation.errors import Key, ShapeError

Scope = Mapping[str, FactType | FieldType]

COMPARISONS: dict[str, Comparison] = {
    "at_least": "at_least", "at_most": "at_most", "above": "above", "below": "below",
    "on_or_after": "at_least", "on_or_before": "at_most", "after": "above", "before": "below",
}  # fmt: skip
MEMBERSHIP = {"is": False, "in": False, "is_not": True, "not_in": True}
SETS = {"countries", "set"}
ORDERED = {"ordered", "number", "money", "date"}


def read_condition(spelled: Any, vocabulary: Vocabulary) -> Condition:
    """A condition over the facts of `vocabulary`. Raises ShapeError with the path to the fault."""
    return Condition(_node(spelled, vocabulary, vocabulary), spelled)


def _mapping(spelled: Any) -> Mapping[str, Any]:
    if not isinstance(spelled, Mapping):
        raise ShapeError("error.expected-mapping", found=_shown(spelled))
    return spelled


def _shown(value: Any) -> str:
    return repr(value)[:40]


def _node(spelled: Any, scope: Scope, vocabulary: Vocabulary) -> Node:
    mapping = _mapping(spelled)
    presume = mapping.get("presume")
    parts = []
    for key, value in mapping.items():
        if key == "presume":
            continue
        try:
            parts.append(_part(key, value, scope, vocabulary))
        except ShapeError as fault:
            raise fault.under(key) from None
    node: Node = parts[0] if len(parts) == 1 else All(tuple(parts))
    return _presumed(presume, node, scope) if presume is not None else node


def _presumed(presume: Any, node: Node, scope: Scope) -> Presume:
    pairs = []
    for fact, value in _mapping(presume).items():
        with _under("presume", fact):
            kind = _kind(fact, scope)
            if kind.type in SETS | {"list"}:
                raise ShapeError("error.presume-one-value", fact=fact)
            pairs.append((fact, read_scalar(value, kind)))
    return Presume(tuple(pairs), node)


def _part(key: str, value: Any, scope: Scope, vocabulary: Vocabulary) -> Node:
    match key:
        case "all" | "any":
            nodes = _nodes(value, scope, vocabulary)
            return All(nodes) if key == "all" else AnyOf(nodes)
        case "not" | "unless":
            return Not(_node(value, scope, vocabulary))
        case "silent":
            return Silent(str(value))
        case "at_least":
            mapping = _keys(value, "count", "of")
            with _under("of"):
                nodes = _nodes(mapping["of"], scope, vocabulary)
            return AtLeast(_whole(mapping["count"], "count"), nodes)
        case "some" | "every":
            mapping = _keys(value, "of", "where")
            where = _inside(mapping["of"], mapping["where"], scope, vocabulary)
            return Quantified(key, mapping["of"], where)
        case "count":
            return _count(value, scope, vocabulary)
        case "weigh":
            return _weigh(value, scope)
        case "clock":
            return _clock(value, scope, vocabulary)
    return _leaf(key, value, scope)


def _nodes(spelled: Any, scope: Scope, vocabulary: Vocabulary) -> tuple[Node, ...]:
    if not isinstance(spelled, (list, tuple)) or not spelled:
        raise ShapeError("error.expected-list", found=_shown(spelled))
    nodes = []
    for place, part in enumerate(spelled):
        try:
            nodes.append(_node(part, scope, vocabulary))
        except ShapeError as fault:
            raise fault.under(place) from None
    return tuple(nodes)


def _keys(spelled: Any, *needed: str, also: tuple[str, ...] = ()) -> Mapping[str, Any]:
    mapping = _mapping(spelled)
    for key in needed:
        if key not in mapping:
            raise ShapeError("error.missing-key", key=key)
    for key in mapping:
        if key not in (*needed, *also):
            raise ShapeError("error.unknown-key", key=key, known=", ".join((*needed, *also)))
    return mapping


def _whole(value: Any, key: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ShapeError("error.expected-whole-number", path=(key,), found=_shown(value))
    return value


@contextmanager
def _under(*keys: Key) -> Iterator[None]:
    """A fault inside stands under these keys."""
    try:
        yield
    except ShapeError as fault:
        raise fault.under(*keys) from None


def _kind(fact: Any, scope: Scope) -> FactType | FieldType:
    if not isinstance(fact, str) or fact not in scope:
        raise unknown_fact(str(fact), scope)
    return scope[fact]


def unknown_fact(fact: str, scope: Iterable[str]) -> ShapeError:
    """The fault of naming a fact that does not exist, with the nearest one that does."""
    near = difflib.get_close_matches(fact, list(scope), n=1)
    if near:
        return ShapeError("error.unknown-fact-near", fact=fact, near=near[0])
    return ShapeError("error.unknown-fact", fact=fact)


def _bad_value(value: Any, kind: FactType | FieldType) -> ShapeError:
    near = difflib.get_close_matches(str(value), kind.options, n=1)
    if near:
        return ShapeError("error.bad-option-near", found=_shown(value), near=near[0])
    if kind.options:
        return ShapeError("error.bad-option", found=_shown(value), options=", ".join(kind.options))
    return ShapeError(f"error.bad-{kind.type}", found=_shown(value))


def _inside(of: str, where: Any, scope: Scope, vocabulary: Vocabulary) -> Node:
    """`where` speaks of the things in the list `of`: of its fields, or of household members' facts."""
    with _under("of"):
        fields = fields_of(of, scope, vocabulary)
    with _under("where"):
        return _node(where, fields, vocabulary)


def fields_of(of: str, scope: Scope, vocabulary: Vocabulary) -> Scope:
    """What can be asked of the things in the list `of`. Raises ShapeError if it is no list."""
    kind = _kind(of, scope)
    if kind.type != "list":
        raise ShapeError("error.not-a-list", fact=of)
    fields = getattr(kind, "fields", None)
    return fields or {id: fact for id, fact in vocabulary.items() if "member" in fact.subject}


def _leaf(fact: str, spelled: Any, scope: Scope) -> Node:
    kind = _kind(fact, scope)
    if not isinstance(spelled, Mapping):
        spelled = {"is": spelled}
    source = spelled.get("source")
    unconfirmed = spelled.get("unconfirmed", False)
    if not isinstance(unconfirmed, bool):
        raise ShapeError("error.bad-bool", path=("unconfirmed",), found=_shown(unconfirmed))
    tests = {key: value for key, value in spelled.items() if key not in ("source", "unconfirmed")}
    if not tests:
        raise ShapeError("error.no-test", fact=fact)
    leaves = []
    for key, operand in tests.items():
        operator = str(key)
        try:
            leaves.append(Leaf(fact, _test(operator, operand, fact, kind, scope), source, unconfirmed))
        except ShapeError as fault:
            raise fault.under(operator) from None
    return leaves[0] if len(leaves) == 1 else All(tuple(leaves))


def _test(
    operator: str, operand: Any, fact: str, kind: FactType | FieldType, scope: Scope
) -> OneOf | Compare | Has:
    if kind.type in SETS and operator.startswith("has_"):
        values = operand if isinstance(operand, (list, tuple)) else [operand]
        how = operator.removeprefix("has_")
        if how not in ("all", "any", "none") or not values:
            raise ShapeError("error.unknown-test", test=operator, type=kind.type)
        return Has(how, frozenset(str(read_scalar(value, kind)) for value in values))  # type: ignore[arg-type]
    if kind.type not in SETS | {"list"} and operator in MEMBERSHIP:
        many = operator in ("in", "not_in")
        if many and (not isinstance(operand, (list, tuple)) or not operand):
            raise ShapeError("error.expected-list", found=_shown(operand))
        values = operand if many else [operand]
        return OneOf(frozenset(read_scalar(value, kind) for value in values), MEMBERSHIP[operator])
    if kind.type in ORDERED and operator in COMPARISONS:
        ranks = kind.options if kind.type == "ordered" else ()
        return Compare(COMPARISONS[operator], _operand(operand, kind, scope), ranks)
    raise ShapeError("error.unknown-test", test=operator, type=kind.type)


def _operand(spelled: Any, kind: FactType | FieldType, scope: Scope) -> Operand:
    if not isinstance(spelled, Mapping):
        return read_scalar(spelled, kind)
    if "param" in spelled:
        return Parameter(str(_keys(spelled, "param")["param"]))
    lengths = {key: value for key, value in spelled.items() if key in ("days", "months", "years")}
    direction = [key for key in ("after", "before") if key in spelled]
    if len(direction) != 1 or len(lengths) + 1 != len(spelled) or kind.type != "date":
        raise ShapeError("error.bad-shift")
    base = spelled[direction[0]]
    if base != "today":
        _is_day(base, scope, direction[0])
    return Shift(base, read_length(lengths), direction[0] == "before")


def read_length(spelled: Any) -> Length:
    """`{months: 6}` → Length. Raises ShapeError."""
    try:
        return msgspec.convert(spelled, Length)
    except msgspec.ValidationError:
        raise ShapeError("error.bad-length", found=_shown(spelled)) from None


def read_scalar(value: Any, kind: FactType | FieldType) -> Scalar:
    """One value of the fact's type. Raises ShapeError that says what the fact takes."""
    good: Scalar | None = None
    match kind.type:
        case "bool":
            good = value if isinstance(value, bool) else None
        case "number" | "money":
            good = value if isinstance(value, (int, float)) and not isinstance(value, bool) else None
        case "date":
            good = _day(value)
        case "country" | "countries":
            good = value if isinstance(value, str) and CODE.fullmatch(value) else None
        case "text":
            good = str(value) if isinstance(value, (str, int)) else None
        case "choice" | "ordered" | "set":
            good = value if isinstance(value, str) and (not kind.options or value in kind.options) else None
    if good is None:
        raise _bad_value(value, kind)
    return good


def _day(value: Any) -> dt.date | None:
    try:
        return value if isinstance(value, dt.date) else dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        return None


def _count(spelled: Any, scope: Scope, vocabulary: Vocabulary) -> Count:
    mapping = _keys(spelled, "of", also=("where", "within", "by", "at_least", "at_most"))
    bounds = [key for key in ("at_least", "at_most") if key in mapping]
    if len(bounds) != 1:
        raise ShapeError("error.count-needs-one-bound")
    of, by, limit = mapping["of"], mapping.get("by", "day"), _whole(mapping[bounds[0]], bounds[0])
    where = _inside(of, mapping.get("where", {}), scope, vocabulary)
    within = None
    if "within" in mapping:
        with _under("within"):
            within = _window(mapping["within"])
        _is_day(by, fields_of(of, scope, vocabulary), "by")
    return Count(of, where, bounds[0], limit, within, by)  # type: ignore[arg-type]


def _window(spelled: Any) -> Length:
    if _mapping(spelled).get("before") != "today":
        raise ShapeError("error.window-ends-today")
    return read_length({key: value for key, value in spelled.items() if key != "before"})


def _is_day(fact: Any, scope: Scope, key: str) -> None:
    with _under(key):
        if _kind(fact, scope).type != "date":
            raise ShapeError("error.not-a-day", fact=fact)


def _weigh(spelled: Any, scope: Scope) -> Weigh:
    mapping = _keys(spelled, "of", "by", "at_least")
    with _under("of"):
        kind = _kind(mapping["of"], scope)
    fields = getattr(kind, "fields", {})
    with _under("by"):
        if len(_mapping(mapping["by"])) != 1:
            raise ShapeError("error.weigh-by-one-field")
        ((field, weights),) = mapping["by"].items()
        if field not in fields:
            raise unknown_fact(str(field), fields)
        if any(not isinstance(weight, (int, float)) or weight < 0 for weight in _mapping(weights).values()):
            raise ShapeError("error.weights-not-negative")
    with _under("at_least"):
        return Weigh(mapping["of"], field, tuple(weights.items()), read_length(mapping["at_least"]))


def _clock(spelled: Any, scope: Scope, vocabulary: Vocabulary) -> Clock:
    mapping = _keys(spelled, "from", "length", also=("unit", "still", "stopped_by", "extended_if"))
    _is_day(mapping["from"], scope, "from")
    still, unit = mapping.get("still", "running"), mapping.get("unit", "calendar")
    if still not in ("running", "over"):
        raise ShapeError("error.clock-still", path=("still",))
    if unit not in ("calendar", "working"):
        raise ShapeError("error.bad-option", path=("unit",), found=_shown(unit), options="calendar, working")
    with _under("length"):
        length = read_length(mapping["length"])
        if unit == "working" and (length.months or length.years):
            raise ShapeError("error.working-days-only")
    stops: list[Node | None] = []
    for key in ("stopped_by", "extended_if"):
        with _under(key):
            stops.append(_node(mapping[key], scope, vocabulary) if key in mapping else None)
    return Clock(mapping["from"], length, unit == "working", still, *stops)
