"""Each chart builder gives one small, complete spec per language and theme, which its frame can fill."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import vl_convert

from components.charts.quantities import KINDS
from components.charts.theme import THEMES, palette
from components.charts.timeseries import build_timeseries_chart
from tests.unit.chart_cases import Case, cases

CASES = cases()
LANGUAGES = ("en", "es", "pt")
MAX_BYTES = 6_500
BOUNDARIES = Path(__file__).resolve().parents[2] / "static" / "boundaries"
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def nodes(node):
    if isinstance(node, dict):
        yield node
        for child in node.values():
            yield from nodes(child)
    elif isinstance(node, list):
        for child in node:
            yield from nodes(child)


@every_case
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", THEMES)
def test_spec_is_made_once_and_carries_no_data_title_or_description(case: Case, language, theme):
    spec = case.spec(language, theme)
    assert case.spec(language, theme) is spec
    assert not {"data", "title", "description", "datasets"} & set(spec)
    assert not any(
        "values" in node.get("data", {}) for node in nodes(spec) if isinstance(node.get("data"), dict)
    )
    assert len(json.dumps(spec, separators=(",", ":"), ensure_ascii=False).encode()) <= MAX_BYTES
    assert spec["width"] == "container"
    assert spec["config"]["background"] == palette(theme).background


@every_case
def test_languages_and_themes_differ(case: Case):
    specs = [json.dumps(case.spec(language, theme)) for language in LANGUAGES for theme in THEMES]
    assert len(set(specs)) == 6


@every_case
def test_frame_has_every_column_the_spec_reads(case: Case):
    spec = case.spec()
    made = {key for node in nodes(spec) for key in re.findall(r'"as": "?\[?"?(\w+)', json.dumps(node))}
    read = {
        node["field"]
        for node in nodes(spec)
        if isinstance(node.get("field"), str) and ("type" in node or "title" in node)
    }
    assert read - made - set(case.frame.columns) - {"geometry"} == set()


@every_case
@pytest.mark.parametrize(("language", "theme", "width"), [("en", "light", 900), ("es", "dark", 340)])
def test_spec_draws_its_frame_without_a_warning(case: Case, language, theme, width, capfd):
    svg = draw(case, language, theme, width)
    assert svg.startswith("<svg")
    assert "NaN" not in svg
    assert capfd.readouterr().err == ""


def draw(case: Case, language: str, theme: str, width: int) -> str:
    spec = inlined(case.spec(language, theme))
    spec |= {"width": width, "data": {"values": json.loads(case.frame.to_json(orient="records"))}}
    return vl_convert.vegalite_to_svg(spec, vl_version="6.4", show_warnings=True, allowed_base_urls=[])


def inlined(node):
    if isinstance(node, list):
        return [inlined(child) for child in node]
    if not isinstance(node, dict):
        return node
    if "url" in node:
        return {
            "values": json.loads((BOUNDARIES / Path(node["url"]).name).read_text(encoding="utf-8"))[
                "features"
            ]
        }
    return {key: inlined(child) for key, child in node.items()}


def test_numbers_are_written_as_the_reader_writes_them():
    case = next(case for case in CASES if case.name == "lines-amount")
    frame = case.frame.assign(value=case.frame["value"] * 1e8, value_low=None, value_high=None, label_y=None)
    large = Case(case.name, case.build, frame, case.options)
    assert ">2B<" in draw(large, "en", "light", 900) or ">1B<" in draw(large, "en", "light", 900)
    assert "mil\u00a0M<" in draw(large, "es", "light", 900)
    assert "\u00a0bi<" in draw(large, "pt", "light", 900)


def test_periods_are_read_in_utc_as_written():
    quarters = next(case for case in CASES if case.name == "lines-Q")
    assert ">Q4<" in draw(quarters, "en", "light", 900)
    assert ">T4<" in draw(quarters, "es", "light", 900)
    months = draw(next(case for case in CASES if case.name == "lines-amount"), "pt", "light", 900)
    assert ">2025<" in months
    assert months.count(">dez.<") == 1


def test_map_joins_our_own_boundaries_and_lets_countries_be_clicked():
    spec = next(case for case in CASES if case.name == "map-both-share").spec()
    urls = {node["url"] for node in nodes(spec) if "url" in node}
    assert urls == {
        f"app/static/boundaries/{name}.geojson" for name in ("world", "east_asia", "latin_america")
    }
    country = next(param for param in spec["params"] if param["name"] == "country")
    assert country["select"]["fields"] == ["ref_area"]
    assert country["select"]["toggle"] == "true"


def test_missing_not_applicable_withheld_and_zero_look_different():
    case = next(case for case in CASES if case.name == "map-east_asia-amount")
    signs = next(
        node["scale"]
        for node in nodes(case.spec())
        if set(node.get("scale", {}).get("domain", [])) == set("OMQZ")
    )
    assert len(set(signs["range"])) == 4
    svg = draw(case, "en", "light", 900)
    for word in ("No data", "Not applicable", "Withheld", "Zero"):
        assert f">{word}<" in svg
    assert "linearGradient" in svg  # the hatch


def test_estimates_are_thin_and_dashed_and_measurements_solid():
    spec = next(case for case in CASES if case.name == "lines-amount").spec()
    lines = [layer["mark"] for layer in spec["layer"] if layer["mark"]["type"] == "line"]
    assert ["strokeDash" in mark for mark in lines] == [True, False]
    assert lines[0]["strokeWidth"] < lines[1]["strokeWidth"]


@pytest.mark.parametrize("kind", KINDS)
def test_amounts_start_at_zero_and_indices_do_not(kind):
    spec = next(case for case in CASES if case.name == f"lines-{kind}").spec()
    assert spec["encoding"]["y"]["scale"]["zero"] is (kind in ("amount", "rate", "share"))


def test_a_missing_label_is_named():
    with pytest.raises(KeyError, match="expected charts.period, got none"):
        build_timeseries_chart(language="en", theme="light", labels={"series": "Series"})
