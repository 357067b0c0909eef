"""A small page with everything a page can hold, in several languages, for the forms with pages."""

import datetime as dt

from waystation.core.findings import Citation
from waystation.papers.document import (
    Bullets,
    Column,
    Document,
    Fold,
    Heading,
    Paragraph,
    Picture,
    Said,
    Source,
    Table,
)
from waystation.say import FOREIGN, HOME, NAMED, direction

ENGLISH = "Estonia: visa on humanitarian grounds (D)"
SIGNED = f"{FOREIGN}en{NAMED}{ENGLISH}{HOME}"
"""The same as words of the knowledge in a page of another language."""
WORDS = {
    "en": ("Your plans", "Plan A: go to Estonia", "When", "from 24 Nov 2026", "Do not go."),
    "fa": ("برنامه‌های شما", "طرح الف: رفتن به استونی", "چه زمانی", "از ۲۴ نوامبر ۲۰۲۶", "سفر نکنید."),
    "ar": ("خططك", "الخطة أ: اذهب إلى إستونيا", "متى", "من ٢٤ نوفمبر ٢٠٢٦", "لا تسافر."),
    "ru": ("Ваши планы", "План А: поехать в Эстонию", "Когда", "с 24 ноября 2026 года", "Не ездите."),
    "zh-Hant": ("您的計畫", "計畫甲", "何時", "自2026年11月24日起", "請勿前往。"),
}
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 90"><desc>A line &amp; a dot</desc>'
    '<path d="M0 45L720 45" stroke="#000"/></svg>'
)


def citation(number, **more):
    fields = {
        "record": "r", "name": f"s{number}", "url": f"https://example.org/{number}?b=1&c=2", "title": f"Law {number}",
        "publisher": "P", "official": True, "published": None, "checked": dt.date(2026, 11, 24), "seen": "page",
        "says": "words",
    }  # fmt: skip
    one = Citation(**{**fields, **more})
    return Source(one, (one.says,))


def made(*blocks, language="en", sources=()):
    return Document("Plans", language, direction(language), blocks, tuple(sources))


def sample(language, *, picture=False):
    """Headings with a level left out, tones, lines under lines, a wide table, a fold, links, sources."""
    title, plan, when, day, danger = WORDS[language]
    foreign = ENGLISH if language == "en" else SIGNED
    under = (Said(day, (2,), label=when), Said(foreign, under=(Said(day, under=(Said(title),)),)))
    head = tuple(
        Column(words, anchor) for words, anchor in ((plan, "a"), ("B", "gone"), ("C", ""), ("D", ""), ("E", ""))
    )
    blocks = (
        Heading(1, title),
        Paragraph(Said(f"{day}: {foreign}.", (1, 2, 3))),
        Heading(2, plan, "a"),
        Bullets((
            Said(danger, (1,), tone="danger", under=under),
            Said("", label=when, links=((foreign, "body-x"), (title, "gone"))),
        )),
        Table(title, head, ((when, *(f"{day} {n}" for n in range(5))), (plan, *"fghij"))),
        Fold(when, (Heading(4, when), Bullets((Said(foreign, (3,), anchor="body-x"),)))),
        *((Picture(SVG),) if picture else ()),
    )  # fmt: skip
    return made(*blocks, language=language, sources=[citation(1), citation(2), citation(3, url=None)])
