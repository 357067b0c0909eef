"""Sentences: every message has one, nothing is said that did not come from a catalogue, and a fault helps."""

import datetime as dt
import re
import unicodedata
from functools import cache

import pytest
from babel import Locale
from babel.messages.catalog import Catalog

from tests.architecture.tree import SRC, literals, modules, planted
from waystation.catalogues import catalogue, forms, id_of, is_translated, spoken
from waystation.core.texts import Amount, Country, Day, Many, Text, Words, text
from waystation.errors import CaseError, WaystationError
from waystation.say import (
    END,
    HOLE,
    ISOLATE,
    NOTHING,
    PSEUDO,
    PSEUDO_RTL,
    Say,
    country_codes,
    direction,
    fault,
    spans,
    unmarked,
)  # fmt: skip

SHAPE = re.compile(r"[a-z]+\.[a-z0-9_✱.-]*[a-z0-9_✱]")
BY_WORD = ("option.", "fact.", "country.")
"""Looked up by a word of the knowledge, so the code does not name them."""
NO_MESSAGE = {NOTHING}
"""Strings of the code that look like ids of messages and have no sentence; so do the names of templates."""
SAFE, PERCENT = re.compile(r"\bsafe", re.IGNORECASE), re.compile(r"%|percent|per cent", re.IGNORECASE)


@cache
def sentences(language="en"):
    """(id, one of its forms) for each message."""
    return [
        (message.id if isinstance(message.id, str) else message.id[0], form)
        for message in catalogue(language)
        if message.id
        for form in ((message.string,) if isinstance(message.string, str) else message.string)
    ]


def ids():
    return {id for id, _ in sentences()}


def filled(id, n=2):
    """The message with something in each hole."""
    holes = {name: Words("ααα") for known, form in sentences() if known == id for name, _ in HOLE.findall(form)}
    return text(id, **{**holes, "n": n}) if "n" in holes else text(id, **holes)


SAID = re.compile(r'\bsay(?:\.plain)?\(\s*((?:"[^"]*"|[\w.]+)(?:\s*~\s*(?:"[^"]*"|[\w.]+))*)')
"""How a template of the web door says a message: `say("web.next")`, `say("web.form-" ~ form)`."""


def named_in_templates():
    """Ids of messages as the templates write them; ✱ where they put a value in."""
    found = set()
    for template in (SRC / "web" / "templates").glob("*.html"):
        for said in SAID.findall(template.read_text("utf-8")):
            parts = re.split(r"\s*~\s*", said)
            words = "".join(part.strip('"') if part.startswith('"') else "✱" for part in parts)
            if words != "✱":
                found.add(words)
    return found


def named_in(among):
    """Ids of messages as the code writes them; ✱ where it puts a value in."""
    families = {id.split(".")[0] for id in ids() if "." in id}
    found = {literal.words for module in among for literal in literals(module)}
    return {
        words
        for words in found
        if SHAPE.fullmatch(words)
        and words.split(".")[0] in families
        and words not in NO_MESSAGE
        and not words.endswith((".html", ".css"))
    }


def missing(among):
    known = ids()
    return sorted(words for words in named_in(among) if not any(fits(words, id) for id in known))


def fits(words, id):
    return re.fullmatch(".+".join(re.escape(part) for part in words.split("✱")), id) is not None


def english(said):
    """Words in our letters that no catalogue turned into the made-up language. Each of its words has an accent."""
    ours = " ".join(words for language, words in spans(said) if not language)
    return [word for word in re.findall(r"\w{3,}", ours) if re.search("[aeiou]", word, re.IGNORECASE)]


def test_every_message_that_the_code_names_has_a_sentence():
    assert missing(modules()) == []


def test_every_message_that_a_page_names_has_a_sentence():
    assert sorted(words for words in named_in_templates() if not any(fits(words, id) for id in ids())) == []


def test_every_sentence_is_said_somewhere():
    words = {literal.words for module in modules() for literal in literals(module)}
    named = named_in(modules()) | named_in_templates() | {word for word in words if word in ids()}
    unused = [id for id in ids() if not id.startswith(BY_WORD) and not any(fits(one, id) for one in named)]
    assert sorted(unused) == []


def test_a_message_without_a_sentence_is_seen():
    assert missing([planted("x = text('page.nowhere')")]) == ["page.nowhere"]
    assert missing([planted("x = text(f'level.{y}.z')")]) == ["level.✱.z"]
    assert missing([planted("x = text('page.title')")]) == []


@pytest.mark.parametrize("language", [PSEUDO, PSEUDO_RTL])
@pytest.mark.parametrize("n", [1, 2])
def test_nothing_is_said_around_the_catalogue(language, n):
    say = Say(language, marks=True)
    raw = {id: said for id in ids() if (said := say(filled(id, n))) == id or english(said)}
    assert raw == {}


def test_english_that_no_catalogue_made_is_seen():
    assert english("[à plàñ] for you") == ["for", "you"]
    say = Say(PSEUDO, marks=True)
    assert english(say(text("word.words", words=Words("for you")))) == []


def test_every_hole_is_filled():
    say = Say()
    assert [id for id in ids() if HOLE.search(say(filled(id)))] == []


def test_no_sentence_says_safe_or_a_percentage():
    found = [id for id, form in sentences() if SAFE.search(form) or PERCENT.search(form)]
    assert found == []


