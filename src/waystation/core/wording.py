"""Conditions, effects and lengths as Texts, so that any language can say them."""

import datetime as dt
from collections.abc import Callable

from waystation.core.conditions import (
    All,
    AnyOf,
    AtLeast,
    Clock,
    Compare,
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
from waystation.core.facts import FactType, FieldType, Vocabulary
from waystation.core.measures import Length
from waystation.core.places import CODE
from waystation.core.practices import (
    Advice,
    Cover,
    Decision,
    Document,
    Ends,
    Entry,
    Grant,
    Part,
    Right,
    Service,
    Shields,
    Status,
)  # fmt: skip
from waystation.core.texts import Amount, Country, Day, Many, Text, Value, Words, text

Kinds = Vocabulary | dict[str, FieldType]
TitleOf = Callable[[str], str | None]
"""The title behind the id of a practice or a decision; None: it has none."""


def untitled(id: str) -> str | None:
    """Knows no title."""
    return None


def condition_text(node: Node, vocabulary: Vocabulary, title_of: TitleOf = untitled) -> Text:
    """The condition as one reads it: `nationalities: any of Belarus, Russia`. Ids are said as their titles."""
    return _Wording(vocabulary, title_of).node(node, vocabulary)


def conjuncts(condition: Text) -> tuple[Text, ...]:
    """What must all be so, one by one; a condition of another kind as a whole."""
    parts = dict(condition.values).get("parts")
    if condition.id != "condition.all" or not isinstance(parts, Many):
        return (condition,)
    return tuple(_ungrouped(part) for part in parts.parts if isinstance(part, Text))


def _ungrouped(part: Text) -> Text:
    inside = dict(part.values).get("part")
    return inside if part.id == "condition.group" and isinstance(inside, Text) else part


def word(value: object) -> Value:
    """A value as it is said: a country by name, a day as a day, an option as words."""
    if isinstance(value, bool):
        return text("word.yes" if value else "word.no")
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, dt.date):
        return Day(value)
    spelled = str(value)
    return Country(spelled) if CODE.fullmatch(spelled) else option(spelled)


def option(spelled: str) -> Text:
    """An option of the knowledge, said by the catalogue if it knows it, else as it is spelled."""
    return text("option", word=spelled)


def length_text(length: Length) -> Text:
    """`{months: 6}` → "6 months", in the unit it is written in."""
    for unit in ("years", "months", "days"):
        if n := getattr(length, unit):
            return text(f"length.{unit}", n=n)
    return text("length.days", n=0)


def _silent(says: str) -> Text:
    """Words of the knowledge; or, without a space, an id of the catalogue."""
    return text("condition.silent", says=Words(says.rstrip("."))) if " " in says else text(f"condition.{says}")


class _Wording:
    def __init__(self, vocabulary: Vocabulary, title_of: TitleOf) -> None:
        self.vocabulary, self.title_of = vocabulary, title_of

    def node(self, node: Node, kinds: Kinds) -> Text:
        match node:
            case Leaf(fact, test):
                return self.leaf(fact, test, kinds)
            case Silent(says):
                return _silent(says)
            case All(parts):
                return text("condition.all", parts=self.parts(parts, kinds))
            case AnyOf(parts):
                return text("condition.any", parts=self.parts(parts, kinds))
            case AtLeast(count, parts):
                return text("condition.at-least-of", n=count, parts=self.parts(parts, kinds))
            case Not(part):
                return text("condition.not", part=self.node(part, kinds))
            case Presume(_, part):
                return text("condition.presumed", part=self.node(part, kinds))
            case Clock():
                return self.clock(node)
            case Weigh(of=of, at_least=length):
                return text("condition.weigh", of=label(of, kinds), length=length_text(length))
        return self.listing(node, kinds)

    def parts(self, parts: tuple[Node, ...], kinds: Kinds) -> tuple[Text, ...]:
        return tuple(self.grouped(part, kinds) for part in parts)

    def grouped(self, part: Node, kinds: Kinds) -> Text:
        """A part in brackets if it has parts of its own, so that one sees what belongs together."""
        said = self.node(part, kinds)
        return text("condition.group", part=said) if isinstance(part, (All, AnyOf, AtLeast)) else said

    def leaf(self, fact: str, test: OneOf | Compare | Has, kinds: Kinds) -> Text:
        name = label(fact, kinds)
        if isinstance(test, Compare):
            return text(f"condition.{test.how}", fact=name, than=self.operand(test.than))
        if isinstance(test, OneOf) and (wanted := _yes_or_no(test)) is not None:
            return text("condition.so" if wanted else "condition.not-so", fact=name)
        values = tuple(self.word(value, kinds.get(fact)) for value in sorted(test.values, key=str))
        if isinstance(test, Has):
            how = "one" if len(values) == 1 and test.how != "none" else test.how
            return text(f"condition.has-{how}", fact=name, values=values)
        return text("condition.not-in" if test.negated else "condition.in", fact=name, values=values)

    def word(self, value: object, kind: object) -> Value:
        """A value as it is said; in a set without options values are ids, said as their titles."""
        if isinstance(kind, FactType) and kind.type == "set" and not kind.options:
            title = self.title_of(str(value))
            return Words(title) if title else word(value)
        return word(value)

    def operand(self, than: Operand) -> Value:
        if isinstance(than, Parameter):
            return text("operand.parameter", name=than.name)
        if isinstance(than, Shift):
            id = "operand.before" if than.back else "operand.after"
            return text(id, length=length_text(than.length), base=label(than.base, self.vocabulary))
        return word(than)

    def clock(self, node: Clock) -> Text:
        id = f"condition.clock-{node.still}"
        return text(id, length=length_text(node.length), start=label(node.start, self.vocabulary))

    def listing(self, node: Quantified | Count, kinds: Kinds) -> Text:
        kind = kinds.get(node.of)
        fields = getattr(kind, "fields", None) or self.vocabulary
        where, of = self.node(node.where, fields), label(node.of, kinds)
        if isinstance(node, Quantified):
            return text(f"condition.{node.how}", of=of, where=where)
        window = length_text(node.within) if node.within else text("word.nothing")
        id = f"condition.count-{node.how}" + ("-within" if node.within else "")
        return text(id, of=of, n=node.limit, where=where, window=window)


