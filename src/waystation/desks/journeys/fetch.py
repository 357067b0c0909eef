"""Load the public list of routes into the user's own folder, when they ask for it. What does not fit is not kept."""

import datetime as dt
import os
import tempfile
from pathlib import Path

import msgspec

from waystation.core.ways import Routes
from waystation.desks.journeys.routes import URL, read_routes
from waystation.net import Fetch


def pull_routes(fetch: Fetch, file: Path, day: dt.date, *, url: str = URL) -> Routes:
    """Fetch the list, look through it, keep it in `file`. Nothing changes if it raises NetworkError or ShapeError."""
    routes = read_routes(fetch(url), url, day)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    with os.fdopen(handle, "wb") as out:
        out.write(msgspec.json.encode(routes))
    Path(name).replace(file)
    return routes
