"""What is done to a frame before it is drawn: classes of a map, colours and labels of lines, sparklines."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.classes import class_limits, class_of, class_texts
from components.charts.d3_locale import d3_locale, short_suffixes
from components.charts.landscape import prepare_landscape
from components.charts.maps import prepare_map
from components.charts.series import MAX_LINES, prepare_series
from components.charts.sparkline import sparkline_svg
from components.charts.theme import COUNTRY_COLORS, palette, region_color
from tests.unit.chart_cases import map_frame, series_frame, with_published

amounts = st.lists(st.floats(0, 1e12, allow_subnormal=False), max_size=40)


@given(amounts)
def test_limits_rise_and_every_class_is_used_or_between_used_ones(values):
    limits = class_limits(values, "amount")
    assert list(limits) == sorted(set(limits))
    assert len(limits) <= 4
    assert all(min(values) < limit <= max(values) for limit in limits)
    assert all(0 <= class_of(value, limits) <= len(limits) for value in values)


def test_limits_are_numbers_a_reader_can_remember():
    limits = class_limits([130, 480, 2_900, 41_000, 777_777, 5_100_000], "amount")
    assert all(float(f"{limit:.2g}") == limit for limit in limits)
    assert class_texts((1e6, 2.5e9), "amount", "en") == ("< 1M", "1M\u20132.5B", "\u2265 2.5B")
    assert class_texts((1e6,), "amount", "pt") == ("< 1\u00a0mi", "\u2265 1\u00a0mi")
    assert class_texts((), "amount", "en") == ()


def test_changes_and_indices_are_classed_around_their_base():
    assert [class_of(value, class_limits([], "change")) for value in (-0.5, 0.0, 0.5)] == [0, 2, 4]
    assert [class_of(value, class_limits([], "index")) for value in (10, 100, 300)] == [0, 2, 4]


@pytest.mark.parametrize("value", [None, math.nan, math.inf])
def test_no_value_has_no_class(value):
    assert class_of(value, (1.0,)) is None


def test_map_key_shows_all_classes_and_small_states_lie_on_top():
    drawn = prepare_map(map_frame(), kind="change", language="en")
    keys = drawn[drawn["ref_area"].isna()]
    assert keys["class_index"].tolist() == [0, 1, 2, 3, 4]
    members = drawn[drawn["ref_area"].notna()]
    assert members["ref_area"].iloc[-1] == "SGP"
    assert members.loc[members["value"].isna(), "class_index"].isna().all()
    assert drawn["class_label"].notna().all()


def test_map_without_any_value_can_be_drawn():
    drawn = prepare_map(map_frame().assign(value=float("nan")), kind="amount", language="es")
    assert drawn["class_index"].dropna().tolist() == [0]


def test_up_to_seven_lines_have_colours_and_more_step_back():
    few = prepare_series(series_frame(["CHN", "JPN"], ["2024", "2025"]), theme="light")
    assert not few["faded"].any()
    assert set(few["color"]) == {COUNTRY_COLORS["CHN"], COUNTRY_COLORS["JPN"]}
    many = prepare_series(series_frame([f"m{i}" for i in range(20)], ["2024", "2025"]), theme="dark")
    shown = many.loc[~many["faded"], "series_id"].unique()
    assert list(shown) == ["m1"]  # the only highlighted one
    assert set(many.loc[many["faded"], "color"]) == {palette("dark").grey}
    assert many["faded"].is_monotonic_decreasing  # grey lines lie below


def test_without_highlights_the_largest_seven_are_shown():
    frame = series_frame([f"m{i:02}" for i in range(20)], ["2024", "2025"]).assign(highlighted=False)
    shown = prepare_series(frame, theme="light").query("not faded")
    assert sorted(shown["series_id"].unique()) == [f"m{i}" for i in range(13, 20)]
    assert shown["color"].nunique() == MAX_LINES


def test_regions_keep_their_colour():
    drawn = prepare_series(series_frame(["east_asia", "latin_america"], ["2024", "2025"]), theme="dark")
    colors = drawn.groupby("series_id")["color"].first()
    assert colors["east_asia"] == region_color("east_asia", "dark")
    assert colors["latin_america"] == region_color("latin_america", "dark")


def test_more_than_three_bands_are_kept_only_where_highlighted():
    drawn = prepare_series(series_frame(list("abcd"), ["2024", "2025"]), theme="light")
    assert drawn.loc[drawn["banded"], "series_id"].unique().tolist() == ["b"]
    assert drawn.loc[~drawn["banded"], ["value_low", "value_high"]].isna().all(axis=None)


def test_a_single_period_keeps_every_interval():
    drawn = prepare_series(series_frame(list("abcde"), ["2024"]), theme="light")
    assert drawn["value_low"].notna().all()


def test_end_labels_stand_once_per_line_and_do_not_overlap():
    frame = series_frame(list("abcdefg"), ["2024", "2025"]).assign(value=1_000_000.0)
    drawn = prepare_series(frame, theme="light", height=400)
    ends = drawn[drawn["end_label"].notna()]
    assert ends["end_label"].tolist() == list("abcdefg")
    places = sorted(ends["label_y"])
    pixels = 400 / 1_000_000
    assert min(b - a for a, b in zip(places, places[1:], strict=False)) * pixels >= 14


def test_published_points_are_not_lines():
    drawn = prepare_series(with_published(series_frame(["CHN"], ["2024", "2025"])), theme="light")
    points = drawn[drawn["kind"] == "published"]
    assert not points["banded"].any() and points["end_label"].isna().all()
    assert points["color"].tolist() == [COUNTRY_COLORS["CHN"]]


def test_a_frame_without_values_or_rows_is_no_fault():
    frame = series_frame(["CHN"], ["2024"])
    assert prepare_series(frame.assign(value=float("nan")), theme="light")["end_label"].isna().all()
    assert prepare_series(frame.iloc[:0], theme="light").empty


def test_landscape_names_the_selected_and_large_ones_apart_from_each_other():
    frame = pd.DataFrame(
        {"age_years": [10, 10, 10, 2], "value": [1e6, 9e5, 1e3, 0], "selected": [False, True, False, False]}
    )
    assert prepare_landscape(frame)["named"].tolist() == [False, True, True, False]
    assert not prepare_landscape(frame.assign(value=0)).get("named").any()


@given(st.lists(st.one_of(st.none(), st.floats(0, 1e12)), max_size=90))
def test_sparkline_is_a_picture_within_its_box(values):
    drawn = sparkline_svg(values, color="#0072b2", width=96, height=24)
    if all(value is None for value in values):
        assert drawn == ""
        return
    root = ET.fromstring(drawn)
    path = root[0].attrib["d"].replace("M", " ").replace("L", " ").split()
    assert all(0 <= float(x) <= 96 for x in path[::2])
    assert all(0 <= float(y) <= 24 for y in path[1::2])


def test_a_missing_month_breaks_the_sparkline():
    assert sparkline_svg([1, None, 2, 3], color="#000000").count("M") == 2


def test_numbers_and_months_follow_the_language():
    assert d3_locale("en")["number"]["decimal"] == "."
    assert d3_locale("es")["number"]["decimal"] == ","
    assert d3_locale("pt")["time"]["shortMonths"][0] == "jan."
    assert d3_locale("es")["time"]["days"][0] == "domingo"
    assert [word for _, word in short_suffixes("es")] == ["\u00a0mil\u00a0M", "\u00a0M", "\u00a0mil"]
