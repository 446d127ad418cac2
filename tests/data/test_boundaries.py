"""Our own map: every member is on it, oriented as d3 expects, clean at the date line and light enough."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from data.build import topology
from data.importers.areas import REGISTERS

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "static" / "boundaries"
REGIONS = ("east_asia", "latin_america")
FILES = (*REGIONS, "world")


def features(name):
    return json.loads((FOLDER / f"{name}.geojson").read_text(encoding="utf-8"))["features"]


def polygons(name):
    return [part for item in features(name) for part in item["geometry"]["coordinates"]]


@pytest.mark.parametrize("region", REGIONS)
def test_every_member_is_there_under_its_iso_code(region):
    countries = pd.read_csv(REGISTERS / "countries.csv", keep_default_na=False)
    expected = sorted(countries.loc[countries["region"] == region, "ref_area"])
    assert [item["id"] for item in features(region)] == expected
    assert [item["properties"]["ref_area"] for item in features(region)] == expected


def test_the_smallest_members_are_marked_to_get_a_dot():
    small = [item["id"] for name in REGIONS for item in features(name) if item["properties"]["small"]]
    assert small == ["BRN", "SGP"]


@pytest.mark.parametrize("name", FILES)
def test_rings_are_closed_and_turn_as_d3_expects(name):
    for outside, *holes in polygons(name):
        for ring in (outside, *holes):
            assert len(ring) >= 4
            assert ring[0] == ring[-1]
        assert topology.area(outside) < 0, (
            "the outside must turn clockwise, or d3 fills the rest of the globe"
        )
        assert all(topology.area(hole) > 0 for hole in holes)


@pytest.mark.parametrize("name", FILES)
def test_coordinates_are_on_the_globe_and_no_line_crosses_it(name):
    for part in polygons(name):
        for ring in part:
            assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)
            assert all(abs(a[0] - b[0]) < 90 for a, b in zip(ring[:-1], ring[1:], strict=True))


def test_no_member_stretches_around_the_globe():
    for name in REGIONS:
        for item in features(name):
            lons = [x for part in item["geometry"]["coordinates"] for x, _ in part[0]]
            assert max(lons) - min(lons) < 70, item["id"]


def test_the_point_for_a_label_lies_inside_its_country():
    for name in REGIONS:
        for item in features(name):
            point = (item["properties"]["lon"], item["properties"]["lat"])
            outsides = [part[0] for part in item["geometry"]["coordinates"]]
            assert any(topology.contains([tuple(p) for p in ring], point) for ring in outsides), item["id"]


def test_french_guiana_is_background_and_no_member():
    cayenne = (-52.9, 4.2)
    assert any(topology.contains([tuple(p) for p in part[0]], cayenne) for part in polygons("world"))
    for part in polygons("latin_america"):
        assert not topology.contains([tuple(p) for p in part[0]], cayenne)


def test_the_files_are_light_enough_for_a_phone():
    sizes = {name: (FOLDER / f"{name}.geojson").stat().st_size for name in FILES}
    assert sizes["east_asia"] + sizes["latin_america"] < 120_000
    assert sizes["world"] < 60_000


def test_every_member_has_a_flag_without_outside_links():
    countries = pd.read_csv(REGISTERS / "countries.csv", keep_default_na=False)
    for code in countries["iso2"].str.lower():
        drawing = (ROOT / "static" / "flags" / f"{code}.svg").read_text(encoding="utf-8")
        assert "<script" not in drawing
        assert 'href="http' not in drawing
    assert (ROOT / "static" / "flags" / "LICENSE").is_file()
