"""The answer of a short door as one page."""

from waystation.core.doors import DoorAnswer
from waystation.core.texts import Country, Words, text
from waystation.core.tongues import Language
from waystation.papers.bodies import body_line, write_bodies
from waystation.papers.dangers import danger_lines, remedy_line, staying, write_remedies
from waystation.papers.document import Document, Writer
from waystation.papers.openings import opening_lines


def door_document(answer: DoorAnswer, language: Language) -> Document:
    """What to do first, what is open, what endangers, whom to ask."""
    page = Writer(language)
    page.heading(1, text("word.words", words=Words(answer.title)))
    page.paragraph(answer.summary)
    page.paragraph(text("door.about", day=answer.as_of), tone="muted")
    if not answer.place:
        page.paragraph(text("page.where-unknown"), tone="question")
    if answer.answers:
        page.heading(2, text("door.do"))
        page.bullets(remedy_line(page, one) for one in answer.answers)
    place = Country(answer.place)
    if answer.opens:
        page.heading(2, text("door.opens", place=place))
        page.bullets(opening_lines(page, answer.opens, {"lead": text("who.you")}))
    if answer.dangers:
        page.heading(2, text("door.dangers"))
        page.bullets(danger_lines(page, staying(answer.dangers)))
        for one in answer.answers:
            page.remedies.pop(one.remedy, None)
        write_remedies(page)
    if answer.bodies:
        page.heading(2, text("door.bodies"))
        page.bullets(body_line(page, one) for one in answer.bodies)
        for body in answer.bodies:
            page.bodies.pop(body.id, None)
    if not (answer.answers or answer.opens or answer.dangers or answer.bodies):
        page.paragraph(text("door.nothing"), tone="unknown")
    write_bodies(page)
    return page.document(text("page.title"))
