"""Cutting out of a dataset, summing what leaves only in sums, and counting what exists."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.coverage import coverage
from data.analysis.extract import PeriodError, Wanted, extract, parse_period, summed_by, with_country
from data.analysis.offer import offer_of
from data.catalog import load_catalog

CATALOG = load_catalog()
SHOPS = pd.DataFrame(
    {
        "marketplace_id": ["a", "b", "c"],
        "ref_area": ["CHL", "CHL", "PER"],
        "storefront": ["local", "foreign_used", "local"],
    }
)


def offer(dataset: str):
    return offer_of(CATALOG.datasets[dataset], CATALOG)


@pytest.mark.parametrize(
    ("text", "kind", "bounds"),
    [
        ("2024", "year", ("2024", "2024")),
        ("2019:2024", "year", ("2019", "2024")),
        ("2024", "month", ("2024-01", "2024-12")),
        ("2024-Q4", "month", ("2024-10", "2024-12")),
        ("2019-03:2020", "month", ("2019-03", "2020-12")),
    ],
)
def test_a_period_is_understood(text, kind, bounds):
    assert parse_period(text, kind) == bounds


@given(st.text(max_size=20))
def test_any_other_text_is_no_period(text):
    try:
        first, last = parse_period(text, "month")
    except PeriodError as error:
        assert str(error) == text
    else:
        assert first <= last and len(first) == len(last) == len("2024-01")


def test_sums_leave_out_foreign_sites_and_mark_what_cannot_exist():
    rows = [("a", "BRA", "2024", 5.0), ("b", "CHL", "2024", 7.0), ("c", "BRA", "2024", 0.0)]
    frame = pd.DataFrame(rows, columns=["marketplace_id", "counterpart_area", "time_period", "visits"])
    sums = summed_by(frame, SHOPS, offer("visits_annual_origin")).set_index("ref_area")
    assert sums.loc["CHL", ["visits", "obs_status"]].tolist() == [5.0, "E"]
    assert pd.isna(sums.loc["PER", "visits"]) and sums.loc["PER", "obs_status"] == "M"


def test_what_leaves_in_sums_has_no_marketplace():
    assert list(offer("visits_annual_origin").columns) == [
        "ref_area", "counterpart_area", "time_period", "visits", "obs_status",
    ]  # fmt: skip


def test_the_country_of_a_marketplace_follows_its_code():
    made = offer("visits_monthly")
    assert list(made.columns)[:2] == ["marketplace_id", "ref_area"]
    frame = with_country(pd.DataFrame({"marketplace_id": ["c", "a"]}), SHOPS)
    assert frame["ref_area"].astype(str).tolist() == ["PER", "CHL"]


def test_nothing_wanted_means_everything():
    made = offer("country")
    frame = pd.DataFrame({name: ["x", "y"] for name in made.columns})
    assert extract(frame, made, Wanted()).equals(frame)


def test_coverage_counts_values_and_names_gaps():
    frame = pd.DataFrame(
        {"ref_area": ["CHL", "CHL", "PER"], "time_period": ["2020-01", "2020-02", "2022-01"],
         "visits": [1.0, None, 2.0]}
    )  # fmt: skip
    counts = coverage(frame, ("PER", "CHL", "BRA")).set_index(["ref_area", "year"])["count"]
    assert counts["CHL"].tolist() == [1, 0, 0] and counts["PER"].tolist() == [0, 0, 1]
    assert counts["BRA"].sum() == 0
    assert coverage(pd.DataFrame({"region": ["x"]}), ("PER",)) is None
    assert coverage(frame.assign(visits=None), ("PER",)) is None
