"""The stylesheet of every page, read once: that of the papers, and what only a door needs."""

from pathlib import Path

from waystation.papers.html import TEMPLATES as PAPERS

TEMPLATES = Path(__file__).parent / "templates"
STYLE = (PAPERS / "style.css").read_text("utf-8") + (TEMPLATES / "door.css").read_text("utf-8")
