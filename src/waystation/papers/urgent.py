"""Days that matter: those of one kind on one day in one line, the nearest first."""

from collections.abc import Iterable, Iterator

from waystation.core.plans import Advice, Deadline
from waystation.core.texts import Text, Value, text
from waystation.papers.days import Names
from waystation.papers.document import Writer

Shared = tuple[str, tuple[tuple[str, Value], ...]]


def write_urgent(page: Writer, answer: Advice, names: Names) -> None:
    """All days of the answer and of its plans; nothing if there are none."""
    found = [(one.day, one.text) for one in answer.deadlines]
    found.extend((one.day, words) for one, words in _of_plans(answer, names))
    lines = [
        page.line(words, label=text("when.on", day=day), tone="deadline")
        for day in sorted({day for day, _ in found})
        for words in together(words for on, words in found if on == day)
    ]
    if lines:
        page.heading(2, text("page.urgent"), "days")
        page.bullets(lines)


def _of_plans(answer: Advice, names: Names) -> Iterator[tuple[Deadline, Text]]:
    """Days of the plans. Of those on which to turn elsewhere only the step is named; the step tells the rest."""
    for plan in (each for whole in answer.plans for each in (whole, *whole.followers)):
        for one in sorted(plan.deadlines, key=lambda one: names.step(plan, one.step or "")):
            step = names.step(plan, one.step or "")
            if one.text.id == "deadline.no-answer-by":
                yield one, text("deadline.no-answer-yet", who=step)
            else:
                yield one, text("deadline.of-step", what=one.text, who=step)


def together(texts: Iterable[Text]) -> list[Text]:
    """Texts that differ only in `who` as one text with a list of them, in the order of the first."""
    found: dict[Shared, dict[Value, None]] = {}
    for one in texts:
        shared = (one.id, tuple(pair for pair in one.values if pair[0] != "who"))
        found.setdefault(shared, {}).update((pair[1], None) for pair in one.values if pair[0] == "who")
    return [_of_all(id, dict(values), everyone) for (id, values), everyone in found.items()]


def _of_all(id: str, values: dict[str, Value], everyone: Iterable[Value]) -> Text:
    """You first, then the others as they come."""
    listed = tuple(sorted(everyone, key=lambda who: who != text("who.you")))
    return text(id, **values, who=listed) if listed else text(id, **values)
