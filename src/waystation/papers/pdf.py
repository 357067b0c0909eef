"""A document as PDF: tagged for screen readers, nothing fetched, no file in between.

The template is fixed and gets the document as data, so that no word can become markup. The standard PDF/UA refuses
letters that no font has: a page with empty boxes in place of letters is never made.
"""

import html
import re
import unicodedata
from pathlib import Path
from typing import Any, Final

import msgspec

from waystation.core.texts import text
from waystation.errors import WaystationError
from waystation.papers.document import Block, Bullets, Document, Fold, Heading, Paragraph, Picture, Said, Table
from waystation.papers.paged import paged
from waystation.papers.runs import runs_of, tag
from waystation.papers.sources import Printed, printed, runs
from waystation.papers.text import MARKS
from waystation.say import Say

TEMPLATE = Path(__file__).parent / "templates" / "sheet.typ"
STANDARD: Final = "ua-1"
LACKING = re.compile(r'`"(.*?)"` could not be')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
DESCRIBED = re.compile(r"<desc[^>]*>(.*?)</desc>", re.DOTALL)
HAN = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC")


def to_pdf(document: Document, *, system_fonts: bool = True) -> bytes:
    """The page as PDF; same document, same fonts, same bytes. Raises WaystationError where a font is lacking.

    Without `system_fonts` the bytes are the same on every machine, and only few scripts can be written.
    """
    import typst  # noqa: PLC0415

    fonts = typst.Fonts(include_system_fonts=system_fonts)
    held = {"page": msgspec.json.encode(_page(document)).decode()}
    try:
        return typst.compile(
            TEMPLATE.read_bytes(), font_paths=fonts, ignore_system_fonts=True, format="pdf", sys_inputs=held,
            pdf_standards=STANDARD,
        )  # fmt: skip
    except typst.TypstError as error:
        found = LACKING.search(error.message)
        if found is None:
            raise
        raise _lacking(ESCAPED.sub(lambda code: chr(int(code[1], 16)), found[1])) from None


def _lacking(words: str) -> WaystationError:
    """Which letters have no font, and what to install for them."""
    sign = words[:1]
    name = unicodedata.name(sign, "")
    if not sign.isprintable() or not name:
        return WaystationError("error.no-sign", code=f"U+{ord(sign or ' '):04X}")
    fonts = text("font.han" if name.startswith(HAN) else "font.other")
    return WaystationError("error.no-letters", found=words, fonts=fonts)


def _page(document: Document) -> dict[str, Any]:
    """What the template shows."""
    whole, say = paged(document), Say(document.language)
    write = _Data(document.language)
    return {
        "title": document.title, "language": tag(document.language)._asdict(), "direction": document.direction,
        "marks": MARKS, "blocks": [write.block(one) for one in whole.blocks],
        "heading": say(text("page.sources")), "sources": [write.source(one) for one in printed(document)],
    }  # fmt: skip


class _Data:
    """Blocks and lines as plain values, in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def said(self, words: str) -> list[dict[str, str]]:
        return [{"words": one.words, "lang": tag(one.language).base} for one in runs_of(words, self._language)]

    def line(self, line: Said) -> dict[str, Any]:
        return {
            "words": self.said(line.words), "label": self.said(line.label), "tone": line.tone, "anchor": line.anchor,
            "links": [{"words": self.said(name), "to": to} for name, to in line.links],
            "cites": runs(line.sources), "under": [self.line(one) for one in line.under],
        }  # fmt: skip

    def source(self, source: Printed) -> dict[str, Any]:
        told = [self.said(one) for one in (source.about, source.says) if one]
        return {"title": self.said(source.title), "told": told, "url": source.url, "linked": source.linked}

    def block(self, block: Block) -> dict[str, Any]:
        match block:
            case Heading(level, words, anchor):
                return {"kind": "heading", "level": level, "words": self.said(words), "anchor": anchor}
            case Paragraph(line):
                return {"kind": "paragraph", "line": self.line(line)}
            case Bullets(lines):
                return {"kind": "bullets", "lines": [self.line(one) for one in lines]}
            case Table(_, head, rows):
                columns = [{"words": self.said(one.words), "to": one.anchor} for one in head]
                return {"kind": "table", "head": columns, "rows": [[self.said(it) for it in row] for row in rows]}
            case Fold(words, inner):
                return {"kind": "fold", "words": self.said(words), "blocks": [self.block(one) for one in inner]}
            case Picture(svg):
                return {"kind": "picture", "svg": svg, "described": described(svg)}


def described(svg: str) -> str:
    """What a picture says in words."""
    found = DESCRIBED.search(svg)
    return html.unescape(found[1]) if found else ""
