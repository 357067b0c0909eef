"""How a source is printed, and numbers of sources in short: 13, 14, 15 → 13-15."""

from collections.abc import Iterable

from msgspec import Struct

from waystation.core.findings import Citation
from waystation.core.texts import Words, text
from waystation.papers.document import Document
from waystation.say import Say

LINKED = ("https://", "http://")


class Printed(Struct, frozen=True):
    """A source in words: its title, who published it and who saw it when, its own words, and where it stands."""

    title: str
    about: str
    says: str
    url: str
    linked: bool


def printed(document: Document) -> list[Printed]:
    """The sources of a page in order."""
    say = Say(document.language, marks=True)
    return [_printed(one, say) for one in document.sources]


def _printed(source: Citation, say: Say) -> Printed:
    published = text("source.published", day=Words(source.published)) if source.published else text("word.nothing")
    about = text(
        "source.line",
        publisher=Words(source.publisher), published=published, checked=source.checked,
        official=text("source.official" if source.official else "source.not-official"),
        seen=text(f"source.seen-{source.seen}"),
    )  # fmt: skip
    if source.layer:
        about = text("source.layer", about=about, layer=Words(source.layer))
    title = say.value(Words(source.title or source.record))
    says = say(text("source.says", says=Words(source.says)))
    url = source.url or ""
    return Printed(title, say(about), says, url, url.startswith(LINKED))


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers in rising order as runs of neighbours: 1, 2, 3, 7 → (1, 3), (7, 7)."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
