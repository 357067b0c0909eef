"""Parts of a picture: elements, words of a known size, and lines that do not run over the edge."""

import unicodedata
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from waystation.core.texts import Value
from waystation.core.tongues import Language
from waystation.say import END, ISOLATE, Say, direction, unmarked

Element = ET.Element
NARROW = frozenset(" .,:;!'|()[]-ijlftrI1")
RIGHT_TO_LEFT = "\u2067"
"""So that a sentence runs from right to left although the picture is laid out from the left."""
NOT_SEEN = ("Mn", "Me", "Cf")
"""Kinds of characters that take no room."""
ALL, UPPER, LOWER, SLIM = 1.0, 0.7, 0.57, 0.33
"""Widths of a character by its height, rather too wide than too narrow."""


def node(tag: str, *inside: "Element | str", **attributes: object) -> Element:
    """An element. `class_` and `stroke_width` are the attributes `class` and `stroke-width`."""
    named = {name.rstrip("_").replace("_", "-"): number(value) for name, value in attributes.items()}
    made = Element(tag, named)
    for one in inside:
        if isinstance(one, str):
            made.text = one
        else:
            made.append(one)
    return made


def number(value: object) -> str:
    """A length without needless digits; anything else as it is written."""
    return f"{round(value, 1):g}" if isinstance(value, float) else str(value)


def written(picture: Element) -> str:
    """The picture as text, each element on a line of its own."""
    ET.indent(picture, space="")
    return ET.tostring(picture, encoding="unicode") + "\n"


def width(words: str, size: float) -> float:
    """About how wide words are; no font is asked, for nobody knows which one draws them."""
    return size * sum(map(_room, words))


def _room(character: str) -> float:
    if unicodedata.category(character) in NOT_SEEN:
        return 0.0
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return ALL
    if character in NARROW:
        return SLIM
    return UPPER if character.isupper() or character in "mwMW" else LOWER


def wrapped(words: str, size: float, wide: float) -> list[str]:
    """Words in lines of at most `wide`; a word that is longer is cut. What is set apart stays so over the end."""
    lines = [""]
    for word in (piece for whole in words.split() for piece in _cut(whole, size, wide)):
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and width(longer, size) > wide:
            lines.append(word)
        else:
            lines[-1] = longer
    return list(_set_apart(lines))


def _set_apart(lines: Iterable[str]) -> Iterable[str]:
    """What runs in a direction of its own over the end of a line is closed there and opened on the next."""
    open = 0
    for line in lines:
        whole = ISOLATE * open + line
        open = whole.count(ISOLATE) - whole.count(END)
        yield whole + END * open


def _cut(word: str, size: float, wide: float) -> Iterable[str]:
    piece = ""
    for character in word:
        if width(piece + character, size) > wide:
            yield piece
            piece = ""
        piece += character
    yield piece


class Pen:
    """Writes in one language, laid out from the side where that language begins, on a picture so wide."""

    def __init__(self, language: Language, wide: float) -> None:
        self.say, self.wide = Say(language), wide
        self.language, self.back = language, direction(self.say.language) == "rtl"

    def said(self, what: Value) -> str:
        """In plain words."""
        return unmarked(self.say.value(what))

    def x(self, x: float) -> float:
        """So far from where lines begin."""
        return self.wide - x if self.back else x

    def box(self, x: float, wide: float) -> float:
        """The left edge of what begins at `x` and is so wide."""
        return self.wide - x - wide if self.back else x

    def line(self, x: float, y: float, words: str, size: float, class_: str) -> Element:
        """Words from `x` on."""
        return self.write(self.x(x), y, words, size, class_, "end" if self.back else "start")

    def write(self, x: float, y: float, words: str, size: float, class_: str, anchor: str = "middle") -> Element:
        """Words at a point of the picture, whichever way they run."""
        shown = f"{RIGHT_TO_LEFT}{words}{END}" if self.back else words
        return node("text", shown, x=x, y=y, font_size=size, text_anchor=anchor, class_=class_)
