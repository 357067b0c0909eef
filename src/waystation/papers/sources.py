"""How a source is printed, and numbers of sources in short: 13, 14, 15 → 13-15."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from waystation.core.findings import Citation
from waystation.core.texts import Text, Words, text
from waystation.papers.document import Document, Source
from waystation.say import Say

LINKED = ("https://", "http://")


class Printed(Struct, frozen=True):
    """A source in words: its title, who published it and when it was seen, what is quoted, and where it stands."""

    title: str
    about: str
    says: str
    url: str
    linked: bool


def printed(document: Document, *, usual: dt.date | None = None) -> list[Printed]:
    """The sources of a page in order. With `usual`, what is said of most is left out: that one is
    not official, and that an excerpt was seen, and on that day.
    """
    say = Say(document.language, marks=True)
    return [_printed(one, say, usual) for one in document.sources]


def usual_day(document: Document) -> dt.date | None:
    """The day on which most sources were seen; None: there is no source."""
    days = Counter(one.cited.checked for one in document.sources)
    return max(days, key=lambda day: (days[day], day), default=None)


def _printed(listed: Source, say: Say, usual: dt.date | None) -> Printed:
    source = listed.cited
    published = text("source.published", day=Words(source.published)) if source.published else text("word.nothing")
    marks, publisher = _marks(source, usual), Words(source.publisher)
    about = text("source.bare", publisher=publisher, published=published)
    if marks:
        about = text("source.line", publisher=publisher, marks=marks, published=published)
    if source.layer:
        about = text("source.layer", about=about, layer=Words(source.layer))
    title = say.value(Words(source.title or source.record))
    ids = ("source.says", *("source.says-also" for _ in listed.says[1:]))
    says = " ".join(say(text(id, says=Words(one))) for id, one in zip(ids, listed.says, strict=False))
    url = source.url or ""
    return Printed(title, say(about), says, url, url.startswith(LINKED))


def _marks(source: Citation, usual: dt.date | None) -> tuple[Text, ...]:
    """Whether it is official, and how much of it was seen on which day; of all this only what is not usual."""
    marks = [text("source.official" if source.official else "source.not-official")]
    marks.append(text(f"source.seen-{source.seen}"))
    marks.append(text("source.seen", checked=source.checked))
    if usual:
        common = (not source.official, source.seen == "excerpt", source.checked == usual)
        marks = [one for one, left_out in zip(marks, common, strict=True) if not left_out]
    return tuple(marks)


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers in rising order as runs of neighbours: 1, 2, 3, 7 → (1, 3), (7, 7)."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
