"""Everybody can use it: axe finds nothing serious, and the keyboard is enough."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.e2e.test_phone import answer_all, first_page
from waystation.catalogues import spoken

SERIOUS = ("serious", "critical")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
STILL = ["", "about", "design", "practices", "practices/in/cz", "record/pl-humanitarian-visa-d21", "compare/visa",
         "changes", "door/journey", "door/care", "no-such-page"]  # fmt: skip
HOPS = 80


def faults(page):
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        (one["id"], node["target"], node.get("failureSummary", "")[:200])
        for one in found
        if one["impact"] in SERIOUS
        for node in one["nodes"][:3]
    ]


@pytest.mark.slow
@pytest.mark.parametrize("language", sorted(spoken()))
def test_axe_finds_nothing_serious_on_the_pages_that_stand_still(desk, language):
    for where in STILL:
        desk.goto(f"/{language}/{where}")
        assert faults(desk) == [], where


@pytest.mark.slow
@pytest.mark.parametrize("language", sorted(spoken()))
def test_axe_finds_nothing_serious_in_the_interview_and_the_answer(desk, language):
    first_page(desk, language)
    assert faults(desk) == []
    answer_all(desk)
    assert faults(desk) == []
    desk.locator('button[name="plan"]').first.click()
    assert faults(desk) == []


@pytest.mark.slow
def test_axe_finds_nothing_serious_in_the_dark(desk):
    desk.emulate_media(color_scheme="dark")
    for where in STILL:
        desk.goto(f"/en/{where}")
        assert faults(desk) == [], where


@pytest.mark.slow
def test_the_keyboard_is_enough(desk):
    desk.goto("/en/")
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.activeElement.className") == "skip"
    reach(desk, "button")
    desk.keyboard.press("Enter")
    desk.wait_for_selector('select[name="here"]')
    reach(desk, 'input[name="goal"]')
    desk.keyboard.press("Space")
    reach(desk, 'select[name="here"]')
    desk.keyboard.type("Georgia")
    reach(desk, 'p.buttons button[value="next"]')
    outline = desk.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    desk.keyboard.press("Enter")
    desk.wait_for_selector('input[name="asked"]', state="attached")
    assert desk.locator('select[name="here"]').count() == 0


def reach(page, what):
    for _ in range(HOPS):
        if page.evaluate(f"document.activeElement.matches({what!r})"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(what)


@pytest.mark.slow
@pytest.mark.parametrize("language", sorted(spoken()))
def test_twice_the_size_of_letters_still_fits(desk, language):
    desk.set_viewport_size({"width": 640, "height": 900})
    desk.goto(f"/{language}/design")
    desk.evaluate("document.documentElement.style.fontSize = '200%'")
    assert desk.evaluate("document.documentElement.scrollWidth") <= 640
