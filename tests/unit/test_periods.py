"""Claims about months, quarters and years."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis import periods
from tests.unit import frames

YEARS = st.integers(1990, 2090)
MONTHS = st.builds(lambda year, month: f"{year:04d}-{month:02d}", YEARS, st.integers(1, 12))


def test_a_month_lies_in_its_quarter_and_year():
    assert periods.to_period(["2024-07", "2024-12", "2024-01"], "Q") == ["2024-Q3", "2024-Q4", "2024-Q1"]
    assert periods.to_period(["2024-07"], "A") == ["2024"]
    assert periods.to_period(["2024-07"], "M") == ["2024-07"]


@given(MONTHS, st.sampled_from(["M", "Q", "A"]))
def test_the_months_of_a_period_lead_back_to_it(month, freq):
    period = periods.period_of(month, freq)
    months = periods.months_of(period)
    assert month in months
    assert len(months) == {"M": 1, "Q": 3, "A": 12}[freq]
    assert set(periods.to_period(months, freq)) == {period}
    assert periods.freq_of(period) == freq


@given(MONTHS, st.integers(0, 40))
def test_months_between_counts_both_ends(month, distance):
    run = periods.months_between(month, "2100-12")[: distance + 1]
    assert periods.months_between(run[0], run[-1]) == run
    assert sorted(set(run)) == run


def test_months_between_is_empty_backwards_and_crosses_years():
    assert periods.months_between("2024-02", "2024-01") == []
    assert periods.months_between("2023-11", "2024-02") == ["2023-11", "2023-12", "2024-01", "2024-02"]


@pytest.mark.parametrize("text", ["2024-13", "2024-7", "24-07", "2024-Q5", "", "2024-07-01"])
def test_text_that_is_no_period_is_refused_with_what_was_expected(text):
    with pytest.raises(ValueError, match="expected"):
        periods.period_of(text, "Q")
    with pytest.raises(ValueError, match="expected"):
        periods.freq_of(text)


def test_an_unknown_frequency_is_refused():
    with pytest.raises(ValueError, match="M, Q or A"):
        periods.period_of("2024-07", "W")


def test_the_year_before_keeps_month_and_quarter():
    assert [periods.year_before(p) for p in ("2024-07", "2024-Q3", "2024")] == ["2023-07", "2023-Q3", "2023"]


def test_the_last_complete_months_skip_months_without_values():
    monthly = frames.monthly()
    late = monthly["time_period"].astype(object) >= "2021-11"
    monthly.loc[late, "visits"] = float("nan")
    months = periods.last_complete_months(monthly)
    assert (months[0], months[-1], len(months)) == ("2020-11", "2021-10", 12)
    assert periods.window_name(months) == "2020-11/2021-10"


def test_a_gap_ends_the_run_of_complete_months():
    monthly = frames.monthly()
    monthly.loc[monthly["time_period"] == "2021-06", "visits"] = float("nan")
    assert periods.last_complete_months(monthly)[0] == "2021-07"


def test_without_values_there_are_no_complete_months():
    assert periods.last_complete_months(frames.monthly().assign(visits=float("nan"))) == []


def test_the_span_is_that_of_the_rows_not_of_the_labels():
    monthly = frames.monthly()
    rows = monthly[monthly["time_period"].astype(object) < "2020-03"]
    assert periods.span_of(rows) == ("2019-01", "2020-02")
    with pytest.raises(ValueError, match="no month"):
        periods.span_of(rows.iloc[:0])
