"""Claims about pictures of flows: bands as wide as the flow, a matrix with gaps, arcs over the Pacific."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.charts.flow_map import BOUNDARIES, build_flow_map, pacific
from components.charts.flows import (
    REGION_GROUPS,
    SPACERS,
    build_corridor_chart,
    build_flow_matrix,
    build_regions_chart,
    prepare_flow_matrix,
)
from components.charts.sankey import build_sankey, prepare_sankey
from components.charts.theme import THEMES
from tests.unit.chart_cases import Case
from tests.unit.test_charts_builders import LANGUAGES, MAX_BYTES, draw, nodes

MOST_BYTES_OF_A_DECK = 60_000


def links(rows=(("CHN", "BRA", 30.0), ("CHN", "MEX", 10.0), ("MEX", "CHN", 60.0))) -> pd.DataFrame:
    regions = {"CHN": "east_asia", "JPN": "east_asia", "BRA": "latin_america", "MEX": "latin_america"}
    frame = pd.DataFrame(list(rows), columns=["source", "target", "visits"])
    return frame.assign(
        source_label=frame["source"],
        target_label=frame["target"],
        link_label=frame["source"] + " → " + frame["target"],
        region=frame["source"].map(regions),
        target_region=frame["target"].map(regions),
        visits_text="1M",
        share_text="1%",
    )


def matrix() -> pd.DataFrame:
    areas = ["CHN China", "JPN Japan", SPACERS[0], "BRA Brazil"]
    frame = pd.DataFrame(
        [(a, b) for a in areas for b in areas if SPACERS[0] not in (a, b) or areas[0] in (a, b)],
        columns=["origin", "destination"],
    )
    home = frame["origin"] == frame["destination"]
    gap = frame.isin([SPACERS[0]]).any(axis=1)
    visits = pd.Series(range(1, len(frame) + 1), dtype=float).mul(1e6).where(~gap)
    return prepare_flow_matrix(frame.assign(visits=visits, home=home & ~gap, change=0.01), language="en")


def bars() -> pd.DataFrame:
    return pd.DataFrame(
        {"label": ["A → B", "B → A"], "region": ["east_asia", "latin_america"], "value": [2e6, 1e6],
         "value_text": "x", "visits_text": "2M", "change_text": "+1%", "obs_status": "E"}
    )  # fmt: skip


def regions() -> pd.DataFrame:
    rows = [(year, region, group) for year in ("2024", "2025") for region in ("east_asia", "latin_america")
            for group in REGION_GROUPS[2:]]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["time_period", "region", "group"])
    return frame.assign(visits=1e6, region_label="x", group_label="y", visits_text="1M", share_text="1%")


CASES = [
    Case("sankey", build_sankey, prepare_sankey(links()), {"places": 3}),
    Case("matrix", build_flow_matrix, matrix(), {"rows": 4, "columns": 4}),
    Case("corridors", build_corridor_chart, bars(), {"rows": 2}),
    Case("carriers", build_corridor_chart, bars(), {"rows": 2, "of": "marketplace"}),
    Case("regions", build_regions_chart, regions(), {"home": False}),
]
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@every_case
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", THEMES)
def test_a_spec_is_small_made_once_and_without_data(case, language, theme):
    spec = case.spec(language, theme)
    assert case.spec(language, theme) is spec
    assert len(json.dumps(spec, separators=(",", ":"), ensure_ascii=False).encode()) <= MAX_BYTES
    assert not any(
        "values" in node.get("data", {}) for node in nodes(spec) if isinstance(node.get("data"), dict)
    )


@every_case
@pytest.mark.parametrize(("language", "theme", "width"), [("en", "light", 900), ("pt", "dark", 340)])
def test_a_spec_draws_its_frame_without_a_warning(case, language, theme, width, capfd):
    svg = draw(case, language, theme, width)
    assert svg.startswith("<svg") and "NaN" not in svg
    assert capfd.readouterr().err == ""


flows = st.lists(
    st.tuples(st.sampled_from(["CHN", "JPN"]), st.sampled_from(["MEX", "BRA", "CHN"]), st.floats(1, 1e9)),
    min_size=1, max_size=9, unique_by=lambda row: row[:2],
)  # fmt: skip


@settings(deadline=None)
@given(flows)
def test_bands_fill_their_places_and_stay_inside(rows):
    drawn = prepare_sankey(links(rows))
    assert drawn[["x", "y"]].min().min() >= 0 and drawn[["x", "y", "y2"]].max().max() <= 1 + 1e-9
    band, bar = drawn[drawn["part"] == "band"], drawn[drawn["part"] == "bar"]
    for side, at in (("l", band["x"].min()), ("r", band["x"].max())):
        ends = band[band["x"] == at]
        places = bar[bar["side"] == side]
        assert (ends["y2"] - ends["y"]).sum() == pytest.approx((places["y2"] - places["y"]).sum())
        ordered = places.sort_values("y")
        assert (ordered["y"].to_numpy()[1:] >= ordered["y2"].to_numpy()[:-1]).all()


def test_bands_are_as_wide_as_what_flows():
    band = prepare_sankey(links()).query("part == 'band'")
    first = band[band["x"] == band["x"].min()]
    wide = (first["y2"] - first["y"]).to_numpy()
    assert wide / wide.sum() == pytest.approx([0.3, 0.1, 0.6])


def test_the_own_country_has_no_class_and_gaps_part_the_regions():
    frame = matrix()
    assert frame.loc[frame["home"], "class_index"].isna().all()
    assert frame.loc[frame["visits"].isna(), "class_index"].isna().all()
    assert list(dict.fromkeys(frame["origin"])) == ["CHN China", "JPN Japan", SPACERS[0], "BRA Brazil"]


def deck(count: int = 2, theme: str = "light") -> str:
    frame = pd.DataFrame(
        {
            "counterpart_area": ["CHN", "BRA"] * count,
            "ref_area": ["BRA", "CHN"] * count,
            "region": ["east_asia", "latin_america"] * count,
            "visits": [2e6, 5e5] * count,
            "label": "<b>China</b> → Brazil",
            "visits_text": "2 million",
        }
    )
    places = {"CHN": (116.4, 39.9), "BRA": (-47.9, -15.8)}
    return build_flow_map(frame, places, theme=theme).to_json()


@pytest.mark.parametrize("theme", THEMES)
def test_a_deck_is_compact_and_names_no_address_outside(theme):
    said = deck(200, theme)
    assert len(said.encode()) < MOST_BYTES_OF_A_DECK
    assert "://" not in said and "\n" not in said and ": " not in said
    # Unset, Streamlit draws no base map; None would make it fetch one.
    assert json.loads(said)["mapStyle"] == "__MAP_STYLE__" and "mapProvider" not in said
    assert json.loads(said)["layers"][0]["data"] == BOUNDARIES


def test_arcs_cross_the_pacific_and_wider_ones_carry_more():
    layers = {layer["id"]: layer for layer in json.loads(deck())["layers"]}
    there, back = layers["from-east_asia"]["data"][0], layers["from-latin_america"]["data"][0]
    assert there["t"][0] == pytest.approx(312.1) and back["f"][0] == there["t"][0]
    assert there["w"] == pytest.approx(2 * back["w"])
    assert (pacific(139.7), pacific(-47.9)) == (139.7, pytest.approx(312.1))


def test_a_tooltip_is_text_and_never_markup():
    build = build_flow_map(pd.DataFrame(columns=["region", "visits"]), {}, theme="dark")
    tooltip = build._tooltip
    assert "html" not in tooltip and tooltip["text"] == "{label}"
