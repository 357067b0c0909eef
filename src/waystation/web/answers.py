"""What somebody told so far. It travels in the page, signed, and nowhere else."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Literal

import msgspec
from django.core import signing
from msgspec import Struct

from waystation.core.knowledge import Knowledge
from waystation.desks.planner import Case, read_case
from waystation.errors import CaseError
from waystation.say import country_codes
from waystation.web.family import HOUSEHOLD, household

Passed = Literal["unknown", "rather-not", "later"]
"""Why a question has no answer: nobody knows, it is not for us, or it was left blank for now."""
LONGEST = 40_000


class Answers(Struct, frozen=True):
    """Facts as a case file spells them, the questions passed over and why, and the pages gone through."""

    told: dict[str, Any] = {}
    passed: dict[str, Passed] = {}
    pages: tuple[tuple[str, ...], ...] = ()

    def case(self, knowledge: Knowledge, today: dt.date) -> Case:
        """The case as it stands. What is not known is said to be so, and is not asked again. Raises ShapeError."""
        unknown = {fact: "unknown" for fact, why in self.passed.items() if why != "later"}
        plain = {"as_of": today.isoformat(), **unknown, **self.told}
        if HOUSEHOLD in self.told:
            plain[HOUSEHOLD] = household(self.told[HOUSEHOLD], self.told)
        return read_case(plain, knowledge.facts, country_codes())

    def with_answers(
        self, told: Mapping[str, Any], passed: Mapping[str, Passed], asked: Iterable[str]
    ) -> "Answers":
        """These in the place of earlier answers to the same questions."""
        gone = set(asked)
        before = {fact: value for fact, value in self.told.items() if fact not in gone}
        skipped = {fact: why for fact, why in self.passed.items() if fact not in gone}
        return Answers({**before, **told}, {**skipped, **passed}, self.pages)

    def with_page(self, told: Mapping[str, Any], passed: Mapping[str, Passed], asked: Iterable[str]) -> "Answers":
        """After one page."""
        page = tuple(asked)
        after = self.with_answers(told, passed, page)
        pages = tuple(one for one in self.pages if one != page)
        return Answers(after.told, after.passed, (*pages, page)) if page else after

    def seen(self) -> frozenset[str]:
        """The facts that were asked."""
        return frozenset(self.told) | frozenset(self.passed)


def seal(answers: Answers) -> str:
    """The answers as one signed word for a hidden field. Signed, so that only what we packed is unpacked."""
    return signing.Signer(salt="answers").sign_object(msgspec.to_builtins(answers), compress=True)


def unseal(sealed: str) -> Answers:
    """The answers of a page. Raises CaseError if it is not one of ours, or of an earlier run."""
    if not sealed:
        return Answers()
    try:
        if len(sealed) > LONGEST:
            raise signing.BadSignature
        return msgspec.convert(signing.Signer(salt="answers").unsign_object(sealed), Answers)
    except (signing.BadSignature, msgspec.ValidationError, ValueError):
        raise CaseError("error.web-page-too-old") from None
