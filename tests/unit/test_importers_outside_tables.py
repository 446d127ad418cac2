"""A heavy outside table is filtered where it lives: one SELECT, few rows, no secret in a message."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.dialects import postgresql

from data.importers.outside_tables import (
    OutsideTable,
    OutsideTableError,
    fetch,
    fetch_crux_classes,
    statement,
)

RANKS = OutsideTable(
    name="country_summary",
    columns={"country": "country_code", "month": "yyyymm", "origin": "origin", "rank": "rank"},
    among={"country": ["id", "mx"]},
    between={"month": (202401, 202412)},
)


@pytest.fixture
def warehouse(tmp_path):
    url = f"sqlite:///{tmp_path / 'warehouse.sqlite'}"
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(
            text(
                "create table country_summary (country_code text, yyyymm integer, origin text, rank integer)"
            )
        )
        connection.execute(
            text("insert into country_summary values (:country, :month, :origin, :rank)"),
            [
                {"country": "id", "month": 202407, "origin": "https://www.tokopedia.com", "rank": 1000},
                {"country": "id", "month": 202407, "origin": "http://tokopedia.com", "rank": 100000},
                {"country": "id", "month": 202301, "origin": "https://www.tokopedia.com", "rank": 5000},
                {"country": "de", "month": 202407, "origin": "https://www.tokopedia.com", "rank": 50000},
                {"country": "mx", "month": 202408, "origin": "https://liverpool.com.mx", "rank": 1000},
                {"country": "mx", "month": 202408, "origin": "https://other.example", "rank": 1000},
            ],
        )
    engine.dispose()
    return url


def test_only_the_filtered_rows_come_home_under_our_names(warehouse):
    frame = fetch(warehouse, RANKS)
    assert list(frame.columns) == ["country", "month", "origin", "rank"]
    assert len(frame) == 4
    assert set(frame["country"]) == {"id", "mx"}


def test_crux_classes_come_as_popularity_rows(warehouse):
    frame = fetch_crux_classes(
        warehouse,
        domains=["tokopedia.com", "liverpool.com.mx"],
        areas=["IDN", "MEX"],
        months=("2024-01", "2024-12"),
        schema=None,
    )
    assert frame[["domain", "ref_area", "time_period", "rank_bucket"]].to_numpy().tolist() == [
        ["tokopedia.com", "IDN", "2024-07", 1000],
        ["liverpool.com.mx", "MEX", "2024-08", 1000],
    ]


def test_no_row_is_an_empty_table_and_no_error(warehouse):
    frame = fetch_crux_classes(
        warehouse, domains=["a.example"], areas=["PER"], months=("2024-01", "2024-12"), schema=None
    )
    assert frame.empty


def test_values_travel_as_parameters():
    sneaky = OutsideTable(name="t", columns={"a": "a"}, among={"a": ["x'); drop table t; --"]})
    sent = str(statement(sneaky, limit=5).compile(dialect=postgresql.dialect()))
    assert "drop table" not in sent
    assert sent.lstrip().upper().startswith("SELECT")


def test_a_filter_on_a_column_that_is_not_read_is_refused():
    with pytest.raises(OutsideTableError, match="'year'"):
        statement(OutsideTable(name="t", columns={"a": "a"}, among={"year": [1]}), limit=5)


def test_a_missing_table_is_named_with_its_place(warehouse):
    with pytest.raises(OutsideTableError, match="table elsewhere"):
        fetch(warehouse, OutsideTable(name="elsewhere", columns={"a": "a"}))


def test_an_unbounded_filter_is_stopped(warehouse):
    with pytest.raises(OutsideTableError, match="more than 2 rows"):
        fetch(warehouse, RANKS, limit=2)


def test_a_password_is_never_repeated():
    with pytest.raises(OutsideTableError) as caught:
        fetch("nonsense://reader:topsecret@host/db", RANKS)
    assert "topsecret" not in str(caught.value)


def test_a_place_that_cannot_be_opened_is_told(tmp_path):
    with pytest.raises(OutsideTableError, match="country_summary"):
        fetch(f"sqlite:///{tmp_path / 'no' / 'folder.sqlite'}", RANKS)
