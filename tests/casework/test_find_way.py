"""A journey is found for these people: what endangers them decides which ways are offered, and which are named only."""

import datetime as dt

import pytest

from tests.conftest import DATA
from tests.people import known, passport
from waystation.casework.assess import check, views
from waystation.casework.find_way import find_way
from waystation.core.codec import to_json
from waystation.core.measures import Grade
from waystation.core.travel import Entering
from waystation.core.ways import Routes, WayAsked
from waystation.desks.dangers import Dangers
from waystation.desks.journeys.airports import find_airports, find_by_code
from waystation.desks.journeys.airspace import find_overflight
from waystation.desks.journeys.asked import read_asked
from waystation.desks.journeys.find import Found, Pace, choose, itinerary_of
from waystation.desks.journeys.flights import Flights
from waystation.desks.journeys.lands import lands_of
from waystation.desks.journeys.network import network_of
from waystation.desks.journeys.risks import CLOSED, LEAST, Risks, rank
from waystation.desks.journeys.routes import URL, read_routes
from waystation.errors import ShapeError
from waystation.papers import to_html, to_text, ways_document
from waystation.registry.borders import read_land

DAY = dt.date(2026, 11, 24)
LIST = b"""from,to
ATH,VNO
ATH,WAW
WAW,VNO
ATH,FRA
FRA,VNO
ATH,MSQ
MSQ,VNO
TBS,IST
TBS,ALA
IST,FRA
IST,CDG
ALA,FRA
IST,TBS
FRA,NRT
LHR,EWR
LGW,EWR
EWR,LAX
"""
CALM = {"threat_at_home": False, "wanted_at_home": False, "listings": known(), "convicted": False}


@pytest.fixture(scope="module")
def lands(knowledge):
    return lands_of(read_land([DATA]), knowledge.territories)


@pytest.fixture(scope="module")
def routes():
    return read_routes(LIST, "mine.csv", None)


@pytest.fixture
def find(knowledge, case_of, lands, routes):
    """From facts and a question to the answer."""

    def ask(start, end, *, over=routes, accepts="guarded", most_stops=2, avoid=(), **facts):
        case = case_of({"as_of": DAY.isoformat(), "goal": "arrive", "accepts": {"danger": accepts}, **facts})
        asked = read_asked(start, end, DAY, most_stops=most_stops, avoid=frozenset(avoid))
        return find_way(case, knowledge, asked, over, lands)

    return ask


def people(code, until="2031-01-01", **facts):
    papers = {"travel_documents": known(passport(code, until, state="valid"))}
    return {"nationalities": known(code), "former_nationalities": known(), **papers, **facts}


def airports(answer):
    return [one.airports for one in answer.ways]


def test_a_direct_flight_over_the_home_state_is_not_offered_when_a_safer_way_with_a_stop_is_there(find):
    answer = find("ATH", "VNO", **people("BY", threat_at_home=True, wanted_at_home=True))
    assert airports(answer) == [("ATH", "FRA", "VNO")]
    assert answer.closed.airports == ("ATH", "VNO")
    told = {one.tag for one in answer.closed.checked.dangers if one.least is Grade.EXTREME}
    assert "overflight-origin" in told


def test_to_somebody_of_another_state_the_direct_flight_is_the_best_in_everything(find):
    answer = find("ATH", "VNO", **people("NO", **CALM))
    assert airports(answer)[0] == ("ATH", "VNO")
    assert answer.ways[0].best_for == ("danger", "time", "changes")
    assert answer.closed is None


def test_each_way_says_leg_by_leg_what_the_check_of_a_journey_says(find, knowledge, case_of, lands):
    facts = people("BY", threat_at_home=True, wanted_at_home=True)
    (way,) = find("ATH", "VNO", **facts).ways
    case = case_of({"as_of": DAY.isoformat(), "goal": "arrive", "accepts": {"danger": "guarded"}, **facts})
    found = Found(danger=0, minutes=0, airports=way.airports, over=(), closed=False)
    again = check(case, knowledge, itinerary_of(found, WayAsked(start=("ATH",), end=("VNO",), day=DAY)), lands)
    assert way.checked == again
    assert [leg.start for leg in way.checked.legs] == ["ATH", "FRA"]


def test_a_stop_is_asked_about_for_nobody_knows_whether_one_ticket_covers_it(find):
    answer = find("TBS", "NRT", most_stops=2, **people("NO", **CALM))
    asked = [line.text.id for line in answer.ways[0].checked.legs[0].not_known]
    assert "connection.ask-checked-through" in asked


