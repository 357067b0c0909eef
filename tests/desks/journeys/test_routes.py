"""A list of routes is looked through line by line, kept small, and never kept if it does not fit."""

import datetime as dt
from functools import partial

import pytest

from tests.servers import socks, web
from waystation.desks.journeys.fetch import pull_routes
from waystation.desks.journeys.network import FAR, network_of
from waystation.desks.journeys.routes import kept_routes, read_routes, routes_of
from waystation.errors import CaseError, NetworkError, ShapeError
from waystation.net import fetch

DAY = dt.date(2026, 11, 24)
HERE = "https://example.org/routes"
LIST = b"A3,1,ATH,3941,WAW,679,,0,320 321\nLO,2,WAW,679,VNO,3959,Y,0,DH4\nLO,2,ATH,3941,WAW,679,Y,0,\\N\n"
GOOD = LIST.replace(b"\\N", b"")


def routes(raw=GOOD):
    return read_routes(raw, HERE, DAY)


def test_each_route_is_kept_once_whoever_flies_it():
    found = routes()
    assert found.onward == {"ATH": ("WAW",), "WAW": ("VNO",)}
    assert (found.read, found.left_out, found.url, found.loaded) == (3, 0, HERE, DAY)


def test_two_columns_under_their_head_are_a_list_too():
    assert read_routes(b"from,to\nATH,VNO\n", "mine.csv", None).onward == {"ATH": ("VNO",)}


def test_a_flight_with_a_stop_is_left_out_for_nobody_knows_where_it_lands():
    found = routes(GOOD + b"WN,3,DUB,1,VNO,2,,1,73W\n")
    assert (found.left_out, "DUB" in found.onward) == (1, False)


def test_an_airport_that_is_not_known_is_left_out_and_counted():
    found = routes(GOOD + b"ZZ,3,ZZZ,1,VNO,2,,0,73W\n")
    assert (found.read, found.left_out) == (4, 1)


def test_a_code_that_was_changed_is_that_of_today():
    assert routes(b"K9,3,KIV,1,VNO,2,,0,73W\n").onward == {"RMO": ("VNO",)}


@pytest.mark.parametrize(
    ("raw", "where"),
    [
        (b"", HERE),
        (b"<html>", HERE),
        (b"\xff\xfe", HERE),
        (LIST, f"{HERE}:3"),
        (GOOD + b"A3,1,ATH,3941,WAW,679,,0,=cmd()\n", f"{HERE}:4"),
        (GOOD + b"A3,1,ATH,3941\n", f"{HERE}:4"),
        (GOOD + b"A3,1,ATH,3941,WAW,679,,0," + b"320 " * 60 + b"\n", f"{HERE}:4"),
        (b"from,to\nATH,WAW\nATH,Warsaw\n", f"{HERE}:3"),
        (b"from,to\nATH,WAW\nATH,\x1b[2J\n", f"{HERE}:3"),
    ],
)
def test_what_does_not_fit_says_where(raw, where):
    with pytest.raises(ShapeError) as fault:
        routes(raw)
    assert fault.value.where == where
    assert all(str(one).isprintable() for one in fault.value.values.values())


def test_a_list_of_ones_own_that_cannot_be_opened_is_one_sentence(tmp_path):
    with pytest.raises(CaseError) as fault:
        routes_of(tmp_path / "none.csv")
    assert fault.value.id == "error.cannot-read"


def test_pulled_once_it_is_read_again_and_a_bad_list_changes_nothing(tmp_path):
    file = tmp_path / "cache" / "routes.json"
    with web({"/list": (200, GOOD), "/bad": (200, b"<html>")}) as here:
        get = partial(fetch, proxy=None)
        loaded = pull_routes(get, file, DAY, url=f"{here}/list")
        assert kept_routes(file) == loaded
        for page, fault in (("bad", ShapeError), ("none", NetworkError)):
            with pytest.raises(fault):
                pull_routes(get, file, DAY, url=f"{here}/{page}")
        assert kept_routes(file) == loaded
        assert [one.name for one in file.parent.iterdir()] == ["routes.json"]


def test_through_a_proxy_no_name_is_looked_up_here(tmp_path):
    with web({"/list": (200, GOOD)}) as here:
        port = int(here.rpartition(":")[2])
        with socks(port) as (proxy, asked):
            pull_routes(partial(fetch, proxy=proxy), tmp_path / "r.json", DAY, url=f"http://localhost:{port}/list")
            assert asked == ["localhost"]


@pytest.mark.parametrize("content", ["{", "[]", '{"url": 3}', "\x00"])
def test_a_damaged_file_says_to_load_it_again(tmp_path, content):
    file = tmp_path / "routes.json"
    file.write_text(content)
    with pytest.raises(CaseError) as fault:
        kept_routes(file)
    assert fault.value.id == "error.routes-damaged"


def test_without_a_file_one_is_told_to_load_it(tmp_path):
    with pytest.raises(CaseError) as fault:
        kept_routes(tmp_path / "routes.json")
    assert fault.value.id == "error.no-routes"


def test_the_network_has_the_lengths_and_knows_how_far_the_end_is():
    found = network_of(routes(GOOD + b"LO,2,VNO,1,WAW,1,,0,\n"), speed=800)
    athens, vilnius, warsaw = (found.codes.index(code) for code in ("ATH", "VNO", "WAW"))
    assert found.out[athens] == ((warsaw, pytest.approx(1598 / 800 * 60, abs=2)),)
    assert found.legs_left([vilnius], 2)[athens] == 2
    assert found.legs_left([vilnius], 1)[athens] == FAR
    assert found.legs_left([athens], 3)[vilnius] == FAR


def test_nobody_lands_where_they_do_not_want_to():
    assert network_of(routes(), 800, frozenset({"PL"})).codes == ("ATH", "VNO")
