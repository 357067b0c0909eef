"""Check all knowledge: shapes, references, sources, numbers, dates, conditions that can never hold."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from waystation.core.cards import Checked, Remark
from waystation.core.knowledge import Knowledge
from waystation.core.texts import Text, Words
from waystation.errors import ShapeError
from waystation.registry import dates, numbers, parameters, possible, references, sources, structure
from waystation.registry.check_words import Read, doubts
from waystation.registry.lines import Places
from waystation.registry.read import read_all
from waystation.registry.remarks import Found
from waystation.registry.schemas import shape_remarks

CHECKS: tuple[Callable[[Knowledge, dt.date], Iterator[Found]], ...] = (
    structure.one_id_one_record, structure.practices_alone, structure.cohort_apart, structure.countries_exist,
    structure.papers_known, structure.entry_rules_agree, structure.missions_take_their_own,
    structure.practices_have_places,
    references.unknown_references, parameters.parameters_fit,
    sources.missing_sources, sources.unused_sources, sources.says_little,
    sources.other_hosts,
    numbers.numbers_without_source, numbers.numbers_not_in_words,
    dates.contradictory_dates, dates.state_and_dates, dates.overdue,
    possible.impossible_conditions, possible.practices_out_of_reach,
)  # fmt: skip
MISFIT = "error.shape"
LINE = re.compile(r":\d+(, .*)?$")


def check(folders: Sequence[Path], day: dt.date) -> Checked:
    """Everything that is wrong in these folders, on a day (for what is overdue). Raises if a folder is missing."""
    knowledge, broken = read_all(folders)
    where, words = Places(folders), Read(folders)
    faults = _broken([*broken, *words.faults], folders, where)
    told = {one.where for one in faults}
    warnings: list[Remark] = []
    for found in (one for look in CHECKS for one in look(knowledge, day)):
        remark = Remark(where=where.of(found.what, found.path), text=found.text)
        if remark.where not in told and not _only_broken(found, where):
            (faults if found.fault else warnings).append(remark)
    warnings.extend(doubts(words, knowledge, where))
    records = list(knowledge.records())
    return Checked(
        faults=tuple(faults), warnings=tuple(warnings), records=len(records),
        sources=sum(len(one.sources) for one in records),
        kinds=_counted(type(one).__name__.lower() for one in records),
        confidence=_counted(knowledge.confidence(one) for one in records),
    )  # fmt: skip


def _broken(broken: Sequence[ShapeError], folders: Sequence[Path], where: Places) -> list[Remark]:
    """What cannot be read, and what does not fit its schema; a misfit is told in the words of the schema."""
    sure = [one for one in broken if one.id != MISFIT]
    shapes = list(shape_remarks(folders, {_file(one.where) for one in sure}, where))
    fitting = {_file(one.where) for one in shapes}
    left = [one for one in broken if one.id == MISFIT and _file(one.where) not in fitting]
    return [*(_from_error(one) for one in (*sure, *left)), *shapes]


def _only_broken(found: Found, where: Places) -> bool:
    """Whether the id that is missed stands in a file that cannot be read, which is told already."""
    kind = found.text.id.partition("no-")[2]
    asked = dict(found.text.values).get("asked")
    return isinstance(asked, Words) and where.holds(kind, asked.words)


def _counted(words: Iterator[str]) -> tuple[tuple[str, int], ...]:
    """How often each word comes, in the order in which they come first."""
    return tuple(Counter(words).items())


def _file(where: str) -> str:
    """`data/x.yaml:12, id` → `data/x.yaml`."""
    return LINE.sub("", where)


def _from_error(error: ShapeError) -> Remark:
    values = {name: value if isinstance(value, int) else Words(str(value)) for name, value in error.values.items()}
    where = ", ".join(part for part in (error.where, error.field) if part)
    return Remark(where=where, text=Text(error.id, tuple(sorted(values.items()))))
