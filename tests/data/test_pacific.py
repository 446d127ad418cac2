"""The map of the flows: every member in one piece across the Pacific, in step with the region maps."""

from __future__ import annotations

import json

from data.build.pacific import ATLANTIC, build
from tests.data.test_boundaries import FOLDER, REGIONS, features


def test_the_file_is_what_the_boundaries_give():
    shipped = json.loads((FOLDER / "pacific.geojson").read_text(encoding="utf-8"))
    assert shipped == json.loads(json.dumps(build()))


def test_every_member_is_there_with_its_region():
    held = {item["id"]: item["properties"]["region"] for item in features("pacific")}
    expected = {item["id"]: region for region in REGIONS for item in features(region)}
    assert held == expected | {"world": "rest"}


def test_both_regions_lie_whole_between_the_indian_ocean_and_the_atlantic():
    for item in features("pacific"):
        for part in item["geometry"]["coordinates"]:
            for ring in part:
                assert ring[0] == ring[-1] and len(ring) >= 4
                # Greenland reaches beyond the middle of the Atlantic.
                assert all(ATLANTIC <= x < 350 for x, _ in ring)
                if item["id"] != "world":
                    assert all(70 < x < 330 for x, _ in ring)


def test_it_is_light_enough():
    assert (FOLDER / "pacific.geojson").stat().st_size < 140_000
