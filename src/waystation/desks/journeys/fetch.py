"""Load the public list of routes into the user's own folder, when they ask for it. What does not fit is not kept."""

import datetime as dt
from pathlib import Path

import msgspec

from waystation.core.ways import Routes
from waystation.desks.journeys.routes import URL, read_routes
from waystation.files import keep_whole
from waystation.net import Fetch


def pull_routes(fetch: Fetch, file: Path, day: dt.date, *, url: str = URL) -> Routes:
    """Fetch the list, look through it, keep it in `file`. If it raises, nothing has changed."""
    routes = read_routes(fetch(url), url, day)
    keep_whole(file, msgspec.json.encode(routes))
    return routes
