"""The pictures of similarity draw every frame they are given, in every language and theme."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from components.charts.similarity.matrix import build_similarity_matrix
from components.charts.similarity.moves import build_moves_chart, prepare_moves
from components.charts.similarity.network import build_similarity_network
from components.charts.similarity.ranks import build_ranks_chart
from components.charts.similarity.reforms import build_reforms_chart
from components.charts.similarity.regions import build_regions_chart
from components.charts.similarity.trend import SERIES, build_trend_chart
from components.charts.theme import THEMES, palette
from tests.unit.chart_cases import Case
from tests.unit.test_charts_builders import MAX_BYTES, draw, nodes

AREAS = ("JPN", "KOR", "PER", "CHL")
REGIONS = ("east_asia", "east_asia", "latin_america", "latin_america")
SPAN = (0.2, 0.8)


def matrix() -> pd.DataFrame:
    pairs = [(row, column) for row in range(4) for column in range(4)]
    known = [row == column or {row, column} != {0, 3} for row, column in pairs]
    return pd.DataFrame(
        {
            "row": [f"{AREAS[row]} Name {row}" for row, _ in pairs],
            "code": [AREAS[column] for _, column in pairs], "other_label": "Name",
            "value": [0.8 if one else None for one in known], "known": known,
            "own": [row == column for row, column in pairs], "value_text": "80%", "common_text": "15 of 18",
        }
    )  # fmt: skip


def network() -> pd.DataFrame:
    links = pd.DataFrame({"kind": "link", "x": [0.1], "y": [0.1], "x2": [0.9], "y2": [0.5], "value": [0.9]})
    countries = pd.DataFrame(
        {
            "kind": "country", "x": [0.1, 0.9, 0.3, 0.5], "y": [0.1, 0.5, 0.8, 0.2], "code": AREAS,
            "label": AREAS, "region": REGIONS, "links_text": "1", "level_text": "0.5",
        }
    )  # fmt: skip
    return pd.concat([links, countries], ignore_index=True)


def ranks() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "label": AREAS, "region": REGIONS, "value": [0.95, 0.9, 0.8, 0.7],
            "near": [True, True, False, False], "value_text": "x", "common_text": "x", "level_text": "x",
        }
    )  # fmt: skip


def moves() -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "kind": ["partner"] * 4 + ["own", "own_after"], "level": [0.3, 0.31, 0.5, 0.6, 0.4, 0.7],
            "before": [0.6, 0.61, 0.7, 0.8, None, None], "after": [0.7, 0.71, 0.65, 0.9, None, None],
            "label": [*AREAS, "Peru today", "Peru after"], "ref_area": [*AREAS, "PER", "PER"],
            "region": [*REGIONS, "latin_america", "latin_america"], "level_text": "x", "before_text": "x",
            "after_text": "x",
        }
    )  # fmt: skip
    return prepare_moves(frame, low=0.5, span=SPAN)


def trend() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "year": [2000, 2001] * 3, "series": np.repeat(SERIES, 2),
            "value": [0.9, 0.8, 0.7, 0.7, 0.6, 0.65],
            "series_text": "x", "value_text": "x", "count_text": "x",
        }
    )  # fmt: skip


def reforms() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "label": ["Data", "Tax"], "value": [2.0, -1.0], "value_text": "x", "way_text": "None to all",
            "helped_text": "x", "hurt_text": "x", "level_text": "x",
        }
    )  # fmt: skip


def regions() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "label": ["Data", "Data", "Tax", "Tax"], "region": ["east_asia", "latin_america"] * 2,
            "region_text": "x", "share": [0.9, 0.4, 0.2, 0.2], "share_text": "x", "known_text": "x",
        }
    )  # fmt: skip


TITLES = {"level_title": "Level", "similarity_title": "Similarity to Peru", "low": 0.5, "span": SPAN}
CASES = [
    Case("matrix", build_similarity_matrix, matrix(), {"rows": 4, "low": 0.4, "east": ("JPN", "KOR")}),
    Case("network", build_similarity_network, network(), {"low": 0.8}),
    Case("ranks", build_ranks_chart, ranks(), {"rows": 4, "low": 0.5}),
    Case("moves", build_moves_chart, moves(), {**TITLES, "moved": True}),
    Case("stands", build_moves_chart, moves(), {**TITLES, "moved": False}),
    Case("trend", build_trend_chart, trend(), {}),
    Case("levels", build_trend_chart, trend().head(4), {"series": SERIES[:2], "percent": False}),
    Case("reforms", build_reforms_chart, reforms(), {"rows": 2, "ends": (-1.5, 3.0)}),
    Case(
        "joint", build_reforms_chart, reforms()[["label", "value", "value_text", "way_text"]],
        {"rows": 2, "ends": (-1.5, 3.0), "gains_only": True},
    ),
    Case("regions", build_regions_chart, regions(), {"rows": 2}),
]  # fmt: skip
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


def drawn(name: str, width: int = 900) -> str:
    return draw(next(case for case in CASES if case.name == name), "en", "light", width)


def test_a_pair_without_a_value_is_striped_and_names_have_the_colour_of_their_region():
    svg = drawn("matrix")
    assert "linearGradient" in svg
    colors = palette("light")
    assert f'fill="{colors.east_asia}"' in svg and f'fill="{colors.latin_america}"' in svg
    assert ">Name 1<" in svg and ">Name 1<" not in drawn("matrix", 340)


@pytest.mark.parametrize("name", ["network", "ranks", "moves", "regions"])
def test_regions_differ_by_shape_and_colour(name):
    spec = next(case for case in CASES if case.name == name).spec()
    ranges = [
        tuple(node["scale"]["range"])
        for node in nodes(spec)
        if node.get("field") == "region" and "range" in node.get("scale", {})
    ]
    assert ("circle", "diamond") in ranges
    assert (palette("light").east_asia, palette("light").latin_america) in ranges


def test_moves_show_the_way_only_where_something_moves():
    assert drawn("moves").count("<line") > drawn("stands").count("<line")
    assert "Peru after" in drawn("moves") and "Peru after" not in drawn("stands")


def test_codes_that_would_overlap_are_left_to_the_tooltip():
    frame = moves().set_index("label")
    assert frame.loc["CHL", "named"] and frame.loc["KOR", "named"] and not frame.loc["JPN", "named"]
    assert not frame.loc["Peru today", "named"]


def test_gains_and_losses_have_their_own_colours():
    svg = drawn("reforms")
    assert palette("light").positive in svg and palette("light").negative in svg


def test_words_at_the_two_lines_stand_away_from_each_other():
    frame = moves().set_index("label")
    assert frame.loc["Peru today", "leftwards"] and not frame.loc["Peru after", "leftwards"]
    edge = moves()
    edge.loc[edge["kind"] == "own_after", "level"] = SPAN[1]
    edge = prepare_moves(edge, low=0.5, span=SPAN).set_index("label")
    assert edge.loc["Peru after", "leftwards"], "within the picture at its edge"
