"""Published internet use by age: percentages, ordered ages, web sources, member countries, no row twice."""

from __future__ import annotations

import pandas as pd
import pytest

from data.importers.areas import REGISTERS

COLUMNS = [
    "ref_area", "time_period", "age_from", "age_to", "value",
    "measure", "producer", "source_url", "note", "verification",
]  # fmt: skip
KEY = ["ref_area", "time_period", "age_from", "age_to", "measure", "producer"]


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    return pd.read_csv(REGISTERS / "internet_use_by_age.csv", dtype={"time_period": str})


def test_columns_and_no_gaps(rows):
    assert list(rows.columns) == COLUMNS
    assert not rows.drop(columns="age_to").isna().any(axis=None)


def test_values_are_percentages(rows):
    assert rows["value"].between(0, 100).all()
    assert set(rows["measure"]) <= {"internet_use", "share_of_users"}


def test_ages_are_ordered(rows):
    closed = rows.dropna(subset="age_to")
    assert rows["age_from"].between(0, 100).all()
    assert (closed["age_from"] <= closed["age_to"]).all()


def test_periods_lie_in_2015_to_2025(rows):
    assert rows["time_period"].str.fullmatch(r"\d{4}(-Q[1-4])?").all()
    assert rows["time_period"].str[:4].astype(int).between(2015, 2025).all()


def test_sources_are_web_addresses_and_read(rows):
    assert rows["source_url"].str.fullmatch(r"https?://[^\s/]+\.[^\s]+").all()
    assert (rows["verification"] == "sourced").all()


def test_countries_are_members(rows):
    members = pd.read_csv(REGISTERS / "countries.csv", keep_default_na=False)["ref_area"]
    assert set(rows["ref_area"]) <= set(members)


def test_no_row_twice(rows):
    assert not rows.duplicated(KEY).any()
