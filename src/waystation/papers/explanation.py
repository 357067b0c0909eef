"""Why one practice is open, closed or unknown to one person, as a page."""

from waystation.core.plans import Explanation
from waystation.core.texts import Words, text
from waystation.core.tongues import Language
from waystation.core.wording import conjuncts
from waystation.papers.bodies import body_text
from waystation.papers.document import Document, Writer
from waystation.papers.unknowns import open_lines


def explanation_document(answer: Explanation, language: Language) -> Document:
    """The page of an explanation."""
    page = Writer(language)
    page.heading(1, text("word.words", words=Words(answer.title)))
    _verdict(page, answer)
    _open(page, answer)
    _near(page, answer)
    page.heading(2, text("explain.who-knows"))
    page.bullets(page.line(body_text(one), one.citations) for one in answer.by)
    return page.document(text("page.title"))


def _verdict(page: Writer, answer: Explanation) -> None:
    if answer.kind == "ban":
        verdict = ("ban-not-here", "unknown", "ban-here")[answer.truth]
        page.paragraph(text(f"explain.{verdict}"), tone=("plain", "question", "danger")[answer.truth])
    else:
        who_decides = {"discretionary": "may-be-asked", "referral": "by-others", "call": "by-others"}
        verdict = ("no", "unknown", f"yes-{who_decides.get(answer.access, 'plain')}")[answer.truth]
        page.paragraph(text(f"explain.{verdict}"), tone=("danger", "question", "plain")[answer.truth])
    page.heading(2, text("explain.because"))
    page.bullets(page.line(one.text, one.citations) for one in (*answer.because, *answer.bans))
    page.heading(2, text("explain.condition"))
    page.bullets(page.line(one, answer.citations) for one in conjuncts(answer.condition))


def _open(page: Writer, answer: Explanation) -> None:
    lines = open_lines(page, answer)
    if lines:
        page.heading(2, text("explain.open"))
        page.bullets(lines)


def _near(page: Writer, answer: Explanation) -> None:
    if answer.near is None:
        return
    page.heading(2, text("explain.near"))
    page.bullets(page.line(one.text) for one in answer.near.changes)
    page.bullets(page.line(one.changes, label=text("label.how")) for one in answer.near.changes if one.changes)
