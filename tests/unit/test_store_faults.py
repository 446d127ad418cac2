"""Missing, cut off, tampered or unfitting data is told by place, expected, found and remedy."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import sqlalchemy as sa

from data.store import StoreError, open_registers, read_dataset, read_manifest, read_register, write_manifest
from data.store.errors import REBUILD
from data.store.files import sha256
from tests.unit.store_files import CATALOG, build

PARQUET, DATABASE, MANIFEST = "seasonality.parquet", "explorer.sqlite", "MANIFEST.json"


def fault(read, *arguments, **options) -> StoreError:
    with pytest.raises(StoreError) as told:
        read(*arguments, **options)
    return told.value


def hash_of(path: Path) -> str:
    return sha256(path.read_bytes())


def trust(folder: Path) -> None:
    """Write the manifest anew, so that it vouches for what lies in the folder now."""
    write_manifest(folder, built_at="2019-04", sources={}, rows={PARQUET: {}, DATABASE: {}})


def test_a_missing_parquet_file(tmp_path):
    place = build(tmp_path) / PARQUET
    place.unlink()
    error = fault(read_dataset, "seasonality", base=tmp_path)
    assert (error.kind, error.place, error.dataset) == ("missing", str(place), "seasonality")
    assert str(error) == f"{place}: expected a file, found nothing. {REBUILD}"


def test_a_parquet_file_that_was_cut_off(tmp_path):
    place = build(tmp_path) / PARQUET
    place.write_bytes(place.read_bytes()[:500])
    error = fault(read_dataset, "seasonality", base=tmp_path)
    assert (error.kind, error.dataset) == ("damaged", "seasonality")
    assert str(error) == (
        f"{place}: expected a whole Parquet file, found 500 bytes that are none (Parquet magic bytes not "
        f"found in footer. Either the file is corrupted or this is not a parquet file.). {REBUILD}"
    )


def test_an_empty_parquet_file(tmp_path):
    (build(tmp_path) / PARQUET).write_bytes(b"")
    assert fault(read_dataset, "seasonality", base=tmp_path).kind == "damaged"


def test_a_parquet_file_that_is_not_the_one_that_was_built(tmp_path):
    place = build(tmp_path) / PARQUET
    promised = hash_of(place)
    table = pq.read_table(place)
    higher = pa.array([2.0] * len(table))
    pq.write_table(table.set_column(2, table.schema.field("ratio"), higher), place)
    error = fault(read_dataset, "seasonality", base=tmp_path)
    assert (error.kind, error.dataset) == ("tampered", "seasonality")
    assert str(error) == f"{place}: expected sha256 {promised}, found sha256 {hash_of(place)}. {REBUILD}"


def test_a_parquet_file_that_does_not_fit_its_description(tmp_path):
    place = build(tmp_path) / PARQUET
    table = pq.read_table(place).rename_columns(["region", "month", "ratio", "sites"])
    pq.write_table(table, place)
    trust(tmp_path)
    error = fault(read_dataset, "seasonality", base=tmp_path)
    assert error.kind == "mismatch"
    assert str(error) == (
        f"{place}: expected domains (int64), sites (no such column), found domains (no such column), "
        "sites (int64). Rebuild with `make data`, or correct config/datasets/seasonality.yml."
    )


def test_a_file_that_the_manifest_does_not_know(tmp_path):
    build(tmp_path)
    write_manifest(tmp_path, built_at="2019-04", sources={}, rows={DATABASE: {}})
    error = fault(read_dataset, "seasonality", base=tmp_path)
    assert error.kind == "mismatch"
    assert str(error) == (
        f"{tmp_path / MANIFEST}: expected an entry for {PARQUET}, found entries for {DATABASE}. {REBUILD}"
    )


def test_a_missing_manifest(tmp_path):
    place = build(tmp_path) / MANIFEST
    place.unlink()
    assert str(fault(read_manifest, tmp_path)) == f"{place}: expected a file, found nothing. {REBUILD}"


def test_a_manifest_without_a_key(tmp_path):
    place = build(tmp_path) / MANIFEST
    place.write_text('{"built_at": "2019-04", "files": {}}', encoding="utf-8")
    error = fault(read_manifest, tmp_path)
    assert error.kind == "damaged"
    assert str(error) == (
        f"{place}: expected JSON with built_at, sources and files, found sources: Field required. {REBUILD}"
    )


def test_a_missing_database(tmp_path):
    place = build(tmp_path) / DATABASE
    place.unlink()
    error = fault(read_register, "source", base=tmp_path)
    assert (error.kind, error.dataset) == ("missing", "source")
    assert str(error) == f"{place}: expected an SQLite file, found nothing. {REBUILD}"


def test_a_database_that_is_none(tmp_path):
    place = build(tmp_path) / DATABASE
    place.write_bytes(b"no database" * 100)
    error = fault(read_register, "source", base=tmp_path)
    assert error.kind == "damaged"
    assert str(error) == f"{place}: expected a readable database, found file is not a database. {REBUILD}"


def test_a_database_without_the_table(tmp_path):
    place = build(tmp_path) / DATABASE
    error = fault(read_register, "marketplace", base=tmp_path)
    assert (error.kind, error.dataset) == ("table_missing", "marketplace")
    assert str(error) == f"{place}: expected a table marketplace, found the tables source. {REBUILD}"


def test_a_table_without_a_column(tmp_path):
    place = build(tmp_path) / DATABASE
    with sqlite3.connect(place) as connection:
        connection.execute("ALTER TABLE source DROP COLUMN citation")
    connection.close()
    error = fault(read_register, "source", base=tmp_path)
    assert error.kind == "mismatch"
    assert str(error) == (
        f"{place}: expected the column source.citation, found the columns source_id, title, producer, url, "
        f"licence, licence_url, tier, date_published, date_accessed. {REBUILD}"
    )


def test_a_database_with_another_content(tmp_path):
    place = build(tmp_path) / DATABASE
    promised = hash_of(place)
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE source SET tier = 'open'")
    connection.close()
    error = fault(read_register, "source", base=tmp_path)
    assert error.kind == "tampered"
    assert str(error) == f"{place}: expected sha256 {promised}, found sha256 {hash_of(place)}. {REBUILD}"


@pytest.mark.parametrize("by_address", [False, True])
def test_the_registers_cannot_be_written_to(tmp_path, monkeypatch, by_address):
    monkeypatch.setenv("EXPLORER_DATABASE_URL", f"sqlite:///{build(tmp_path)}/{DATABASE}")
    engine = open_registers() if by_address else open_registers(tmp_path)
    refused = pytest.raises(sa.exc.OperationalError, match="attempt to write a readonly database")
    with refused, engine.begin() as connection:
        connection.execute(sa.delete(sa.table("source")))


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("mssql+pyodbc://reader:secret@host/explorer", "mssql"),
        ("not an address", "text that is no address"),
    ],
)
def test_a_database_that_cannot_be_opened_for_reading_only(monkeypatch, address, found):
    monkeypatch.setenv("EXPLORER_DATABASE_URL", address)
    error = fault(read_register, "source")
    assert error.kind == "unreachable"
    assert str(error) == (
        "EXPLORER_DATABASE_URL: expected an SQLAlchemy address of sqlite, postgresql, mysql, mariadb, found "
        f"{found}. Correct the variable or unset it to read the registers that come with the app."
    )


def test_an_address_with_a_password_is_told_without_it(monkeypatch):
    monkeypatch.setenv("EXPLORER_DATA_URL", "nowhere://reader:secret@host/explorer?token=secret")
    error = fault(read_dataset, "seasonality")
    assert (error.kind, error.place) == ("unreachable", "nowhere://host/explorer")
    assert "secret" not in str(error)


def load_elsewhere(monkeypatch, folder: Path, statement: str) -> None:
    """Move the registers to a database of the operator's own and change it."""
    place = build(folder) / DATABASE
    with sqlite3.connect(place) as connection:
        connection.execute("CREATE TABLE loose AS SELECT * FROM source")
        connection.execute("DROP TABLE source")
        connection.execute("ALTER TABLE loose RENAME TO source")
        connection.execute(statement)
    connection.close()
    monkeypatch.setenv("EXPLORER_DATABASE_URL", f"sqlite:///{place}")


