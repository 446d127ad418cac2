"""The pictures of one topic draw every frame they are given, in every language and theme."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from components.charts.maps import build_region_map
from components.charts.regulation.topic import (
    build_adoption_chart,
    build_numbers_chart,
    build_timeline_chart,
    prepare_classes_map,
    standing_shades,
    stricter_shades,
)
from components.charts.theme import THEMES, palette
from tests.unit.chart_cases import Case
from tests.unit.test_charts_builders import MAX_BYTES, draw, nodes

REGIONS = ("east_asia", "latin_america")


def numbers() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "label": ["Chile", "Japan", "Peru", "Thailand"], "value": [500.0, 65.0, 20.0, 0.0],
            "value_text": ["500 USD (duty only)", "65 USD", "20 USD · Draft", "0 USD"],
            "region": [*REGIONS[::-1], *REGIONS[::-1]], "firmness": ["limited", "firm", "loose", "firm"],
            "country_label": "x", "instrument_text": "Act", "status_text": "In force",
            "trust_text": "Sourced",
        }
    )  # fmt: skip


def adoption() -> pd.DataFrame:
    rows = [
        {
            "year": year, "region": region, "countries": at + step, "joined_text": "Chile" if step else "",
            "region_label": region, "share_text": "1 of 16", "end_label": "1 of 16" if year == 2002 else "",
        }
        for step, year in enumerate((2000, 2001, 2002))
        for at, region in enumerate(REGIONS)
    ]  # fmt: skip
    return pd.DataFrame(rows)


def timeline() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "label": ["Chile · 2022", "Japan · 2019"], "year": [2022, 2019], "region": [*REGIONS[::-1]],
            "firm": [True, False], "country_label": "x", "instrument_text": "Digital agenda",
            "status_text": "In force", "trust_text": "Sourced",
        }
    )  # fmt: skip


CASES = (
    Case("numbers", build_numbers_chart, numbers(), {"rows": 4}),
    Case("adoption", build_adoption_chart, adoption()),
    Case("timeline", build_timeline_chart, timeline(), {"rows": 2}),
)
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@every_case
@pytest.mark.parametrize("theme", THEMES)
def test_a_spec_is_made_once_is_small_and_carries_no_data(case: Case, theme):
    spec = case.spec("es", theme)
    assert case.spec("es", theme) is spec
    assert not {"data", "title", "datasets"} & set(spec)
    assert len(json.dumps(spec, separators=(",", ":"), ensure_ascii=False).encode()) <= MAX_BYTES


@every_case
def test_a_frame_has_every_column_the_spec_reads(case: Case):
    read = {node["field"] for node in nodes(case.spec()) if isinstance(node.get("field"), str)}
    assert read - set(case.frame.columns) == set()


@every_case
@pytest.mark.parametrize(("language", "theme", "width"), [("en", "light", 900), ("pt", "dark", 340)])
def test_a_spec_draws_its_frame_without_a_warning(case: Case, language, theme, width, capfd):
    svg = draw(case, language, theme, width)
    assert svg.startswith("<svg") and "NaN" not in svg
    assert capfd.readouterr().err == ""


def test_a_number_that_does_not_simply_hold_is_hollow_and_a_doubtful_one_dashed():
    bars = build_numbers_chart(language="en", theme="light", labels=_labels(), rows=4)["layer"][0]["encoding"]
    assert bars["fillOpacity"]["value"] < bars["fillOpacity"]["condition"]["value"] == 1
    assert "loose" in bars["strokeDash"]["condition"]["test"]


def _labels() -> dict[str, str]:
    names = ("country", "value", "instrument", "status", "trust", "year", *REGIONS)
    return {name: name for name in names}


def places(codes: list[str | None]) -> pd.DataFrame:
    areas = ["THA", "VNM", "MNG", "SGP"]
    return pd.DataFrame(
        {
            "ref_area": areas, "label": areas, "lon": 100.0, "lat": 13.0, "selected": False,
            "doubtful": False, "small": [area == "SGP" for area in areas], "code": codes,
            "value_text": "x", "status_text": "x", "obs_status": ["A" if code else "O" for code in codes],
        }
    )  # fmt: skip


def test_classes_of_a_map_keep_their_order_and_the_unknown_have_none():
    names = [("free", "Free flow"), ("conditional", "Under conditions"), ("localisation", "Localisation")]
    made = prepare_classes_map(places(["localisation", None, "free", "conditional"]), names)
    by_area = made.dropna(subset=["ref_area"]).set_index("ref_area")
    assert by_area["class_label"].to_dict() == {
        "THA": "Localisation", "MNG": "Free flow", "VNM": "Free flow", "SGP": "Under conditions"
    }  # fmt: skip
    assert by_area["class_index"].isna().to_dict()["VNM"] and by_area["value"].isna()["VNM"]
    assert (by_area["value"].dropna() > 0).all(), "zero has a sign of its own"
    keys = made[made["ref_area"].isna()]
    assert keys["class_label"].tolist() == [word for _, word in names]


def test_a_map_of_classes_takes_its_colours_and_names_only_the_signs_that_can_occur():
    shades = stricter_shades(3, "light")
    labels = {"country": "c", "value": "v", "status": "s", "gap_missing": "Not known"}
    labels |= {"gap_not_applicable": "a", "gap_withheld": "w", "gap_zero": "z"}
    spec = build_region_map(
        region="both", language="en", theme="light", labels=labels, shades=shades, doubtful=True, signs=("O",)
    )
    assert any(node.get("range") == list(shades) for node in nodes(spec))
    assert any(node.get("values") == ["O"] for node in nodes(spec))
    assert "datum.doubtful" in json.dumps(spec)
    usual = build_region_map(region="both", language="en", theme="light", labels=labels)
    assert "doubtful" not in json.dumps(usual)


@pytest.mark.parametrize("theme", THEMES)
def test_standings_have_four_colours_as_in_the_matrix(theme):
    shades = standing_shades(("in_force", "partially_in_force", "draft", "none"), theme)
    assert len(set(shades)) == 4 and shades[0] == palette(theme).goods
    assert all(len(shade) == 7 and shade.startswith("#") for shade in shades)
