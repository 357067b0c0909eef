"""Judge every danger of one scope on what is known of somebody who stands in a place."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from waystation.core.citing import cite, cite_all
from waystation.core.closures import Test, compile_condition
from waystation.core.conditions import Node, Presume, facts_read, read_closely, walk
from waystation.core.facts import Members, View
from waystation.core.findings import Citation, DangerFinding, stable_id
from waystation.core.judge import Ask, judge
from waystation.core.knowledge import Knowledge
from waystation.core.measures import Grade
from waystation.core.standing import place_of
from waystation.core.truth import NO, UNKNOWN, YES
from waystation.core.wording import label
from waystation.core.world import Danger, DangerLevel, Scope
from waystation.desks.dangers.answer import Answers, answer
from waystation.desks.dangers.behind import agreements_behind, incidents_behind

OF_THE_PLACE = frozenset(
    {"here", "shares_agreement", "incidents_here", "danger_here", "deportation_order", "home_visit_expected"}
)
"""Facts that tell one place from another. That a place is not home, or which stay one has, does not."""


Ends = tuple[Grade, Grade]
"""The worse and the better end of a danger that hangs on something unknown."""


class Graded(Struct, frozen=True):
    """The grade of one level of a danger, when it is raised, the facts that are presumed for it, and those it reads."""

    grade: Grade
    test: Test
    presumes: frozenset[str]
    reads: frozenset[str]


class Dangers:
    """The dangers of some knowledge with their conditions compiled, for whoever asks again and again."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._levels = {danger.id: _gravest_first(danger, knowledge) for danger in knowledge.dangers.values()}
        self._answers = {danger.id: Answers(danger, knowledge) for danger in knowledge.dangers.values()}
        self._of: dict[Scope, list[Danger]] = {"place": [], "journey": [], "airspace": [], "step": []}
        for danger in knowledge.dangers.values():
            self._of[danger.scope].append(danger)
        self._found: dict[tuple[object, ...], DangerFinding] = {}

        self._ordered = {scope: self._by_grade(scope) for scope in self._of}

    def _by_grade(self, scope: Scope) -> list[Graded]:
        levels = [
            Graded(grade, test, _presumed(level.when.node), read_closely(level.when.node))
            for danger in self._of[scope]
            for level, grade, test in self._levels[danger.id]
            if grade is Grade.EXTREME or facts_read(level.when.node) & OF_THE_PLACE
        ]
        return sorted(levels, key=lambda one: -one.grade)

    def grade(self, view: View, scope: Scope) -> Ends | None:
        """The worse and the better end of what `find` would find that hangs on the place; None: nothing does.

        What somebody carries with them wherever they go tells no place from another.
        """
        return _graded(self._ordered[scope], view)

    def grader(self, known: View, open: frozenset[str], scope: Scope) -> Callable[[View], Ends | None]:
        """`grade` for whoever is known better than `known`, by the facts in `open`.

        Learning never overturns: what is settled already is not asked again.
        """
        left = []
        for one in self._ordered[scope]:
            truth = UNKNOWN if one.presumes & open else one.test(known)
            if truth is not NO:
                left.append(one)
            if truth is YES:
                break
        return lambda view: _graded(left, view)

    def graded_by(self, scope: Scope) -> frozenset[str]:
        """The facts on which the grade of the dangers of `scope` hangs, without who may help."""
        return frozenset().union(*(one.reads for one in self._ordered[scope]))

    def reads(self, scope: Scope) -> frozenset[str]:
        """The facts on which the dangers of `scope` hang, and which answers to them are for somebody."""
        dangers = [one for one in self._knowledge.dangers.values() if one.scope == scope]
        levels = (level.when for one in dangers for level in one.levels)
        remedies = [
            self._knowledge.remedies[id]
            for one in dangers
            for id in one.answered_by
            if id in self._knowledge.remedies
        ]
        bodies = [self._knowledge.bodies[id] for one in remedies for id in one.by if id in self._knowledge.bodies]
        conditions = (*levels, *(one.who for one in remedies), *(one.who for one in bodies))
        return frozenset().union(*(read_closely(one.node) for one in conditions))

    def find(
        self, view: View, scope: Scope, *, subject: str = "lead", tags: Iterable[str] = ()
    ) -> tuple[DangerFinding, ...]:
        """The dangers of `scope` for somebody who stands where `view['here']` says, gravest first.

        Of each danger the gravest level that is surely or possibly raised. With `tags`, these only (and a step's
        danger without levels of its own is guarded).
        """
        wanted = frozenset(tags)
        some = [one for one in self._knowledge.dangers.values() if one.id in wanted] if wanted else self._of[scope]
        found = [self._judge(danger, view, subject, named=bool(wanted)) for danger in some]
        return tuple(sorted((one for one in found if one), key=lambda one: (-one.level, -one.least, one.tag)))

    def _judge(self, danger: Danger, view: View, subject: str, *, named: bool) -> DangerFinding | None:
        top, least, asking = None, Grade.LOW, False
        for level, grade, test in self._levels[danger.id]:
            truth = test(view)
            if truth is NO:
                continue
            if top is None:
                top, asking = level, truth is not YES
            if truth is YES:
                least = grade
                if grade is Grade.named(top.level):
                    top, asking = level, False
                break
        if top is None:
            bare = named and not danger.levels and danger.scope == "step"
            return self._finding(danger, None, (Grade.GUARDED, Grade.GUARDED), (), view, subject) if bare else None
        missing = judge(top.when, view, self._knowledge.parameter).missing if asking else ()
        ends = (Grade.named(top.level), least)
        return self._finding(danger, top, ends, tuple(sorted({_asked(ask) for ask in missing})), view, subject)

    def _finding(
        self, danger: Danger, level: DangerLevel | None, ends: tuple[Grade, Grade], asks: tuple[str, ...],
        view: View, subject: str,
    ) -> DangerFinding:  # fmt: skip
        place, knowledge = place_of(view), self._knowledge
        answers = self._answers[danger.id].to(view)
        behind = incidents_behind(level, view) if level and not level.source else ()
        bound = agreements_behind(level, view) if level else ()
        bind = tuple((id, _bound(place, view)) for id in bound)
        key = (danger.id, level and (level.why, level.source), ends, asks, place, subject, answers, behind, bind)
        if key not in self._found:
            self._found[key] = DangerFinding(
                id=stable_id("danger", danger.id, place, subject),
                tag=danger.id,
                title=danger.title,
                level=ends[0],
                least=ends[1],
                place=place,
                subject=subject,
                why=level.why if level else danger.summary,
                citations=_cited(danger, level, behind, tuple(_between(bound, view, knowledge)), knowledge),
                answers=tuple(answer(remedy, bodies, knowledge) for remedy, bodies in answers),
                questions=asks,
                hangs_on=tuple(label(one, knowledge.facts) for one in asks),
            )
        return self._found[key]


