"""Writing is repeatable to the byte, appears whole or not at all, and refuses what breaks a description."""

from __future__ import annotations

import pytest

from data.store import StoreError, write_parquet, write_sqlite
from tests.unit.store_files import CATALOG, SEASONALITY, build, seasonality, sources


def test_the_same_data_gives_the_same_bytes_whatever_the_order_of_rows_and_columns(tmp_path):
    build(tmp_path)
    shuffled = seasonality().sample(frac=1, random_state=7)[["ratio", "domains", "month", "region"]]
    write_parquet(shuffled, tmp_path / "again.parquet", SEASONALITY)
    write_sqlite({"source": sources().iloc[::-1]}, tmp_path / "again.sqlite")
    assert (tmp_path / "again.parquet").read_bytes() == (tmp_path / "seasonality.parquet").read_bytes()
    assert (tmp_path / "again.sqlite").read_bytes() == (tmp_path / "explorer.sqlite").read_bytes()


def test_building_twice_gives_the_same_manifest(tmp_path):
    first, second = build(tmp_path / "first"), build(tmp_path / "second")
    assert (first / "MANIFEST.json").read_bytes() == (second / "MANIFEST.json").read_bytes()


def test_nothing_is_left_behind_beside_the_files(tmp_path):
    assert sorted(path.name for path in build(tmp_path).iterdir()) == [
        "MANIFEST.json",
        "explorer.sqlite",
        "seasonality.parquet",
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"region": "africa"},
            "region: expected one of east_asia, latin_america, found 'africa' in row 1 (24 such rows) "
            "(and 1 more findings)",
        ),
        ({"ratio": -1.0}, "ratio: expected at least 0, found -1 in row 1 (24 such rows)"),
        ({"ratio": None}, "ratio: expected a value, found no value in row 1 (24 such rows)"),
        ({"month": 13}, "month: expected at most 12, found 13 in row 1 (24 such rows) (and 1 more findings)"),
        (
            {"ratio": "high"},
            "ratio: expected values of type number, found could not convert string to float: 'high'",
        ),
        (
            {"extra": 1},
            "columns: expected region, month, ratio, domains, found region, month, ratio, domains, extra",
        ),
    ],
)
def test_a_table_that_breaks_its_description_is_not_written(tmp_path, change, message):
    path = tmp_path / "seasonality.parquet"
    path.write_bytes(b"the former file")
    with pytest.raises(StoreError) as told:
        write_parquet(seasonality().assign(**change), path, SEASONALITY)
    assert told.value.kind == "mismatch"
    assert str(told.value) == (
        f"{path}: {message}. Nothing was written. Correct the table, or config/datasets/seasonality.yml."
    )
    assert path.read_bytes() == b"the former file"


def test_two_rows_of_a_register_with_one_id_are_refused(tmp_path):
    twice = sources().assign(source_id="a-list")
    with pytest.raises(StoreError) as told:
        write_sqlite({"source": twice}, tmp_path / "explorer.sqlite")
    assert str(told.value) == (
        f"{tmp_path}/explorer.sqlite: source: source_id: expected each value once, found 'a-list' in row 2 "
        "(1 such rows) (and 1 more findings). Nothing was written. Correct the table, or "
        "config/datasets/source.yml."
    )
    assert not (tmp_path / "explorer.sqlite").exists()


def test_a_table_that_is_not_described_is_refused(tmp_path):
    with pytest.raises(ValueError) as told:
        write_sqlite({"ship": sources()}, tmp_path / "explorer.sqlite", catalog=CATALOG)
    known = ", ".join(dataset.id for dataset in CATALOG.table_datasets())
    assert str(told.value) == f"register: expected one of {known}, got 'ship'"
