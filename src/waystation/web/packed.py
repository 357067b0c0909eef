"""Pages that hold nothing of anybody are made once and packed once, as long as the server runs."""

import gzip
from collections.abc import Callable, Hashable

from django.http import HttpRequest, HttpResponse

MOST = 800
"""Pages kept by each worker, packed: about 10 MB."""

Packed = tuple[bytes, dict[str, str]]
_kept: dict[Hashable, Packed] = {}


def packed(request: HttpRequest, key: Hashable, make: Callable[[], HttpResponse]) -> HttpResponse:
    """The page, packed if the reader takes it packed. Only a page that was found is kept."""
    held = _kept.get(key)
    if held is None:
        made = make()
        if made.status_code != HttpResponse.status_code:
            return made
        # No time stands in it, so that the same page is the same bytes.
        held = gzip.compress(made.content, mtime=0), dict(made.headers)
        while len(_kept) >= MOST:
            _kept.pop(next(iter(_kept)))
        _kept[key] = held
    content, headers = held
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        return HttpResponse(content, headers={**headers, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"})
    return HttpResponse(gzip.decompress(content), headers={**headers, "Vary": "Accept-Encoding"})
