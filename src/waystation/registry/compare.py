"""What changed from one knowledge to another, in words: records that are new, gone, or say something else."""

from collections.abc import Iterator

from waystation.core.cards import RecordChange
from waystation.core.knowledge import Knowledge
from waystation.core.records import Record
from waystation.core.texts import Text, Words, text
from waystation.registry.card import card


def compare(old: Knowledge, new: Knowledge) -> list[RecordChange]:
    """Every record that differs, by kind and id."""
    before, after = ({(_kind(one), one.id): one for one in known.records()} for known in (old, new))
    found = (
        _change(key, before.get(key), after.get(key), old, new) for key in sorted(before.keys() | after.keys())
    )
    return [one for one in found if one is not None]


def _kind(record: Record) -> str:
    return type(record).__name__.lower()


def _change(
    key: tuple[str, str], before: Record | None, after: Record | None, old: Knowledge, new: Knowledge
) -> RecordChange | None:
    if before == after:
        return None
    record = after or before
    assert record is not None
    how = "new" if before is None else "gone" if after is None else "changed"
    said = tuple(_said(before, old)) if before else ()
    says = tuple(_said(after, new)) if after else ()
    return RecordChange(
        id=key[1], kind=key[0], how=how, title=record.title,
        before=tuple(one for one in said if one not in says) if how == "changed" else (),
        after=tuple(one for one in says if one not in said) if how == "changed" else (),
    )  # fmt: skip


def _said(record: Record, knowledge: Knowledge) -> Iterator[Text]:
    """Everything the record says, a line each: as it is shown, its state, and the words of its sources."""
    shown = card(record, knowledge)
    yield text("word.words", words=Words(shown.title))
    yield text("word.words", words=Words(shown.summary))
    yield text("compare.state", state=text(f"state.{shown.state}"))
    for title, lines in shown.parts:
        yield from (text("compare.line", part=title, line=one.text) for one in lines)
    yield from (text("compare.open", line=one.text) for one in shown.unconfirmed)
    for name, source in record.sources.items():
        yield text("compare.source", name=Words(name), says=Words(source.says), checked=source.checked)
