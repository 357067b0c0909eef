"""From the front page to a file in the hand, on a small screen, without script."""

import pytest

from waystation.catalogues import spoken
from waystation.cli.web import faults_of
from waystation.say import direction

LANGUAGES = sorted(spoken())
LARGEST = 50_000
ANSWERS = {"threat_at_home": "yes", "occupations": "journalist", "stateless": "no"}
MOST_PAGES = 20


def first_page(page, language):
    page.goto("/")
    page.click(f'a[href="/{language}/"]')
    page.click("main form button")
    page.check('input[name="goal"][value="settle"]')
    page.select_option('select[name="here"]', "GE")
    page.locator('select[name="nationalities"]').first.select_option("BY")
    page.check('input[name="nationalities.all"]')
    page.locator('p.buttons button[value="next"]').click()


def answer_all(page):
    """Page after page until the answer is there."""
    for _ in range(MOST_PAGES):
        if page.locator('form[action$="/download"]').count():
            return
        for fact in dict.fromkeys(one.get_attribute("value") for one in page.locator('input[name="asked"]').all()):
            told = page.locator(f'input[name="{fact}"][value="{ANSWERS.get(fact, "-")}"]')
            (told if told.count() else page.locator(f'input[name="{fact}.pass"][value="unknown"]')).first.check()
        page.locator('p.buttons button[value="next"]').click()
    raise AssertionError("the questions never end")


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_from_the_front_page_to_a_file(phone, site, language):
    first_page(phone, language)
    answer_all(phone)
    html = phone.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir")) == (language, direction(language))
    assert phone.locator("details").count() > 0
    phone.locator("summary").first.click()
    phone.check('form[action$="/download"] input[value="pdf"]')
    with phone.expect_download() as coming:
        phone.locator('form[action$="/download"] p.buttons button').first.click()
    assert coming.value.path().read_bytes().startswith(b"%PDF-")
    assert coming.value.suggested_filename == "notes.pdf"
    for answer in phone.seen:
        assert answer.url.startswith((site.address, "data:"))
        assert "set-cookie" not in answer.headers
        assert int(answer.headers.get("content-length", 0)) < LARGEST or "pdf" in answer.headers.get(
            "content-type", ""
        )
        assert "?" not in answer.url


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wider_than_the_screen(desk, language):
    for where in (
        "",
        "about",
        "design",
        "practices",
        "record/pl-humanitarian-visa-d21",
        "door/journey",
        "changes",
    ):
        desk.goto(f"/{language}/{where}")
        wide = desk.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, (where, wide)


@pytest.mark.slow
def test_a_look_from_outside_finds_no_fault(site):
    assert list(faults_of(site.address, None)) == []


CANARY = "TV"
"""A country nobody else asks for."""


@pytest.mark.slow
def test_nothing_of_the_answers_stays(phone, site):
    phone.goto("/en/questions")
    phone.select_option('select[name="here"]', CANARY)
    phone.locator('p.buttons button[value="answer"]').click()
    sealed = phone.locator('input[name="answers"]').first.get_attribute("value")
    phone.goto("/en/door/journey")
    phone.fill("textarea", "CANARY-JOURNEY")
    phone.locator('p.buttons button[value="answer"]').click()
    assert "CANARY-JOURNEY" in phone.content()
    phone.goto("/en/no-such-page-canary")
    for words in (sealed, "CANARY", "TV", "Tuvalu", "no-such-page"):
        assert words not in site.log
    assert [one for one in site.temporary.rglob("*") if one.is_file() and one.stat().st_size] == []
