"""Claims about the value taken per country and about a country's place among the others."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.analysis.correlation.panel import Panel, Series, default_series, panel
from data.analysis.correlation.positions import extremes, positions

REGION = {"JPN": "east_asia", "CHN": "east_asia", "BRA": "latin_america", "PER": "latin_america"}


def rows(*given) -> pd.DataFrame:
    """(ref_area, indicator, year, value[, sex]) as the table of indicators."""
    found = [(*row, "_T")[:5] for row in given]
    frame = pd.DataFrame(found, columns=["ref_area", "indicator", "time_period", "value", "sex"])
    frame = frame.assign(age="_T", urbanisation="_T", value=frame["value"].astype(float))
    return frame.astype({name: "category" for name in ("ref_area", "indicator", "time_period", "sex")})


TABLE = rows(
    ("BRA", "use", "2020", 70), ("BRA", "use", "2023", 80), ("JPN", "use", "2021", 90),
    ("JPN", "use", "2023", None), ("WLD", "use", "2023", 65), ("BRA", "use", "2023", 81, "F"),
    ("JPN", "people", "2024", 120), ("JPN", "people", "2035", 100),
)  # fmt: skip


def test_the_latest_value_counts_and_its_year_is_kept():
    found = panel(TABLE, ["JPN", "BRA", "PER"])
    values, years = found.column(Series("use"))
    np.testing.assert_array_equal(values, [90, 80, np.nan])
    np.testing.assert_array_equal(years, [2021, 2023, np.nan])


def test_a_given_year_is_that_year_alone():
    values, years = panel(TABLE, ["JPN", "BRA"], year=2023).column(Series("use"))
    np.testing.assert_array_equal(values, [np.nan, 80])
    np.testing.assert_array_equal(years, [np.nan, 2023])


def test_projections_beyond_the_end_are_not_the_latest():
    values, years = panel(TABLE, ["JPN"], until=2025).column(Series("people"))
    assert (values[0], years[0]) == (120, 2024)


def test_breakdowns_are_series_of_their_own():
    found = panel(TABLE, ["BRA"])
    assert found.series == (Series("people"), Series("use", "F"), Series("use"))
    assert found.column(Series("use", "F"))[0][0] == 81
    assert np.isnan(found.column(Series("use", "M"))[0]).all()


def test_some_countries_and_some_series():
    found = panel(TABLE, ["JPN", "BRA"]).only(["BRA"]).of([Series("use"), Series("unknown")])
    assert found.areas == ("BRA",)
    np.testing.assert_array_equal(found.values, [[80, np.nan]])


def test_the_total_stands_for_an_indicator_else_its_first_breakdown():
    found = default_series([Series("use", "F"), Series("use"), Series("sex", "M"), Series("sex", "F")])
    assert found == {"use": Series("use"), "sex": Series("sex", "F")}


@settings(deadline=None)
@given(st.permutations(range(len(TABLE))))
def test_the_order_of_rows_does_not_matter(order):
    there, back = panel(TABLE, ["JPN", "BRA"]), panel(TABLE.iloc[list(order)], ["JPN", "BRA"])
    assert there.series == back.series
    np.testing.assert_array_equal(there.values, back.values)
    np.testing.assert_array_equal(there.years, back.years)


def square(values) -> Panel:
    values = np.asarray(values, dtype=float)
    series = tuple(Series(name) for name in "abcdef"[: values.shape[1]])
    return Panel(tuple(REGION), series, values, np.where(np.isfinite(values), 2024.0, np.nan))


def test_a_place_counts_the_countries_left_behind():
    found = positions(square([[4, 4], [3, 3], [1, np.nan], [2, 1]]), {"b": "lower_is_better"}, REGION)
    first = found[found["indicator"] == "a"].set_index("ref_area")
    assert first.loc["JPN", ["rank", "place", "n"]].tolist() == [1, 1.0, 4]
    assert first.loc["BRA", ["rank", "place"]].tolist() == [4, 0.0]
    assert first.loc["CHN", "region_median"] == 3.5 and first.loc["BRA", "region_median"] == 1.5
    second = found[found["indicator"] == "b"].set_index("ref_area")
    assert second.loc["PER", ["rank", "place", "n"]].tolist() == [1, 1.0, 3]
    assert second.loc["JPN", ["rank", "place"]].tolist() == [3, 0.0]
    assert "BRA" not in second.index


def test_equal_values_share_the_better_rank_and_the_middle_place():
    found = positions(square([[2], [2], [1], [3]]), {}, REGION).set_index("ref_area")
    assert found.loc["JPN", "rank"] == found.loc["CHN", "rank"] == 2
    assert found.loc["JPN", "place"] == pytest.approx(0.5)


def many(value_of_first: list[float]) -> pd.DataFrame:
    areas = tuple(f"A{i:02}" for i in range(12))
    values = np.array([[first, *range(1, 12)] for first in value_of_first], dtype=float).T
    series = tuple(Series(name) for name in "abcdefgh"[: values.shape[1]])
    found = Panel(areas, series, values, np.full(values.shape, 2024.0))
    return positions(found, {name: "higher_is_better" for name in "abcdefg"}, dict.fromkeys(areas, "r"))


def test_the_strongest_and_the_weakest_do_not_overlap_and_obey_the_direction():
    directions = {"a": "higher_is_better", "b": "neutral", "c": "lower_is_better", "d": "higher_is_better"}
    areas = tuple(f"A{i:02}" for i in range(12))
    values = np.column_stack([[v, *range(1, 12)] for v in (20, 20, 20, 0)]).astype(float)
    found = Panel(areas, tuple(Series(n) for n in "abcd"), values, np.full(values.shape, 2024.0))
    table = positions(found, directions, dict.fromkeys(areas, "r"))
    strong, weak = extremes(table, "A00", directions)
    assert strong["indicator"].tolist() == ["a"]
    assert weak["indicator"].tolist() == ["c", "d"]


def test_at_most_as_many_as_asked_for_best_first():
    directions = {name: "higher_is_better" for name in "abcdefg"}
    strong, weak = extremes(many([7.5, 20, 9.5, 20, 8.5, 10.5, 11.5]), "A00", directions)
    assert len(strong) == 5 and strong["place"].is_monotonic_decreasing and weak.empty


def test_too_few_countries_are_no_ranking():
    strong, weak = extremes(
        positions(square([[4], [3], [1], [2]]), {"a": "higher_is_better"}, REGION), "JPN",
        {"a": "higher_is_better"},
    )  # fmt: skip
    assert strong.empty and weak.empty
