"""Writes the registers as one SQLite file, byte-identical for equal tables."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from data.catalog import Catalog, Dataset, load_catalog
from data.store.places import shown
from data.store.replacing import replaced
from data.store.shapes import storage_of
from data.store.writing import prepared

_SQL_TYPES: dict[str, sa.types.TypeEngine[Any]] = {
    "dictionary": sa.Text(),
    "float64": sa.Float(),
    "float32": sa.Float(),
    "int64": sa.Integer(),
    "boolean": sa.Boolean(),
}
# Bytes 96 to 99 of an SQLite file tell the version of the library that wrote it and nothing else
# (https://www.sqlite.org/fileformat2.html); one fixed value keeps files equal from machine to machine.
_VERSION_OFFSET = 96
_VERSION = (3_040_000).to_bytes(4, "big")


def write_sqlite(
    tables: Mapping[str, pd.DataFrame], path: Path, *, catalog: Catalog | None = None
) -> dict[str, int]:
    """Write `tables` (register id -> frame) and return the rows of each.

    Types, primary keys (the grain) and NOT NULL come from the descriptions; rows are ordered by the grain.
    Raises StoreError (mismatch) for a table that breaks its description, ValueError for one that has none;
    `path` is then left alone.
    """
    catalog = catalog or load_catalog()
    registers = {dataset.id: dataset for dataset in catalog.table_datasets()}
    for name in tables:
        if name not in registers:
            raise ValueError(f"register: expected one of {', '.join(registers)}, got {name!r}")
    ready = {
        name: prepared(tables[name], registers[name], catalog, place=f"{shown(str(path))}: {name}")
        for name in sorted(tables)
    }
    with replaced(path) as aside:
        _fill(aside, [(registers[name], frame) for name, frame in ready.items()], catalog)
        with aside.open("r+b") as file:
            file.seek(_VERSION_OFFSET)
            file.write(_VERSION)
    return {name: len(frame) for name, frame in ready.items()}


def _fill(path: Path, tables: list[tuple[Dataset, pd.DataFrame]], catalog: Catalog) -> None:
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)), poolclass=NullPool)
    metadata = sa.MetaData()
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA page_size = 4096")
        for dataset, frame in tables:
            table = _table(dataset, metadata, catalog)
            table.create(connection)
            plain = frame.astype(object).where(frame.notna(), None)
            records = [dict(zip(frame.columns, row, strict=True)) for row in plain.to_numpy().tolist()]
            if records:
                connection.execute(sa.insert(table), records)


def _table(dataset: Dataset, metadata: sa.MetaData, catalog: Catalog) -> sa.Table:
    columns: list[sa.Column[Any]] = [
        sa.Column(
            name,
            _SQL_TYPES[storage_of(column, catalog)],
            primary_key=name in dataset.grain,
            nullable=not column.constraints.required,
            autoincrement=False,
        )
        for name, column in dataset.columns.items()
    ]
    return sa.Table(str(dataset.table), metadata, *columns)
