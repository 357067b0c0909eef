"""Count how an assessment of a past case did against what a good adviser would have said that day."""

from collections.abc import Iterable

from waystation.core.assessments import Assessment
from waystation.core.knowledge import Knowledge
from waystation.core.measures import Grade
from waystation.core.replays import Backtest, Missed, Probe, ProbeFound, Replay, Replayed
from waystation.desks.dangers.access import access_on


def compare(replay: Replay, answer: Assessment, probes: tuple[ProbeFound, ...], knowledge: Knowledge) -> Replayed:
    """How one case went. Flagged is what is surely high or extreme: what hangs on an answer is a question first."""
    levels: dict[str, Grade] = {}
    for one in answer.dangers:
        levels[one.tag] = max(one.least, levels.get(one.tag, one.least))
    flagged = sorted(tag for tag, level in levels.items() if level >= Grade.HIGH)
    relevant = {*replay.danger_tags, *replay.must_flag}
    offered = {it.remedy for one in answer.dangers for it in one.answers}
    return Replayed(
        id=replay.id, title=replay.title, control=replay.control, flagged=tuple(flagged), wanted=replay.must_flag,
        missed=tuple(_missed(tag, levels, knowledge) for tag in replay.must_flag if tag not in flagged),
        beside=tuple(tag for tag in flagged if tag not in relevant),
        remedies=replay.remedies, offered=tuple(sorted(offered & {*replay.remedies})), probes=probes,
        forbidden=answer.verdict == "do-not-go", extreme=Grade.EXTREME in levels.values(),
    )  # fmt: skip


def _missed(tag: str, levels: dict[str, Grade], knowledge: Knowledge) -> Missed:
    danger = knowledge.dangers.get(tag)
    level = levels[tag].name.lower() if tag in levels else None
    return Missed(tag=tag, level=level, has_rules=danger is not None and bool(danger.levels))


def probe(one: Probe, knowledge: Knowledge) -> ProbeFound:
    """Whether a practice could be used on a day, by what could be known then."""
    return ProbeFound(probe=one, found=access_on(one.practice, one.day, knowledge))


def count(found: Iterable[Replayed]) -> Backtest:
    """Recall and precision over all cases that are no controls."""
    cases = tuple(found)
    real = [one for one in cases if not one.control]
    wanted = sum(len(one.wanted) for one in real)
    missed = sum(len(one.missed) for one in real)
    flagged = sum(len(one.flagged) for one in real)
    beside = sum(len(one.beside) for one in real)
    return Backtest(
        cases=cases, recall=_share(wanted - missed, wanted), precision=_share(flagged - beside, flagged)
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