def _yes_or_no(test: OneOf) -> bool | None:
    """Which of the two the test asks for; None: it asks for something else."""
    only = next(iter(test.values)) if len(test.values) == 1 else None
    return only is not test.negated if isinstance(only, bool) else None


def label(fact: str, kinds: Kinds) -> Text:
    """The short name of a fact or field."""
    kind = kinds.get(fact)
    name = kind.label if isinstance(kind, FactType) else ""
    return text("fact.named", name=Words(name)) if name else text("fact", word=fact)


def effect_text(effect: Part) -> Text:
    """What a step gives, as one line."""
    match effect:
        case Entry(to=to):
            return text("gives.entry", to=Country(to))
        case Status():
            return _status_text(effect)
        case Right(to=to, in_=place):
            return text(f"gives.right-{to}", place=Country(place))
        case Document(kind=kind, issuer=issuer, length=length, at_most=at_most):
            id = f"gives.document-{'at-most' if at_most else 'for'}" if length else "gives.document"
            for_ = length_text(length) if length else text("word.nothing")
            return text(id, document=option(kind), issuer=Country(issuer), length=for_)
        case Decision(name=name):
            return text("gives.decision", decision=option(name))
        case Service() | Grant() | Cover():
            return _help_text(effect)
        case Ends(status=status, in_=place):
            return text("gives.ends", status=option(status), place=Country(place))
        case Shields(from_=tags):
            return text("gives.shields", dangers=tuple(option(tag) for tag in tags))
    assert isinstance(effect, Advice)
    id = "gives.advice-before" if effect.before else "gives.advice"
    before = option(effect.before) if effect.before else text("word.nothing")
    return text(id, words=Words(effect.text), before=before)


def _help_text(effect: Service | Grant | Cover) -> Text:
    if isinstance(effect, Service):
        return text("gives.service", service=option(effect.name))
    if isinstance(effect, Cover):
        return text("gives.cover", costs=option(effect.costs))
    return _grant_text(effect)


def _status_text(status: Status) -> Text:
    if status.kind == "citizen":
        return text("gives.citizen", place=Country(status.in_))
    id, length = "gives.status", text("word.nothing")
    if isinstance(status.length, Length):
        id = "gives.status-at-most" if status.at_most else "gives.status-for"
        length = length_text(status.length)
    elif status.length == "unlimited":
        id = "gives.status-unlimited"
    return text(id, kind=option(status.kind), place=Country(status.in_), length=length)


def _grant_text(grant: Grant) -> Text:
    plain, purpose = ("", option(grant.for_)) if grant.for_ else ("-plain", text("word.nothing"))
    if grant.amount is None or grant.currency is None:
        return text(f"gives.money-unknown{plain}", purpose=purpose)
    amount = Amount(grant.amount, grant.currency)
    return text(f"gives.money-{grant.per or 'once'}{plain}", amount=amount, purpose=purpose)