def test_a_database_with_two_rows_of_one_id(tmp_path, monkeypatch):
    load_elsewhere(monkeypatch, tmp_path, "UPDATE source SET source_id = 'a-list'")
    error = fault(read_register, "source")
    assert (error.kind, error.dataset) == ("mismatch", "source")
    assert "expected each source_id once, found a-list again. Load the registers" in str(error)


def test_a_database_with_a_value_of_another_type(tmp_path, monkeypatch):
    members = pd.DataFrame([{name: "1" for name in CATALOG.datasets["country"].columns}])
    build(tmp_path)
    address = f"sqlite:///{tmp_path / 'other.sqlite'}"
    members.assign(capital_lat="north").to_sql("country", address, index=False)
    monkeypatch.setenv("EXPLORER_DATABASE_URL", address)
    error = fault(read_register, "country")
    assert error.kind == "mismatch"
    assert "expected values of type" in str(error) and "country.capital_lat" in str(error)


@pytest.mark.parametrize("answer", [sqlite3.OperationalError, sqlite3.InterfaceError])
def test_a_server_that_does_not_answer(monkeypatch, answer):
    def refuse():
        raise answer("connection refused")

    engine = sa.create_engine("sqlite:///nowhere", creator=refuse)
    monkeypatch.setattr("data.store.registers.open_registers", lambda _: engine)
    monkeypatch.setenv("EXPLORER_DATABASE_URL", "postgresql://reader:secret@host/explorer")
    error = fault(read_register, "source")
    assert (error.kind, error.dataset) == ("unreachable", "source")
    assert "found connection refused. Check that the database runs" in str(error)