def wrong(language):
    """Translations that lose or invent a value, hide a character, or lack a plural form."""
    english = {id_of(message): message for message in catalogue("en") if message.id}
    plurals = Catalog(locale=Locale.parse(language, sep="-")).num_plurals
    for message in catalogue(language):
        if message.id and is_translated(message):
            id, said = id_of(message), forms(message)
            # "one day" may do without its number, but the form of all other numbers may not
            if holes(*said) != holes(*forms(english[id])) or holes(forms(english[id])[-1]) - holes(said[-1]):
                yield f"{id}: holes"
            if any(hidden(form) for form in said):
                yield f"{id}: hidden"
            # a language with one form for every number, such as Persian, has one where English has two
            if len(said) != (plurals if len(forms(english[id])) > 1 else 1):
                yield f"{id}: plural"


def holes(*forms):
    return {hole for form in forms for hole in HOLE.findall(form)}


def hidden(form):
    return [
        one for one in form if unicodedata.category(one) in ("Cc", "Cf", "Co", "Cs") and one not in "\u200c\u200d"
    ]


def test_a_translation_keeps_every_value_and_has_every_plural_form():
    assert {language: found for language in spoken() if (found := list(wrong(language)))} == {}


def test_a_list_is_said_with_and_or_with_or():
    say = Say()
    countries = (Country("PL"), Country("LT"), Country("CZ"))
    assert say(text("word.list", parts=countries)) == "Poland, Lithuania, and Czechia"
    assert say(text("condition.has-none", fact=text("fact", word="here"), values=countries)).endswith(
        "not Poland, Lithuania, or Czechia"
    )


def test_values_are_said_as_the_language_says_them():
    say = Say()
    assert say.value(Amount(340, "EUR")) == "EUR\N{NO-BREAK SPACE}340"
    assert say.value(Amount(1250.5, "USD")) == "USD\N{NO-BREAK SPACE}1,250.50"
    assert Say("de").value(Amount(1250, "PLN")) == "1.250\N{NO-BREAK SPACE}PLN"
    assert say.value(Day(dt.date(2026, 2, 3))) == "3 Feb 2026"
    assert say.value(12345) == "12,345"
    assert say.value(Country("XK")) == "Kosovo"
    assert say.value(Country("INT")) == "an international organisation"
    assert say.value(Many((text("word.yes"), text("word.no")))) == "yes and no"


@pytest.mark.parametrize(("n", "said"), [(1, "1 day"), (2, "2 days"), (0, "0 days")])
def test_a_number_chooses_the_form(n, said):
    assert Say()(text("length.days", n=n)) == said


def test_an_option_the_catalogue_does_not_know_is_said_as_it_is_spelled():
    assert Say()(text("option", word="brand-new_thing")) == "brand new thing"
    assert Say()(text("option", word="id-card")) == "identity card"


def test_an_empty_value_leaves_no_gap():
    nothing = text("word.nothing")
    said = Say()(text("need.unknown", paper=Words("photo"), instead=nothing, cannot=Words("(ask)")))
    assert said == "photo (ask)"


def test_foreign_words_are_marked_only_where_they_are_foreign():
    words = text("word.words", words=Words("Visa D21"))
    assert spans(Say("en", marks=True)(words)) == [("", "Visa D21")]
    assert spans(Say("fa", marks=True)(words)) == [("", ISOLATE), ("en", "Visa D21"), ("", END)]
    assert Say("fa")(words) == f"{ISOLATE}Visa D21{END}" == unmarked(Say("fa", marks=True)(words))


def test_marks_cannot_be_forged_by_the_knowledge():
    forged = Words("\ue000xx\ue001<b>\ue002")
    assert spans(Say("fa", marks=True).value(forged)) == [("en", "xx<b>")]


def test_right_to_left_keeps_each_value_apart():
    said = Say(PSEUDO_RTL)(text("entry.returns", to=Country("PL"), who=text("who.you"), paper="x", issuer="y"))
    assert said.count(ISOLATE) == said.count(END) == 4


@pytest.mark.parametrize(
    ("language", "way"), [("en", "ltr"), ("fa", "rtl"), ("ar-EG", "rtl"), (PSEUDO_RTL, "rtl")]
)
def test_a_language_has_a_direction(language, way):
    assert direction(language) == way


def test_an_unknown_language_is_a_fault_that_one_can_mend():
    with pytest.raises(WaystationError) as caught:
        Say("klingon")
    assert "klingon" in fault(caught.value)


def test_countries_are_two_letters_and_kosovo_is_one():
    assert {"GE", "XK", "BY"} <= country_codes()
    assert all(re.fullmatch("[A-Z]{2}", code) for code in country_codes())


@pytest.mark.parametrize("id", sorted(id for id in ids() if id.startswith("error.") and id != "error.at"))
def test_a_fault_says_where_what_and_what_to_do_in_one_line(id):
    values = {name: "mispelt" for known, form in sentences() if known == id for name, _ in HOLE.findall(form)}
    said = fault(CaseError(id, path=("household", 2, "age"), where="case.yaml:31", **values))
    assert said.startswith("case.yaml:31, household[2].age: ")
    assert "\n" not in said
    assert said.endswith((".", "?"))
    assert id not in said
    assert len(said) < 300


def test_a_fault_without_a_place_is_said_without_one():
    assert fault(WaystationError("error.not-text")) == "The file is no text (UTF-8). Save it as plain text."


def test_a_fault_is_said_in_the_language_asked():
    said = fault(CaseError("error.no-country", code="ZZ"), PSEUDO)
    assert said.startswith("[")
    assert "ZZ" in said


def test_catalogues_lie_where_the_package_is():
    assert (SRC / "locale" / "en" / "LC_MESSAGES" / "waystation.po").is_file()
    assert "en" in spoken()


def test_a_message_keeps_its_values():
    assert Text("page.about", (("day", 1),)).get("day") == 1
