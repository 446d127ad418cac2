"""Reads one register, a table of the database, in the order of its key."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from data.catalog import Catalog, Dataset, load_catalog
from data.store.database import open_registers
from data.store.errors import REBUILD, Kind, StoreError
from data.store.files import fetch, prove
from data.store.manifest import load_manifest, recorded
from data.store.places import REGISTERS_FILE, data_base, database_url, file_in, shown
from data.store.shapes import typed

RELOAD = "Load the registers into that database again, from explorer.sqlite."


def read_register(
    name: str, *, base: str | Path | None = None, check_hash: bool = True, catalog: Catalog | None = None
) -> pd.DataFrame:
    """The register as a frame with the columns of config/datasets/<name>.yml, ordered by its grain.

    Read from EXPLORER_DATABASE_URL, or (without it, or with `base`) from explorer.sqlite, which is first
    proved against the manifest. Text is str, missing text NaN, whole numbers Int64 where they may be missing.
    Raises StoreError (missing, damaged, tampered, mismatch, table_missing, unreachable); ValueError for a
    register that is not described.
    """
    catalog = catalog or load_catalog()
    known = {dataset.id: dataset for dataset in catalog.table_datasets()}
    if name not in known:
        raise ValueError(f"register: expected one of {', '.join(known)}, got {name!r}")
    dataset = known[name]
    try:
        engine = open_registers(base)
        rows = _select(engine, dataset, embedded=database_url(base) is None)
        if check_hash and database_url(base) is None:
            place = data_base(base)
            content = fetch(place, REGISTERS_FILE)
            prove(
                content,
                recorded(load_manifest(place), place, REGISTERS_FILE).sha256,
                file_in(place, REGISTERS_FILE),
            )
    except StoreError as error:
        error.dataset = name
        raise
    frame = _typed_rows(pd.DataFrame(rows, columns=list(dataset.columns)), dataset, catalog, _place(engine))
    again = frame[frame.duplicated(list(dataset.grain))]
    if not again.empty:
        key = ", ".join(str(again[name].iloc[0]) for name in dataset.grain)
        raise _unfitting(dataset, _place(engine), f"each {', '.join(dataset.grain)} once", f"{key} again")
    # Ordered here and not by the database: each one sorts text by a rule of its own.
    return frame.sort_values(list(dataset.grain), ignore_index=True)


def _typed_rows(rows: pd.DataFrame, dataset: Dataset, catalog: Catalog, place: str) -> pd.DataFrame:
    columns = {}
    for name, column in dataset.columns.items():
        try:
            columns[name] = typed(rows[name], column, catalog, categorical=False)
        except (ValueError, TypeError) as error:
            expected = f"values of type {column.type} in {dataset.table}.{name}"
            raise _unfitting(dataset, place, expected, str(error)) from None
    return pd.DataFrame(columns)


def _unfitting(dataset: Dataset, place: str, expected: str, found: str) -> StoreError:
    remedy = f"{RELOAD} If it was loaded so, correct data/registers and run `make data`."
    return StoreError("mismatch", place, expected=expected, found=found, remedy=remedy, dataset=dataset.id)


def _select(engine: Engine, dataset: Dataset, *, embedded: bool) -> list[tuple[object, ...]]:
    place = _place(engine)
    table = sa.table(str(dataset.table), *(sa.column(name) for name in dataset.columns))
    try:
        with engine.connect() as connection:
            _check_table(connection, dataset, place, REBUILD if embedded else RELOAD)
            return [tuple(row) for row in connection.execute(sa.select(table))]
    except DBAPIError as error:
        # A file that is no database answers like a server that is down; the remedy is another.
        silent = isinstance(error, (OperationalError, InterfaceError))
        kind: Kind = "unreachable" if silent and not embedded else "damaged"
        raise StoreError(
            kind,
            place,
            expected="a readable database",
            found=str(error.orig).strip().split("\n")[0],
            remedy=REBUILD if embedded else "Check that the database runs and that the app may read it.",
        ) from None


def _check_table(connection: sa.Connection, dataset: Dataset, place: str, remedy: str) -> None:
    inspector = sa.inspect(connection)
    if not inspector.has_table(str(dataset.table)):
        raise StoreError(
            "table_missing",
            place,
            expected=f"a table {dataset.table}",
            found=f"the tables {', '.join(sorted(inspector.get_table_names())) or '(none)'}",
            remedy=remedy,
        )
    found = [column["name"] for column in inspector.get_columns(str(dataset.table))]
    missing = [name for name in dataset.columns if name not in found]
    if missing:
        raise StoreError(
            "mismatch",
            place,
            expected=f"the column {dataset.table}.{missing[0]}",
            found=f"the columns {', '.join(found)}",
            remedy=remedy,
        )


def _place(engine: Engine) -> str:
    if engine.url.get_backend_name() == "sqlite":
        return shown(str(engine.url.database).removeprefix("file:"))
    return shown(engine.url.render_as_string(hide_password=True))
