"""Load public lists into the user's own folder, when they ask for it. What does not fit is not kept."""

import datetime as dt
from pathlib import Path

import msgspec

from waystation.files import keep_whole
from waystation.net import Fetch
from waystation.registry.visas import VisaList, read_list

URL = "https://raw.githubusercontent.com/ilyankou/passport-index-dataset/master/passport-index-tidy-iso2.csv"
"""The list as it stands today. It does not say of which day it is; what was seen in 2026 was of 12 January 2025."""


def pull_visas(fetch: Fetch, file: Path, day: dt.date, *, url: str = URL) -> VisaList:
    """Fetch the list, look through it, keep it in `file`. If it raises, nothing has changed."""
    visas = read_list(fetch(url), url, day)
    keep_whole(file, msgspec.json.encode(visas))
    return visas
