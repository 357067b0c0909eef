"""How a picture of a journey looks: by light and in the dark, and by pattern wherever colour says something."""

from collections.abc import Mapping

from waystation.core.assessments import Verdict
from waystation.core.charts import Patch
from waystation.papers.svg import Element, node

FONTS = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', 'Noto Sans', 'Segoe UI', sans-serif"
LIGHT = {
    "ink": "#1c2024", "paper": "#fdfdfb", "soft": "#545d66", "sea": "#e6eef3", "land": "#f8f6ef", "edge": "#98a1a7",
    "way": "#0b4f6f", "crossed": "#5b8fa8", "close": "#a08a3c", "home": "#b8463f", "part": "#84417a",
    "danger": "#a3201c", "warn": "#8a5300", "ask": "#0b5a7d", "calm": "#3f5a45",
}  # fmt: skip
DARK = {
    "ink": "#eceeef", "paper": "#16191c", "soft": "#a9b2ba", "sea": "#12202a", "land": "#2b3034", "edge": "#6f7a81",
    "way": "#9adcff", "crossed": "#5d93ae", "close": "#a8924a", "home": "#cf6259", "part": "#b96fae",
    "danger": "#ff9c94", "warn": "#f2bd66", "ask": "#86cdf0", "calm": "#a9cfb2",
}  # fmt: skip
SHADES: Mapping[Verdict, str] = {
    "do-not-go": "danger", "only-if": "warn", "not-known": "ask", "nothing-known": "calm",
}  # fmt: skip
TEN = 10
"""Land is drawn ten times too large and shrunk, so that its points are whole numbers."""


def style() -> Element:
    """The colours, for both kinds of screen; paper is light."""
    dark = f"@media screen and (prefers-color-scheme: dark) {{ {_rules(DARK)} }}"
    return node("style", f"{_rules(LIGHT)} {_shapes()} {dark}")


def _rules(colours: Mapping[str, str]) -> str:
    fills = " ".join(
        f".w-{name} {{ fill: {colour}; }} .w-s-{name} {{ stroke: {colour}; }}" for name, colour in colours.items()
    )
    return f"{fills} .w-halo {{ stroke: {colours['land']}; }} .w-ring {{ stroke: {colours['paper']}; }}"


def _shapes() -> str:
    return (
        ".w-halo { stroke-width: 3.6px; stroke-linejoin: round; paint-order: stroke; }"
        " .w-ring { stroke-width: 1.5px; } .w-none { fill: none; } .w-bold { font-weight: bold; }"
    )


def patterns() -> Element:
    """Slanting lines: crossed. Dots: close. Lying lines: a home state. Lines slanting back: a named part."""
    return node(
        "defs",
        _pattern("crossed", 7, _stroke("crossed", "M-1 8L8-1M-1 1L1-1M6 8L8 6", 1.1)),
        _pattern("close", 7, node("circle", cx=3, cy=3, r=1.1, class_="w-close")),
        _pattern("home", 5, _stroke("home", "M0 2.5H5", 1.2)),
        _pattern("part", 6, _stroke("part", "M-1-1L7 7M-1 5L1 7M5-1L7 1", 1.3)),
    )


def _pattern(name: str, side: int, drawn: Element) -> Element:
    return node("pattern", drawn, id=f"w-{name}", width=side, height=side, patternUnits="userSpaceOnUse",
                patternTransform=f"scale({TEN})")  # fmt: skip


def _stroke(name: str, path: str, wide: float) -> Element:
    return node("path", d=path, class_=f"w-none w-s-{name}", stroke_width=wide)


def layers_of(patch: Patch) -> list[str]:
    """The patterns of a piece of land that lie over each other."""
    met = [] if patch.meets == "none" else [patch.meets]
    return [*met, *(["home"] if patch.home else []), *(["part"] if patch.title else [])]


def mark(verdict: Verdict, x: float, y: float) -> Element:
    """A sign of a form of its own for each verdict, with its middle at `x`, `y`."""
    shade = SHADES[verdict]
    forms = {
        "do-not-go": ("M-4-9H4L9-4V4L4 9H-4L-9 4V-4Z", "M-4-4L4 4M-4 4L4-4"),
        "only-if": ("M0-9L10 8H-10Z", "M0-4V2M0 4.5V6"),
        "not-known": ("M0-9L9 0L0 9L-9 0Z", "M-3-2C-3-6 3-6 3-2.5C3 0 0 0 0 2M0 4V5.5"),
        "nothing-known": (
            "M-8 0A8 8 0 1 0 8 0A8 8 0 1 0-8 0Z",
            "M-3.5 0A3.5 3.5 0 1 0 3.5 0A3.5 3.5 0 1 0-3.5 0Z",
        ),
    }
    outer, inner = forms[verdict]
    return node(
        "g",
        node("path", d=outer, class_=f"w-{shade}"),
        node("path", d=inner, class_="w-none w-s-paper", stroke_width=1.8, stroke_linecap="round"),
        transform=f"translate({x:g} {y:g})",
    )
