"""The pictures of correlation draw every frame they are given, in every language and theme."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from components.charts.correlation.heat_map import build_coefficient_matrix
from components.charts.correlation.intervals import build_coefficients_chart
from components.charts.correlation.scatter import build_scatter_chart, prepare_scatter
from components.charts.correlation.strips import build_strips_chart
from components.charts.theme import THEMES, palette
from tests.unit.chart_cases import Case
from tests.unit.test_charts_builders import MAX_BYTES, draw, nodes

REGIONS = ("east_asia", "latin_america")


def points(count: int = 12) -> pd.DataFrame:
    place = np.arange(1.0, count + 1)
    names = [f"Country {i}" for i in range(count)]
    return pd.DataFrame(
        {
            "kind": "point", "x": place * 10, "y": place**2, "label": names, "x_text": "1", "y_text": "2",
            "ref_area": [f"C{i:02}" for i in range(count)], "region": [REGIONS[i % 2] for i in range(count)],
        }
    )  # fmt: skip


def scatter() -> pd.DataFrame:
    line = pd.DataFrame({"x": [10.0, 120.0], "fit": [1.0, 140.0], "low": [1.0, 120.0], "high": [9.0, 144.0]})
    return pd.concat([prepare_scatter(points()), line.assign(kind="line")], ignore_index=True)


def intervals() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "label": ["Use", "Price", "Chance"], "value": [0.8, -0.6, 0.1], "low": [0.6, -0.8, -0.2],
            "high": [0.9, -0.3, 0.4], "without_low": [0.7, -0.7, 0.0], "without_high": [0.85, -0.5, 0.2],
            "plain": [True, True, False], "value_text": "x", "interval_text": "x", "without_text": "x",
            "n_text": "33", "note_text": "",
        }
    )  # fmt: skip


def heat() -> pd.DataFrame:
    pairs = [(row, column) for row in range(3) for column in range(3)]
    return pd.DataFrame(
        {
            "row_label": [f"{row + 1}  Name" for row, _ in pairs], "column_label": "Name",
            "column_mark": [str(column + 1) for _, column in pairs],
            "value": [None if row == column else 0.5 - 0.2 * row for row, column in pairs],
            "known": [row != column for row, column in pairs], "value_text": "x", "n_text": "30",
        }
    )  # fmt: skip


def strips() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "label": ["Use", "Use", "Price", "Price"], "place": [0.2, 1.0, 0.0, 0.6],
            "region": [*REGIONS, *REGIONS], "own": [True, False] * 2, "country_label": "Peru",
            "value_text": "8 (2024)", "rank_text": "3 of 36", "own_text": ["8 (2024)", ""] * 2,
        }
    )  # fmt: skip


TITLES = {"x_title": "Use (per cent)", "y_title": "Bought (per cent)"}
CASES = [
    Case("scatter", build_scatter_chart, scatter(), TITLES),
    Case("scatter-log", build_scatter_chart, scatter(), {**TITLES, "log_x": True, "log_y": True}),
    Case("intervals", build_coefficients_chart, intervals(), {"rows": 3}),
    Case("heat-map", build_coefficient_matrix, heat(), {"rows": 3}),
    Case("strips", build_strips_chart, strips(), {"rows": 2}),
]
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@every_case
@pytest.mark.parametrize("language", ["en", "es", "pt"])
@pytest.mark.parametrize("theme", THEMES)
def test_spec_is_small_made_once_and_without_data(case: Case, language, theme):
    spec = case.spec(language, theme)
    assert case.spec(language, theme) is spec
    assert not {"data", "title", "description", "datasets"} & set(spec)
    assert len(json.dumps(spec, separators=(",", ":"), ensure_ascii=False).encode()) <= MAX_BYTES
    assert spec["config"]["background"] == palette(theme).background


@every_case
@pytest.mark.parametrize(("language", "theme", "width"), [("en", "light", 900), ("es", "dark", 340)])
def test_frame_is_drawn_without_a_warning(case: Case, language, theme, width, capfd):
    svg = draw(case, language, theme, width)
    assert svg.startswith("<svg") and "NaN" not in svg
    assert capfd.readouterr().err == ""


def test_regions_differ_by_shape_and_colour():
    spec = CASES[0].spec()
    scales = [node["scale"] for node in nodes(spec) if node.get("field") == "region" and "scale" in node]
    assert {tuple(scale["range"]) for scale in scales} == {
        ("circle", "diamond"), (palette("light").east_asia, palette("light").latin_america)
    }  # fmt: skip


def test_countries_are_named_on_a_desk_and_coded_on_a_phone():
    assert ">Country 3<" in draw(CASES[0], "en", "light", 900)
    phone = draw(CASES[0], "en", "light", 340)
    assert ">C03<" in phone and ">Country 3<" not in phone


def test_a_log_option_changes_the_scale():
    plain, log = (
        {node["scale"].get("type") for node in nodes(case.spec()) if node.get("field") in ("x", "y")
         and "scale" in node} for case in CASES[:2]
    )  # fmt: skip
    assert plain == {None} and log == {"log"}


def test_names_that_would_overlap_are_left_to_the_tooltip():
    crowd = pd.concat([points(4)] * 6, ignore_index=True)
    placed = prepare_scatter(crowd)
    assert "" in set(placed["side"]) and set(placed["side"]) - {""}
    assert (prepare_scatter(points())["side"] != "").all(), "a name with room has a place"
    assert prepare_scatter(points(0)).empty
    assert len(prepare_scatter(points(1).assign(x=5.0))) == 1, "one point has no span"


def test_what_is_by_construction_is_hollow():
    svg = draw(CASES[2], "en", "light", 900)
    assert svg.count(f'fill="{palette("light").background}"') > 3


def test_a_pair_without_a_coefficient_is_grey():
    assert draw(CASES[3], "en", "light", 900).count(f'fill="{palette("light").land}"') >= 3