def test_whoever_flies_on_inside_one_country_enters_it_there(find):
    answer = find("LHR", "LAX", **people("BY", **CALM))
    asked = [line.text.id for line in answer.ways[0].checked.legs[0].not_known]
    assert "connection.ask-checked-through" not in asked


def test_no_stop_in_a_state_that_hands_people_over_and_the_nearest_such_way_is_named(find):
    facts = people("RU", threat_at_home=True, wanted_at_home=True, listings=known("home-wanted-list"))
    answer = find("TBS", "FRA", **facts)
    assert all("ALA" not in way.airports for way in answer.ways)
    only = find("TBS", "FRA", over=read_routes(b"from,to\nTBS,ALA\nALA,FRA\n", "mine.csv", None), **facts)
    assert only.ways == ()
    assert only.closed.airports == ("TBS", "ALA", "FRA")
    assert only.closed.checked.verdict == "do-not-go"
    assert only.hand_over


def test_a_passport_that_has_run_out_closes_every_way_and_somebody_is_named(find):
    answer = find("LHR", "EWR", **people("BY", "2026-11-01", **CALM))
    assert answer.ways == ()
    assert answer.hand_over
    assert "entering.run-out" in [line.text.id for leg in answer.closed.checked.legs for line in leg.why]


def test_inside_one_area_no_passport_is_asked_for(find):
    assert airports(find("ATH", "FRA", **people("BY", "2026-11-01", **CALM))) == [("ATH", "FRA")]


def test_where_no_route_leads_there_is_no_way_and_no_nearest(find):
    answer = find("VNO", "ATH", **people("NO", **CALM))
    assert (answer.ways, answer.closed, answer.graver) == ((), None, None)
    assert answer.hand_over
    assert "no way with at most 2 changes is known" in to_text(ways_document(answer, "en"), width=200)


def test_with_fewer_stops_there_are_fewer_ways(find):
    assert find("TBS", "NRT", most_stops=1, **people("NO", **CALM)).ways == ()


def test_any_airport_of_a_country_or_of_a_city_will_do(find):
    assert airports(find("TBS", "LT", **people("NO", **CALM))) == [("TBS", "IST", "FRA", "VNO")]
    assert {way.airports[-1] for way in find("TBS", "FR", **people("NO", **CALM)).ways} == {"CDG"}
    assert {way.airports[0] for way in find("London, GB", "EWR", **people("NO", **CALM)).ways} <= {"LHR", "LGW"}


def test_what_shall_be_avoided_is_neither_landed_in_nor_flown_over(find):
    assert airports(find("ATH", "VNO", avoid=["BY"], **people("NO", **CALM))) == [("ATH", "FRA", "VNO")]
    assert find("ATH", "VNO", avoid=["BY", "DE"], **people("NO", **CALM)).ways == ()


