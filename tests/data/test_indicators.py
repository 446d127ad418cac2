"""The indicators that ship: every one described, covered, within its range and free to be shown."""

from __future__ import annotations

import pandas as pd
import pytest

from data.catalog import load_catalog
from data.store import read_dataset, read_register
from data.store.places import PRECOMPUTED

CATALOG = load_catalog()
WORLD = "WLD"
LARGEST = 1_500_000  # bytes


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    frame = read_dataset("indicators", base=PRECOMPUTED)
    texts = frame.select_dtypes("category").columns
    return frame.astype(dict.fromkeys(texts, str)).assign(year=frame["time_period"].astype(str).astype(int))


def test_every_series_is_described_and_every_description_has_a_series(table):
    assert set(table["indicator"]) == set(CATALOG.indicators)


def test_every_series_covers_the_members_that_the_rule_asks_for(table):
    members = table[table["ref_area"] != WORLD].groupby("indicator")["ref_area"].nunique()
    assert members.min() >= CATALOG.coverage.minimum_members
    assert (members >= 30).sum() > 100


def test_values_keep_the_limits_of_their_description(table):
    span = table.groupby("indicator")["value"].agg(["min", "max"])
    for name, about in CATALOG.indicators.items():
        assert about.minimum is None or span.at[name, "min"] >= about.minimum, name
        assert about.maximum is None or span.at[name, "max"] <= about.maximum, name


def test_years_keep_the_span_and_editions_do_not_run_into_each_other(table):
    assert table["year"].between(*CATALOG.coverage.years).all()
    years = table.groupby("indicator")["year"].agg(["min", "max"])
    assert years.loc["lpi_overall", "max"] == 2018 and years.loc["lpi_overall_2023", "min"] == 2023
    for name, about in CATALOG.indicators.items():
        if about.series.state == "discontinued":
            assert years.at[name, "max"] <= about.series.since, name


def test_every_value_has_a_source_that_its_description_names_and_that_may_be_shown(table):
    tiers = read_register("source", base=PRECOMPUTED).set_index("source_id")["tier"].astype(str)
    for name, sources in table.groupby("indicator")["source"].unique().items():
        assert set(sources) <= set(CATALOG.indicators[name].source), name
        assert all(CATALOG.tiers[tiers[source]].shown for source in sources), name
    assert not set(table["source"]) & {"itu-internet-users", "upu-postal", "wb-infrasap"}


def test_the_dataset_names_exactly_the_sources_of_its_rows(table):
    assert set(CATALOG.datasets["indicators"].origin.sources) == set(table["source"])


@pytest.mark.parametrize(
    ("column", "indicator", "codes"),
    [
        ("sex", "internet_use_by_sex", {"F", "M"}),
        ("sex", "account", {"_T", "F", "M"}),
        ("age", "bought_online", {"_T", "Y15T24", "Y_GE25"}),
        ("urbanisation", "bought_online", {"_T", "U", "R"}),
        ("sex", "human_development", {"_T", "F", "M"}),
    ],
)
def test_breakdowns_of_the_sources_are_kept(table, column, indicator, codes):
    assert set(table.loc[table["indicator"] == indicator, column]) == codes


@pytest.mark.parametrize(
    ("indicator", "area", "year", "value"),
    [
        ("egdi", "KOR", 2024, 0.96789),
        ("egdi", "SGP", 2024, 0.96912),
        ("b2c_index", "VNM", 2020, 61.6),
        ("account", "ARG", 2011, 33.13),
    ],
)
def test_known_values_stand_as_published(table, indicator, area, year, value):
    rows = table[(table["indicator"] == indicator) & (table["ref_area"] == area) & (table["year"] == year)]
    total = rows[(rows[["sex", "age", "urbanisation"]] == "_T").all(axis="columns")]
    assert total["value"].tolist() == [pytest.approx(value)]


def test_the_file_stays_small():
    assert (PRECOMPUTED / CATALOG.datasets["indicators"].file).stat().st_size < LARGEST
