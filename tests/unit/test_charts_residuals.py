"""The chart of held-out figures: both axes logarithmic, one point per figure, its interval, the diagonal."""

from __future__ import annotations

import json

import pandas as pd
import pytest
import vl_convert

from components.charts.residuals import build_residuals_chart, prepare_residuals
from components.charts.theme import THEMES, palette
from components.i18n import Language

LANGUAGES = ("en", "es", "pt")
READ = {
    "label", "place_label", "region", "evidence_class", "held_out", "predicted", "low", "high",
    "held_out_text", "predicted_text", "interval_text", "evidence_text", "factor_text", "named",
}  # fmt: skip


def frame() -> pd.DataFrame:
    rows = pd.DataFrame(
        {
            "label": ["Near", "Far below", "Far above"], "place_label": "Chile",
            "region": ["east_asia", "latin_america", "latin_america"], "evidence_class": ["B", "D", "C"],
            "held_out": [1e6, 5e7, 2e6], "predicted": [1.2e6, 5e5, 9e7], "low": [4e5, 1e4, 3e6],
            "high": [3e6, 4e6, 9e8], "inside": [True, False, False], "log10_error": [0.08, -2.0, 1.65],
        }
    )  # fmt: skip
    texts = {name: "x" for name in READ if name.endswith("_text")}
    return prepare_residuals(rows.assign(**texts))


def labels(language: str) -> dict[str, str]:
    t = Language(language)
    classes = {f"class_{code}": t.code_label("evidence_class", code) for code in "BCD"}
    return dict(t.section("charts")) | dict(t.section("methods.chart")) | classes


def spec(language: str = "en", theme: str = "light") -> dict:
    return build_residuals_chart(language=language, theme=theme, labels=labels(language))


def channels(name: str, theme: str = "light") -> list[dict]:
    return [layer["encoding"][name] for layer in spec(theme=theme)["layer"] if name in layer["encoding"]]


def test_both_axes_are_logarithmic():
    scales = [encoded.get("scale", {}) for name in "xy" for encoded in channels(name)]
    assert {scale["type"] for scale in scales if scale} == {"log"}


def test_a_point_tells_the_name_the_country_and_both_numbers():
    told = {entry["field"] for entry in channels("tooltip")[0]}
    assert {"label", "place_label", "held_out_text", "predicted_text", "interval_text"} <= told


def test_the_diagonal_runs_from_the_smallest_to_the_largest_figure():
    rule = spec()["layer"][0]
    assert {part["op"]: part["field"] for part in rule["transform"][0]["aggregate"]} == {
        "min": "held_out",
        "max": "held_out",
    }
    drawn = rule["encoding"]
    assert (drawn["x"]["field"], drawn["y"]["field"]) == ("start", "start")
    assert (drawn["x2"]["field"], drawn["y2"]["field"]) == ("end", "end")


def test_an_interval_that_misses_the_figure_stands_out():
    shade = channels("opacity")[0]
    assert shade["condition"]["test"] == "datum.inside"
    assert shade["condition"]["value"] < shade["value"]


def test_classes_differ_by_shape_and_regions_by_their_colour():
    assert channels("shape")[0]["scale"]["domain"] == ["B", "C", "D"]
    for theme in THEMES:
        stroke = [
            layer["encoding"]["stroke"]
            for layer in spec(theme=theme)["layer"]
            if "stroke" in layer["encoding"]
        ]
        colors = stroke[0]["scale"]["range"]
        assert colors == [palette(theme).east_asia, palette(theme).latin_america]


def test_the_furthest_are_named_and_not_on_top_of_each_other():
    named = frame().set_index("label")["named"]
    assert named["Far below"] and named["Far above"]
    crowd = pd.concat([frame()] * 5, ignore_index=True)
    assert prepare_residuals(crowd, names=4)["named"].sum() == frame()["named"].sum()
    assert prepare_residuals(frame().head(0)).empty


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", THEMES)
def test_spec_is_made_once_and_carries_no_data(language, theme):
    made = spec(language, theme)
    assert spec(language, theme) is made
    assert not {"data", "title", "description", "datasets"} & set(made)
    assert len(json.dumps(made, separators=(",", ":"), ensure_ascii=False).encode()) <= 6_500


@pytest.mark.parametrize(("language", "theme", "width"), [("en", "light", 900), ("es", "dark", 340)])
def test_it_draws_its_frame_without_a_warning(language, theme, width, capfd):
    rows = frame()
    assert set(rows.columns) >= READ
    drawn = spec(language, theme) | {
        "width": width,
        "data": {"values": json.loads(rows.to_json(orient="records"))},
    }
    svg = vl_convert.vegalite_to_svg(drawn, vl_version="6.4", show_warnings=True, allowed_base_urls=[])
    assert svg.count('aria-roledescription="point"') == len(rows)
    assert "NaN" not in svg
    assert capfd.readouterr().err == ""


def test_a_missing_label_is_named():
    with pytest.raises(KeyError, match="held_out"):
        build_residuals_chart(language="en", theme="light", labels={"marketplace": "x", "place": "y"})