def _graded(levels: Iterable[Graded], view: View) -> Ends | None:
    """The gravest grade that may be, and the gravest that surely is. `levels`: gravest first."""
    top = None
    for one in levels:
        truth = one.test(view)
        if truth is NO:
            continue
        top = one.grade if top is None else top
        if truth is YES:
            return top, one.grade
    return None if top is None else (top, Grade.LOW)


def _presumed(node: Node) -> frozenset[str]:
    return frozenset(fact for one in walk(node) if isinstance(one, Presume) for fact, _ in one.facts)


def _gravest_first(danger: Danger, knowledge: Knowledge) -> list[tuple[DangerLevel, Grade, Test]]:
    levels = [
        (level, Grade.named(level.level), compile_condition(level.when, knowledge.parameter))
        for level in danger.levels
    ]
    return sorted(levels, key=lambda one: -one[1])


def find_dangers(
    view: View, scope: Scope, knowledge: Knowledge, *, subject: str = "lead", tags: Iterable[str] = ()
) -> tuple[DangerFinding, ...]:
    """The same for one question."""
    return Dangers(knowledge).find(view, scope, subject=subject, tags=tags)


def worst(findings: Iterable[DangerFinding]) -> tuple[Grade, Grade]:
    """The worse and the better end of the gravest danger. Nothing on record is guarded, never low."""
    found = list(findings)
    if not found:
        return Grade.GUARDED, Grade.GUARDED
    return max(one.level for one in found), max(one.least for one in found)


def _asked(ask: Ask) -> str:
    """The fact to ask for: the list itself where a thing in a list lacks something."""
    return ask.of[0] if ask.of and ask.of[0] != "household" else ask.fact


def _cited(
    danger: Danger, level: DangerLevel | None, behind: tuple[str, ...], bound: tuple[Citation, ...],
    knowledge: Knowledge,
) -> tuple[Citation, ...]:  # fmt: skip
    """The source that the level names, else the incidents it speaks of, and the agreements; else all there are."""
    named = cite(danger, level.source, knowledge) if level else ()
    happened = tuple(it for id in behind for it in cite_all(knowledge.incidents[id], knowledge))
    return tuple(dict.fromkeys((*(named or happened), *bound))) or cite_all(danger, knowledge)


def _bound(place: str, view: View) -> frozenset[str]:
    """The place and the home states."""
    states = view.get("homes")
    return frozenset({place, *(states.have if isinstance(states, Members) else ())})


def _between(agreements: tuple[str, ...], view: View, knowledge: Knowledge) -> Iterator[Citation]:
    """Where it stands that these agreements bind the place and a home state."""
    met = _bound(place_of(view), view)
    for id in agreements:
        one = knowledge.agreements[id]
        parties = [it for party in one.parties if party.state in met for it in cite(one, party.source, knowledge)]
        yield from parties or cite_all(one, knowledge)
