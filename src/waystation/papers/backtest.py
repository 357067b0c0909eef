"""How the knowledge does on past cases, as a page: the counts first, then what was missed, case by case."""

from collections.abc import Iterator

from waystation.core.replays import Backtest, Missed, Replayed
from waystation.core.texts import Text, Words, text
from waystation.core.tongues import Language
from waystation.papers.document import Document, Said, Writer, with_under


def backtest_document(found: Backtest, language: Language) -> Document:
    """The page of a backtest."""
    page = Writer(language)
    real = [one for one in found.cases if not one.control]
    controls = [one for one in found.cases if one.control]
    probes = [it for one in found.cases for it in one.probes]
    wanted, missed = sum(len(it.wanted) for it in real), sum(len(it.missed) for it in real)
    flagged, beside = sum(len(it.flagged) for it in real), sum(len(it.beside) for it in real)
    page.heading(1, text("backtest.heading"))
    page.bullets(
        page.line(one)
        for one in (
            text("backtest.recall", n=wanted - missed, of=wanted, cases=len(real)),
            text("backtest.precision", n=flagged - beside, of=flagged),
            text("backtest.remedies", n=sum(one.helped for one in real), of=len(real)),
            text("backtest.probes", n=sum(it.right for it in probes), of=len(probes)),
            text("backtest.controls", n=sum(one.quiet for one in controls), of=len(controls)),
        )
    )
    for title, cases in (
        (text("backtest.cases"), real),
        (text("backtest.loud"), [one for one in controls if not one.quiet]),
    ):
        if cases:
            page.heading(2, title)
            page.bullets(_case(page, one) for one in cases)
    return page.document(text("backtest.heading"))


def _case(page: Writer, one: Replayed) -> Said:
    found = len(one.wanted) - len(one.missed)
    line = page.line(text("backtest.case", title=Words(one.title), n=found, of=len(one.wanted)))
    return with_under(line, (page.line(said) for said in _faults(one)))


def _faults(one: Replayed) -> Iterator[Text]:
    yield from (_missed(it) for it in one.missed)
    if one.beside:
        yield text("backtest.beside", tags=tuple(Words(tag) for tag in one.beside))
    if not one.helped:
        yield text("backtest.no-remedy", remedies=tuple(Words(id) for id in one.remedies))
    for it in one.probes:
        if not it.right:
            found, expects = text(f"access.{it.found}"), text(f"access.{it.probe.expects}")
            yield text(
                "backtest.probe", practice=Words(it.probe.practice), day=it.probe.day, found=found, expects=expects
            )
    if one.control and one.forbidden:
        yield text("verdict.do-not-go")
    if one.control and one.extreme:
        yield text("backtest.extreme")


def _missed(one: Missed) -> Text:
    if one.level:
        return text("backtest.missed-low", tag=Words(one.tag), level=text(f"level.{one.level}"))
    return text("backtest.missed-rule" if one.has_rules else "backtest.missed-none", tag=Words(one.tag))
