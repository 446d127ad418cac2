"""The grid of what exists: a cell per country and year, shaded by the number of values, blank without any."""

from __future__ import annotations

import json

import pandas as pd
import pytest
import vl_convert

from components.charts.coverage import build_coverage_chart
from components.charts.theme import THEMES, palette
from components.i18n import Language

LANGUAGES = ("en", "es", "pt")


def labels(language: str) -> dict[str, str]:
    t = Language(language)
    return dict(t.section("charts")) | {"values": t("data_catalogue.coverage.count")}


def spec(language: str = "en", theme: str = "light", rows: int = 3) -> dict:
    return build_coverage_chart(language=language, theme=theme, labels=labels(language), rows=rows)


def frame(years: int = 3) -> pd.DataFrame:
    rows = [(name, str(2000 + year), year) for name in ("Chile", "Japan", "Peru") for year in range(years)]
    counts = pd.DataFrame(rows, columns=["country_label", "year", "count"])
    return counts.assign(count_text=counts["count"].astype(str))


@pytest.mark.parametrize("theme", THEMES)
def test_a_cell_without_values_has_the_colour_of_empty_land(theme):
    color = spec(theme=theme)["encoding"]["color"]
    assert color["value"] == palette(theme).land
    assert color["condition"]["test"] == "datum.count>0"


def test_countries_and_years_keep_the_order_of_the_frame():
    encoding = spec()["encoding"]
    assert encoding["x"]["sort"] is None and encoding["y"]["sort"] is None
    assert {tip["field"] for tip in encoding["tooltip"]} == {"country_label", "year", "count_text"}


def test_more_countries_make_a_taller_chart():
    assert spec(rows=36)["height"] > spec(rows=3)["height"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", THEMES)
def test_spec_is_made_once_and_carries_no_data(language, theme):
    made = spec(language, theme)
    assert spec(language, theme) is made
    assert not {"data", "title", "description", "datasets"} & set(made)


@pytest.mark.parametrize(("width", "years"), [(900, 7), (340, 26)])
def test_it_draws_its_frame_without_a_warning(width, years, capfd):
    rows = frame(years)
    drawn = spec() | {"width": width, "data": {"values": json.loads(rows.to_json(orient="records"))}}
    svg = vl_convert.vegalite_to_svg(drawn, vl_version="6.4", show_warnings=True, allowed_base_urls=[])
    assert svg.count('aria-roledescription="rect mark"') == len(rows)
    assert "NaN" not in svg
    assert capfd.readouterr().err == ""


def test_a_missing_label_is_named():
    with pytest.raises(KeyError, match="year"):
        build_coverage_chart(language="en", theme="light", labels={"country": "x"}, rows=1)
