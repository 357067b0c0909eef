"""Whom to ask: by name where it matters; at the end how to reach them, and what to be careful about."""

from collections.abc import Iterable

from waystation.core.findings import BodyLine, LawQuestion
from waystation.core.texts import Text, Words, text
from waystation.papers.document import Said, Writer


def body_text(body: BodyLine) -> Text:
    """What a body is, how to reach it, and what to be careful about."""
    return text("body.line", title=Words(body.title), does=Words(body.does), reach=ways_text(body))


def ways_text(body: BodyLine) -> Text:
    """How to reach it, each way with the care it takes; nothing if no way is known."""
    ways = tuple(
        text("body.way-careful" if careful else "body.way", at=Words(at), careful=Words(careful))
        for _, at, careful in body.reach
    )
    return text("body.reach", ways=ways) if ways else text("word.nothing")


def body_names(page: Writer, bodies: Iterable[BodyLine], label: Text) -> list[Said]:
    """One line that names them; `write_bodies` tells the rest."""
    held = list(bodies)
    page.bodies.update((one.id, one) for one in held)
    links = tuple((page.say.value(Words(one.title)), f"body-{one.id}") for one in held)
    return [Said("", label=page.say(label), links=links)] if links else []


def write_bodies(page: Writer) -> None:
    """Everybody the page named, in order of their titles."""
    if not page.bodies:
        return
    page.heading(2, text("page.bodies"), "bodies")
    page.paragraph(text("page.bodies-careful"))
    page.bullets(body_line(page, one) for one in sorted(page.bodies.values(), key=lambda one: (one.title, one.id)))


def body_line(page: Writer, one: BodyLine) -> Said:
    """A body in full, as a place one can go to."""
    return page.line(body_text(one), one.citations, anchor=f"body-{one.id}")


def law_lines(page: Writer, law: Iterable[LawQuestion], bodies: Iterable[BodyLine]) -> list[Said]:
    """What is not stated, under those of these bodies that can say it."""
    held = list(law)
    asked = {id for one in held for id in one.bodies}
    named = tuple(Words(one.title) for one in bodies if one.id in asked)
    label = text("label.not-stated-ask", bodies=named) if named else text("label.not-stated")
    return page.group(label, (page.line(one.says, tone="unknown") for one in held), tone="unknown")
