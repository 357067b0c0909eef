"""The coverage table as a picture: an SVG without script, each cell with its words for those who do not see it."""

from markupsafe import escape

from waystation.core.cards import Coverage
from waystation.core.texts import Country, Words, text
from waystation.core.tongues import Language
from waystation.say import Say, unmarked

WIDTH, HEIGHT, LEFT, TOP = 34, 26, 210, 40
"""Pixels: a cell, and the room for the names of rows and columns."""
COLOURS = {"high": "#2b7a4b", "medium": "#7fb685", "low": "#d9c36a", "": "#f2f2f2"}
DARK = "#ffffff", "#1a1a1a"
NOTHING = "·"


def to_svg(found: Coverage, language: Language) -> bytes:
    """Needs down, countries across; a darker green is surer, a number says how many records."""
    say = Say(language)
    wide = LEFT + WIDTH * len(found.countries) + 10
    high = TOP + HEIGHT * len(found.needs) + 10
    title = unmarked(say(text("coverage.title", day=found.day)))
    size = f'viewBox="0 0 {wide} {high}" width="{wide}" height="{high}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{wide}" height="{high}" fill="#ffffff"/>',
    ]
    for at, country in enumerate(found.countries):
        name = escape(unmarked(say.value(Country(country))))
        parts.append(
            f'<text x="{LEFT + WIDTH * at + WIDTH / 2}" y="{TOP - 10}" text-anchor="middle">{escape(country)}'
            f"<title>{name}</title></text>"
        )
    for row, (need, named) in enumerate(found.needs):
        y = TOP + HEIGHT * row
        words = escape(unmarked(say.value(Words(named))))
        parts.append(f'<text x="{LEFT - 8}" y="{y + 17}" text-anchor="end">{words}</text>')
        parts.extend(_cells(found, need, y))
    return ("\n".join([*parts, "</svg>"]) + "\n").encode()


def _cells(found: Coverage, need: str, y: int) -> list[str]:
    """The cells of one row."""
    cells = {one.country: one for one in found.cells if one.need == need}
    parts = []
    for at, country in enumerate(found.countries):
        cell, x = cells[country], LEFT + WIDTH * at
        ink = DARK[0] if cell.confidence == "high" else DARK[1]
        parts.append(
            f'<rect x="{x}" y="{y}" width="{WIDTH - 2}" height="{HEIGHT - 2}" fill="{COLOURS[cell.confidence]}"/>'
            f'<text x="{x + WIDTH / 2 - 1}" y="{y + 17}" text-anchor="middle" fill="{ink}">'
            f"{len(cell.records) or NOTHING}</text>"
        )
    return parts
