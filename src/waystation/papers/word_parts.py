"""What the library for DOCX lacks: links, places to go to, direction, language, and a file without traces."""

import datetime as dt
import io
import re
import zipfile
from typing import Any

from docx.document import Document as Book
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, RGBColor
from docx.styles.style import BaseStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

LINK = RGBColor(0x0B, 0x5A, 0x7D)
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first day that a ZIP can name."""
LONG_AGO = dt.datetime(2000, 1, 1)  # noqa: DTZ001
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
TRACES = ("/thumbnail", "/extended-properties", "/customXml", "/stylesWithEffects")
"""Parts of the library's own template that say who made it, or nothing."""
CANNOT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(words: str) -> str:
    """Words without the signs that XML cannot hold."""
    return CANNOT.sub("", words)


def element(name: str, /, **values: str) -> Any:
    """An element with attributes, all of the main namespace."""
    made = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    return made


def sized(style: BaseStyle, size: Length) -> None:
    """Letters of every script in this size."""
    style.font.size = size  # type: ignore[attr-defined]
    held = element("szCs", val=str(round(size.pt * 2)))
    style.element.get_or_add_rPr().insert_element_before(held, "w:rtl", "w:cs", "w:lang")


def turn(paragraph: Paragraph) -> None:
    """From right to left. Called before anything but a style is set, because the order of elements matters."""
    paragraph._p.get_or_add_pPr().append(element("bidi"))  # noqa: SLF001


def speak(run: Run, language: str, *, rtl: bool) -> None:
    """Say which language the words are in. Called last."""
    if rtl:
        run.font.rtl = True
        run.font.cs_bold = run.font.bold
    run._r.get_or_add_rPr().append(element("lang", val=language, eastAsia=language, bidi=language))  # noqa: SLF001


def place(paragraph: Paragraph, name: str, number: int) -> None:
    """Make the beginning of the paragraph a place one can go to."""
    begin, end = element("bookmarkStart", id=str(number), name=name), element("bookmarkEnd", id=str(number))
    paragraph._p.append(begin)  # noqa: SLF001
    paragraph._p.append(end)  # noqa: SLF001


def lead(paragraph: Paragraph, runs: list[Run], *, name: str = "", url: str = "") -> None:
    """Make these runs, the last of the paragraph, a link to a place of the book or to an address."""
    link = element("hyperlink", anchor=name) if name else element("hyperlink")
    if url:
        link.set(qn("r:id"), paragraph.part.relate_to(url, HYPERLINK, is_external=True))
    paragraph._p.append(link)  # noqa: SLF001
    for run in runs:
        run.font.color.rgb = LINK
        link.append(run._r)  # noqa: SLF001


def page_numbers(book: Book, *, rtl: bool) -> None:
    """At the foot of each page; the pages of a book from right to left."""
    section = book.sections[0]
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot._p.append(element("fldSimple", instr="PAGE"))  # noqa: SLF001
    if rtl:
        section._sectPr.insert_element_before(element("bidi"), "w:rtlGutter", "w:docGrid")  # noqa: SLF001


def without_traces(book: Book, title: str) -> bytes:
    """The book as a file that says nothing of who made it, with what, and when."""
    told = book.core_properties
    told.title, told.author, told.comments, told.last_modified_by = title, "", "", ""
    told.created = told.modified = LONG_AGO
    for part in (book.part, book.part.package):
        for id in [id for id, one in part.rels.items() if one.reltype.endswith(TRACES)]:
            part.rels.pop(id)
    held = io.BytesIO()
    book.save(held)
    return _repacked(held)


def _repacked(held: io.BytesIO) -> bytes:
    """The same ZIP, its parts without the time of making."""
    out = io.BytesIO()
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, EARLIEST), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
