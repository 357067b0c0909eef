"""Atom: what happened, for a reader of feeds."""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from waystation.core.cards import Event
from waystation.core.texts import Words
from waystation.papers.shelf import event_text
from waystation.web import known
from waystation.web.tongue import Tongue

ATOM = "http://www.w3.org/2005/Atom"
FEED = "application/atom+xml; charset=utf-8"
MIDNIGHT = "T00:00:00Z"
NOTHING_YET = "1970-01-01"

register_namespace("", ATOM)


def feed(events: Iterable[Event], path: str, about: Sequence[str], language: str) -> bytes:
    """A feed of these events. Addresses are relative: the door does not know under which name it is asked."""
    tongue, told = Tongue(known.tongue(language)), list(events)
    whole = Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": language})
    _put(whole, "id", f"urn:waystation:{path.strip('/').replace('/', ':')}")
    _put(whole, "title", " · ".join((tongue.plain("web.changes"), *(tongue.plain(Words(one)) for one in about))))
    _put(whole, "updated", (told[0].day.isoformat() if told else NOTHING_YET) + MIDNIGHT)
    author = SubElement(whole, f"{{{ATOM}}}author")
    _put(author, "name", tongue.plain("web.name"))
    SubElement(whole, f"{{{ATOM}}}link", {"rel": "self", "href": path})
    for one in told:
        _entry(whole, one, tongue)
    return bytes(tostring(whole, encoding="utf-8", xml_declaration=True))


def _entry(whole: Element, one: Event, tongue: Tongue) -> None:
    entry = SubElement(whole, f"{{{ATOM}}}entry")
    _put(entry, "id", f"urn:waystation:{one.id}:{one.how}:{one.day.isoformat()}")
    _put(entry, "title", f"{tongue.country(one.country)}: {tongue.plain(Words(one.title))}")
    _put(entry, "updated", one.day.isoformat() + MIDNIGHT)
    _put(entry, "summary", tongue.plain(event_text(one)))
    SubElement(entry, f"{{{ATOM}}}link", {"href": f"/{tongue.language}/record/{one.id}"})


def _put(under: Element, name: str, words: str) -> None:
    SubElement(under, f"{{{ATOM}}}{name}").text = words
