"""Questions as parts of a form, made from the kinds of facts. No part needs a script."""

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from msgspec import Struct

from waystation.core.facts import FactType, FieldType
from waystation.core.texts import Country, Text, Words, text
from waystation.core.wording import option
from waystation.errors import WaystationError
from waystation.web.choices import choices
from waystation.web.spelling import ALL, MOST_ROWS, NONE, ROW, Typed, first, rows_of, shown
from waystation.web.tongue import Tongue

PASS = "pass"  # noqa: S105  # the name of a field
MONTHS = 12
PLACES = 3
"""How many can be named at once where each is picked from a list."""
MOST_TICKS = 24

Label = Text | Words | Country


class Option(Struct, frozen=True):
    """One thing to choose."""

    value: str
    label: Label | str
    chosen: bool = False


class Part(Struct, frozen=True, kw_only=True):
    """One field, or a group of them under one label. `kind`: choose, tick, pick, number, hidden, day, group, more."""

    kind: str
    name: str = ""
    label: Label | None = None
    value: str = ""
    options: tuple[Option, ...] = ()
    parts: tuple["Part", ...] = ()


class Control(Struct, frozen=True, kw_only=True):
    """One question: its words, why it is asked, its parts, and what is wrong with the answer."""

    fact: str
    ask: Label
    why: Label
    sensitive: bool
    parts: tuple[Part, ...]
    fault: str = ""


def control(kind: FactType, typed: Typed, tongue: Tongue, fault: WaystationError | None = None) -> Control:
    """The question of a fact with what was typed so far. "I don't know" and "I'd rather not say" always stand."""
    parts = [*_parts(kind.id, kind, typed, tongue), _passed(kind.id, typed)]
    return Control(
        fact=kind.id, ask=Words(kind.ask), why=Words(kind.why), sensitive=kind.sensitivity == "sensitive",
        parts=tuple(parts), fault=tongue.fault(fault),
    )  # fmt: skip


def _passed(name: str, typed: Typed) -> Part:
    name = f"{name}.{PASS}"
    return choose(name, ((one, text(f"web.pass-{one}")) for one in ("unknown", "rather-not")), typed)


def _parts(name: str, kind: FactType | FieldType, typed: Typed, tongue: Tongue) -> list[Part]:
    match kind.type:
        case "bool":
            return [choose(name, (("yes", text("word.yes")), ("no", text("word.no"))), typed)]
        case "choice" | "ordered":
            return [choose(name, _choices(kind), typed)]
        case "date":
            return [_day(name, typed, tongue)]
        case "country":
            return [_place(name, typed, tongue)]
        case "countries":
            return [*_places(name, typed, tongue), _whole(name, typed)]
        case "set":
            return [*_set(name, kind, typed, tongue), _whole(name, typed)]
        case "list":
            return _rows(name, getattr(kind, "fields", {}), typed, tongue)
    unit = getattr(kind, "unit", "")
    return [Part(kind="number", name=name, label=Words(unit) if unit else None, value=first(typed, name))]


def _choices(kind: FactType | FieldType) -> Sequence[tuple[str, Label]]:
    return choices(kind) if isinstance(kind, FactType) else [(one, option(one)) for one in kind.options]


def _set(name: str, kind: FactType | FieldType, typed: Typed, tongue: Tongue) -> list[Part]:
    """Boxes to tick; of very many, lists that open."""
    found = _choices(kind)
    if len(found) <= MOST_TICKS:
        return [tick(name, found, typed)]
    return _picks(name, sorted(((one, tongue.plain(said)) for one, said in found), key=itemgetter(1)), typed)


def choose(name: str, options: Iterable[tuple[str, Label]], typed: Typed, label: Label | None = None) -> Part:
    """One of several."""
    return Part(kind="choose", name=name, label=label, options=_options(name, options, typed))


def tick(name: str, options: Iterable[tuple[str, Label]], typed: Typed, label: Label | None = None) -> Part:
    """Any of several."""
    return Part(kind="tick", name=name, label=label, options=_options(name, options, typed))


def _options(name: str, options: Iterable[tuple[str, Label]], typed: Typed) -> tuple[Option, ...]:
    told = typed.get(name, ())
    return tuple(Option(value, label, value in told) for value, label in options)


def _whole(name: str, typed: Typed) -> Part:
    """Whether this is all, or there is none: without a tick what is not named stays unknown."""
    parts = [tick(f"{name}.{key}", (("1", text(f"web.list-{key}")),), typed) for key in (ALL, NONE)]
    return Part(kind="group", parts=tuple(parts))


def _day(name: str, typed: Typed, tongue: Tongue, label: Label | None = None) -> Part:
    months = ((str(at), tongue.month(at)) for at in range(1, MONTHS + 1))
    day, month, year = (f"{name}.{part}" for part in ("day", "month", "year"))
    return Part(
        kind="day",
        label=label,
        parts=(
            Part(kind="number", name=day, label=text("web.day"), value=first(typed, day)),
            pick(month, months, typed, text("web.month")),
            Part(kind="number", name=year, label=text("web.year"), value=first(typed, year)),
        ),
    )


def pick(name: str, options: Iterable[tuple[str, str]], typed: Typed, label: Label | None, at: int = 0) -> Part:
    """One of many, in a list that opens; the first line is empty. `at`: which of several fields of this name."""
    told = list(typed.get(name, ()))
    held = told[at] if at < len(told) else ""
    every = (Option("", ""), *(Option(value, said, value == held) for value, said in options))
    return Part(kind="pick", name=name, label=label, options=every)


def _place(name: str, typed: Typed, tongue: Tongue) -> Part:
    return pick(name, tongue.countries(), typed, text("web.country"))


def _places(name: str, typed: Typed, tongue: Tongue) -> list[Part]:
    return _picks(name, tongue.countries(), typed)


def _picks(name: str, every: Sequence[tuple[str, str]], typed: Typed) -> list[Part]:
    """Several lists that open, for so many of them."""
    count = max(PLACES, len(typed.get(name, ())))
    return [pick(name, every, typed, text("web.choice-nth", n=at + 1), at) for at in range(count)]


def _rows(name: str, fields: Mapping[str, FieldType], typed: Typed, tongue: Tongue) -> list[Part]:
    count = rows_of(name, typed)
    rows = [
        Part(
            kind="group", label=text("web.row", n=at + 1),
            parts=tuple(_named(f"{name}.{at}", key, field, typed, tongue) for key, field in shown(fields).items()),
        )
        for at in range(count)
    ]  # fmt: skip
    more = (
        [Part(kind="more", name=name, value=str(count + 1), label=text("web.more"))] if count < MOST_ROWS else []
    )
    return [*rows, Part(kind="hidden", name=f"{name}.{ROW}", value=str(count)), *more, _whole(name, typed)]


def _named(row: str, key: str, field: FieldType, typed: Typed, tongue: Tongue) -> Part:
    """A field of a thing with its name; a group if it has several parts."""
    name, label = f"{row}.{key}", text(f"field.{key}")
    match field.type:
        case "choice" | "ordered":
            return pick(name, [(one, tongue.plain(option(one))) for one in field.options], typed, label)
        case "country":
            return pick(name, tongue.countries(), typed, label)
        case "date":
            return _day(name, typed, tongue, label)
    parts = _parts(name, field, typed, tongue)
    return Part(kind="group", label=label, parts=tuple(parts))