@pytest.mark.parametrize(
    ("start", "end", "avoid", "fault"),
    [
        ("QQQ", "VNO", [], "error.no-airport"),
        ("Athens", "VNO", [], "error.which-airport"),
        ("ATH", "QX", [], "error.no-country"),
        ("ATH", "VNO", ["QX"], "error.no-country"),
        ("ATH", "GR", [], "error.way-goes-nowhere"),
        ("London, GB", "LGW", [], "error.way-goes-nowhere"),
        ("ATH", "VNO", ["LT"], "error.way-avoids-end"),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(start, end, avoid, fault):
    with pytest.raises(ShapeError) as told:
        read_asked(start, end, DAY, avoid=frozenset(avoid))
    assert told.value.id == fault


def test_a_city_with_two_airports_is_both_of_them_and_two_cities_of_one_name_are_none():
    assert [one.iata for one in find_airports("PAR")] == ["CDG", "ORY"]
    assert {"IST", "SAW"} <= {one.iata for one in find_airports("Istanbul")}
    assert [one.iata for one in find_airports("TBS")] == ["TBS"]
    with pytest.raises(ShapeError):
        find_airports("Portland, US")


def test_every_answer_says_how_old_the_routes_are_and_that_a_route_is_no_ticket(find, routes):
    public = Routes(url=URL, loaded=DAY, onward=routes.onward, read=15, left_out=2)
    old = find("ATH", "VNO", over=public, **people("NO", **CALM))
    assert old.age.until == dt.date(2014, 6, 30)
    said = to_text(ways_document(old, "en"), width=1000)
    assert "not renewed after 30 Jun 2014. It was loaded on 24 Nov 2026. 2 lines were left out" in said
    assert "A route is no ticket." in said
    unknown = find("ATH", "VNO", **people("NO", **CALM))
    assert unknown.age.until is None
    assert "the list does not say" in to_text(ways_document(unknown, "en"), width=1000)


def test_the_same_question_has_the_same_bytes_as_text_html_and_json(find):
    first, second = (find("ATH", "LT", **people("BY", threat_at_home=True)) for _ in range(2))
    assert to_json(first) == to_json(second)
    assert to_html(ways_document(first, "en")) == to_html(ways_document(second, "en"))


@pytest.mark.parametrize("language", ["en", "xx", "xx-rtl"])
def test_a_page_can_be_written_in_any_language(find, language):
    for answer in (find("ATH", "VNO", **people("BY", threat_at_home=True)), find("VNO", "ATH", **people("NO"))):
        assert "ways." not in to_text(ways_document(answer, language), width=100)


def way(danger, minutes, *airports):
    return Found(danger=danger, minutes=minutes, airports=airports, over=(), closed=danger == CLOSED)


def test_at_most_five_are_shown_and_the_best_in_each_is_among_them():
    found = [way(rank(Grade.HIGH), 100 - at, *"AB", *map(str, range(at)), "Z") for at in range(8)]
    chosen = choose(found, Grade.HIGH)
    assert (len(chosen.shown), chosen.more) == (5, 3)
    assert {found[0], found[-1]} <= set(chosen.shown)


def test_what_is_graver_than_accepted_is_named_only_unless_nothing_else_is_there():
    calm, grave, shut = (
        way(LEAST, 300, "A", "B", "Z"),
        way(rank(Grade.HIGH), 200, "A", "C", "Z"),
        way(CLOSED, 100, "A", "Z"),
    )
    chosen = choose([shut, calm, grave], Grade.GUARDED)
    assert (chosen.shown, chosen.graver, chosen.closed) == ((calm,), grave, shut)
    alone = choose([grave, shut], Grade.GUARDED)
    assert (alone.shown, alone.graver, alone.closed) == ((grave,), None, shut)
    assert choose([calm, grave], Grade.HIGH).shown == (calm, grave)


def test_a_change_takes_the_time_that_the_parameter_says(knowledge, find):
    pace = Pace.on(knowledge, DAY)
    straight, turned = (find("ATH", "VNO", avoid=avoid, **people("NO", **CALM)).ways[0] for avoid in ([], ["BY"]))
    assert turned.minutes - turned.km / pace.measures.speed * 60 == pytest.approx(pace.change, abs=2)
    assert straight.minutes == pytest.approx(straight.km / pace.measures.speed * 60, abs=2)


def test_what_lies_below_a_flight_counts_as_if_all_land_had_been_measured(knowledge, case_of, lands):
    """Only land that matters is measured; a flight over what is avoided is not flown."""
    plain = {"as_of": DAY.isoformat(), "goal": "arrive", "here": {"place": "GE"}, "nationalities": known("RU"),
             "former_nationalities": known(), "threat_at_home": True, "wanted_at_home": True}  # fmt: skip
    case = case_of(plain)
    dangers, pace = Dangers(knowledge), Pace.on(knowledge, DAY)
    risks = Risks(
        views(case, knowledge), knowledge, DAY, lambda *_: Entering(),
        dangers.grade,
    )  # fmt: skip
    onward = {"TBS": ("TLL", "IST", "FRA"), "ATH": ("VNO",), "FRA": ("NRT",), "NRT": ("LAX",)}
    network = network_of(Routes(url="x", loaded=None, onward=onward, read=6, left_out=0), pace.measures.speed)
    flights = Flights(network, risks, lands, pace.measures, "GE", frozenset({"FI"}))
    legs = [(at, to) for at, ends in enumerate(network.out) for to, _ in ends]
    flights.measure(legs)
    worth = {}
    for start, end in legs:
        one, other = (find_by_code(network.codes[at]) for at in (start, end))
        whole = find_overflight((one.lon, one.lat), (other.lon, other.lat), lands, pace.measures)
        worth[one.iata, other.iata] = flights.ride(start, end), risks.above(whole, one.country, other.country)
    assert {leg for leg, (part, whole) in worth.items() if part != whole} == {("FRA", "NRT")}
    assert worth["FRA", "NRT"][0] is None
    assert len({whole for _, whole in worth.values()}) > 1
