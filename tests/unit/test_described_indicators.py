"""Derive refuses a table of indicators that contradicts its descriptions, and says in what."""

from __future__ import annotations

import pandas as pd
import pytest

from data.build.base_tables import read_base
from data.build.described_indicators import check_described
from data.catalog import load_catalog
from data.catalog.loading import PROJECT
from data.importers.problem import ImportProblem

CATALOG = load_catalog()


@pytest.fixture(scope="module")
def sources() -> pd.DataFrame:
    return pd.read_csv(PROJECT / "data/registers/sources.csv", dtype=str)


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return read_base("indicators")


def told(frame: pd.DataFrame, sources: pd.DataFrame) -> str:
    with pytest.raises(ImportProblem) as caught:
        check_described(frame, sources, CATALOG)
    assert "data/precomputed/base/indicators.parquet" in str(caught.value)
    return str(caught.value)


def first_of(table: pd.DataFrame, indicator: str) -> int:
    return int(table.index[table["indicator"] == indicator][0])


def test_the_committed_table_keeps_its_descriptions(table, sources):
    check_described(table, sources, CATALOG)


def test_a_series_without_description_is_refused(table, sources):
    row = table.iloc[[0]].assign(indicator="clicks")
    assert "none of 'clicks'" in told(pd.concat([table, row]), sources)


def test_a_description_without_rows_is_refused(table, sources):
    message = told(table[table["indicator"] != "egdi"], sources)
    assert "rows of 'egdi', which config/indicators/government_online.yml describes" in message


def test_a_value_outside_its_range_is_refused(table, sources):
    spoiled = table.copy()
    spoiled.loc[first_of(table, "account"), "value"] = 101.0
    assert "account between 0 and 100 (see config/indicators/payments.yml)" in told(spoiled, sources)


def test_a_year_in_the_future_is_refused(table, sources):
    spoiled = table.copy()
    spoiled.loc[first_of(table, "account"), "time_period"] = "2031"
    assert "2031, a year in the future" in told(spoiled, sources)


def test_a_source_that_the_description_does_not_name_is_refused(table, sources):
    spoiled = table.copy()
    spoiled.loc[first_of(table, "account"), "source"] = "wb-findex-2017"
    assert "expected account from wb-findex-2025, found 'wb-findex-2017'" in told(spoiled, sources)


@pytest.mark.parametrize("source", ["itu-internet-users", "nowhere"])
def test_what_may_not_be_shown_is_refused(table, sources, source):
    spoiled = table.copy()
    spoiled.loc[0, "source"] = source
    assert f"{source!r} (tier" in told(spoiled, sources)


def test_a_series_of_too_few_members_is_refused(table, sources):
    few = ~((table["indicator"] == "egdi") & (table["ref_area"] > "CHL"))
    assert "egdi for at least 10 members (see config/coverage.yml)" in told(table[few], sources)
