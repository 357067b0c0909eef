"""The borders we ship: whole, small, without names, and the same on both sides of a border."""

import json

import numpy as np
import pytest
import shapely
from babel import Locale
from tools.make_borders import countries, main, written

from tests.conftest import DATA
from waystation.errors import KnowledgeError
from waystation.registry.borders import NAME, read_land
from waystation.say import country_codes, fault

FILE = DATA / NAME
SQUARE = [[0, 0], [500, 0], [0, 500], [-500, 0], [0, -500]]
"""One degree, in steps of 0.002 degrees."""


@pytest.fixture(scope="module")
def land():
    return read_land([DATA])


@pytest.fixture(scope="module")
def shapes(land):
    def ring(steps):
        return np.cumsum(np.reshape(steps, (-1, 2)), axis=0)

    return {
        code: [shapely.Polygon(ring(outer), [ring(hole) for hole in holes]) for outer, *holes in polygons]
        for code, polygons in land.countries.items()
    }


def topology(*figures):
    """Squares of a TopoJSON file: (three letters, arcs)."""
    arcs, made = [], []
    for three, points in figures:
        made.append({"type": "Polygon", "arcs": [[len(arcs)]], "properties": {"a3": three, "name": "Nowhere"}})
        arcs.append(points)
    transform = {"scale": [0.002, 0.002], "translate": [0, 0]}
    return {"objects": {"countries": {"geometries": made}}, "arcs": arcs, "transform": transform}


def test_countries_go_by_codes_that_exist_and_kosovo_is_one(land):
    assert set(land.countries) <= country_codes()
    assert {"XK", "BY", "UA", "EH", "TW", "PS"} <= set(land.countries)


def test_the_file_is_under_a_megabyte_and_names_no_country():
    text = FILE.read_text("utf-8")
    assert len(text) < 1_000_000
    assert [name for name in Locale("en").territories.values() if name in text] == []


def test_every_polygon_is_whole(shapes):
    assert [code for code, parts in shapes.items() if not all(part.is_valid for part in parts)] == []


@pytest.mark.parametrize(("one", "other"), [("BY", "LT"), ("RU", "GE"), ("PL", "UA"), ("IR", "IQ"), ("US", "CA")])
def test_neighbours_share_their_edge(shapes, one, other):
    mine, theirs = (shapely.union_all([part.boundary for part in shapes[code]]) for code in (one, other))
    shared = mine.intersection(theirs)
    assert shared.length > 50_000 * 0.002
    assert sum(a.intersection(b).area for a in shapes[one] for b in shapes[other]) == 0


def test_nothing_runs_around_the_world_but_the_land_at_the_pole(shapes):
    wide = {code for code, parts in shapes.items() for part in parts if np.ptp(part.bounds[::2]) > 90_000}
    assert wide == {"AQ"}


def test_the_same_figures_make_the_same_bytes(tmp_path, monkeypatch):
    source, out = tmp_path / "50m.json", tmp_path / "land.json"
    source.write_text(json.dumps(topology(("POL", SQUARE), ("XKX", [[9000, 0], *SQUARE[1:]]))))
    made = []
    for _ in range(2):
        monkeypatch.setattr("sys.argv", ["make_borders", str(source), str(out)])
        main()
        made.append(out.read_bytes())
    assert made[0] == made[1]
    assert set(json.loads(made[0])["countries"]) == {"PL", "XK"}


def test_a_ring_that_jumps_at_the_date_line_is_cut_there():
    across = [[89_900, 0], [0, 500], [-179_800, 0], [0, -500], [179_800, 0]]
    parts = countries(topology(("FJI", across)))["FJ"]
    assert sorted(part.bounds for part in parts) == [(-90_000, 0, -89_900, 500), (89_900, 0, 90_000, 500)]


def test_a_land_that_vanishes_on_the_grid_is_left_out():
    assert countries(topology(("VAT", [[0, 0], [0, 0], [0, 0], [0, 0]]))) == {}


def test_two_islands_of_one_figure_get_their_own_codes():
    west, east = [[48_000, 0], *SQUARE[1:]], [[52_000, 0], *SQUARE[1:]]
    assert set(countries(topology(("IOA", west), ("IOA", east)))) == {"CC", "CX"}
    assert written({}) == '{"grid":0.002,"countries":{\n\n}}\n'


def test_a_missing_or_broken_file_is_said_in_one_sentence(tmp_path):
    with pytest.raises(KnowledgeError) as missing:
        read_land([tmp_path])
    assert "missing" in fault(missing.value)
    (tmp_path / "borders").mkdir()
    (tmp_path / NAME).write_text('{"grid": 0.002, "countries": {"PL": 3}}')
    with pytest.raises(KnowledgeError) as broken:
        read_land([tmp_path])
    assert "make_borders" in fault(broken.value)


def test_territories_lie_in_their_country_and_say_who_rules(knowledge, land):
    for one in knowledge.territories.values():
        assert one.of in land.countries, one.id
        assert (one.kind == "exclave") == (one.held_by is None and one.since is None), one.id
        assert one.kind == "exclave" or one.source in one.sources, one.id
        assert all(len(corner) == 2 for corner in one.shape), one.id
