"""From missing facts to the questions a person can answer."""

from collections.abc import Iterable

from waystation.core.findings import Question
from waystation.core.judge import Ask
from waystation.core.knowledge import Knowledge


def questions_for(asks: Iterable[Ask], knowledge: Knowledge) -> tuple[Question, ...]:
    """The questions behind missing facts; facts that are worked out are asked by what they come from."""
    found: dict[tuple[str, tuple[str, ...]], Question] = {}
    for ask in asks:
        kind = knowledge.facts.get(ask.fact)
        names = kind.worked_out_from if kind and not kind.asked else (ask.fact,)
        for name in names:
            question = _question(name, ask.of, knowledge)
            if question is not None:
                found.setdefault((question.fact, question.of), question)
    return tuple(found.values())


def _question(name: str, of: tuple[str, ...], knowledge: Knowledge) -> Question | None:
    if of and of[0] != "household":
        return _question(of[0], (), knowledge)
    member, inside = of[:2], of[2:]
    if inside:
        return _question(inside[0], member, knowledge)
    kind = knowledge.facts.get(name)
    if kind is None or not kind.asked:
        return None
    return Question(
        fact=name, of=of, ask=kind.ask, why=kind.why, options=kind.options,
        sensitive=kind.sensitivity == "sensitive",
    )  # fmt: skip
