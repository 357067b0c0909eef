"""An assessment names what endangers the people of a case, the gravest first."""

from collections.abc import Callable
from pathlib import Path

import pytest

from waystation.casework.assess import assess
from waystation.cli.files import load_case
from waystation.core.assessments import worst_of
from waystation.core.codec import to_json
from waystation.core.knowledge import Knowledge
from waystation.core.standing import stand
from waystation.desks.planner import Case

EXAMPLES = sorted(Path("examples").glob("*.yaml"))


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_the_gravest_danger_stands_first_and_each_says_why_from_a_source(file: Path, knowledge: Knowledge) -> None:
    answer = assess(load_case(file, knowledge), knowledge)
    assert answer.here
    assert [one.level for one in answer.here] == sorted((one.level for one in answer.here), reverse=True)
    assert all(one.why and one.citations for one in answer.here)
    assert len({one.tag for one in answer.here}) == len(answer.here)


def test_a_step_that_nobody_is_about_to_take_is_no_danger(knowledge: Knowledge) -> None:
    bare = {one.id for one in knowledge.dangers.values() if one.scope == "step" and not one.levels}
    answer = assess(load_case(EXAMPLES[0], knowledge), knowledge)
    assert not bare & {one.tag for one in answer.here}


def test_the_same_case_on_the_same_day_gives_the_same_bytes(knowledge: Knowledge) -> None:
    case = load_case(Path("examples/defender.yaml"), knowledge)
    assert to_json(assess(case, knowledge)) == to_json(assess(case, knowledge))


def test_nothing_that_became_public_later_is_told(knowledge: Knowledge, case_of: Callable[..., Case]) -> None:
    told = {"here": {"place": "AM"}, "nationalities": {"complete": True, "values": ["RU"]}, "threat_at_home": True}
    case = case_of({"as_of": "2022-06-01", "goal": "settle", **told})
    cited = [it for danger in assess(case, knowledge).here for it in danger.citations]
    assert cited
    assert all(it.published[:4] <= "2022" for it in cited if it.published)


def test_whether_a_place_is_home_is_known_only_as_far_as_nationalities_are(knowledge: Knowledge) -> None:
    case = load_case(Path("examples/defender.yaml"), knowledge)
    view = stand(case.lead_view(), "RU", case.as_of, knowledge)
    assert view["at_home"] is True
    assert stand(case.lead_view(), "AM", case.as_of, knowledge)["at_home"] is False
    told = {name: known for name, known in case.lead_view().items() if name != "former_nationalities"}
    assert "at_home" not in stand(told, "AM", case.as_of, knowledge)


def test_the_worst_part_decides_about_the_whole() -> None:
    assert worst_of(["nothing-known", "only-if", "not-known"]) == "not-known"
    assert worst_of(["only-if", "do-not-go"]) == "do-not-go"
    assert worst_of([]) == "nothing-known"
