"""Reads a Parquet dataset by id: fetched, proved against the manifest, checked against its description."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from data.catalog import Catalog, Dataset, load_catalog
from data.store.errors import REBUILD, StoreError
from data.store.files import fetch, prove
from data.store.manifest import load_manifest, recorded
from data.store.places import data_base, file_in, shown
from data.store.shapes import arrow_schema, typed


def read_dataset(
    dataset_id: str,
    *,
    base: str | Path | None = None,
    columns: Sequence[str] | None = None,
    filters: Any = None,
    check_hash: bool = True,
    catalog: Catalog | None = None,
) -> pd.DataFrame:
    """The dataset as a frame with the columns of config/datasets/<id>.yml, text as category.

    `base`: folder or fsspec address (default EXPLORER_DATA_URL, else data/precomputed); `columns`: only
    these; `filters`: as in pyarrow.parquet.read_table; `check_hash=False` is for the build, which reads
    before there is a manifest. Raises StoreError; ValueError for an id or column that is not described.
    """
    catalog = catalog or load_catalog()
    dataset = _described(dataset_id, columns, catalog)
    place = data_base(base)
    address = file_in(place, dataset.file)
    content = b""
    try:
        content = fetch(place, dataset.file)
        with pq.ParquetFile(pa.BufferReader(content)) as file:
            schema = file.schema_arrow
        # After the footer: a file that was cut off is damaged, a whole one that differs is tampered with.
        if check_hash:
            prove(content, recorded(load_manifest(place), place, dataset.file).sha256, address)
        _check_schema(schema, dataset, catalog, address)
        wanted = list(columns) if columns else list(dataset.columns)
        frame = pq.read_table(pa.BufferReader(content), columns=wanted, filters=filters)
    except (pa.ArrowException, OSError) as error:
        raise StoreError(
            "damaged",
            shown(address),
            expected="a whole Parquet file",
            found=f"{len(content)} bytes that are none ({str(error).splitlines()[0]})",
            remedy=REBUILD,
            dataset=dataset_id,
        ) from None
    except StoreError as error:
        error.dataset = dataset_id
        raise
    table = frame.unify_dictionaries().to_pandas()
    return pd.DataFrame({name: typed(table[name], dataset.columns[name], catalog) for name in wanted})


def _described(dataset_id: str, columns: Sequence[str] | None, catalog: Catalog) -> Dataset:
    parquet = [dataset.id for dataset in catalog.datasets.values() if not dataset.table]
    if dataset_id not in parquet:
        raise ValueError(f"dataset: expected one of {', '.join(parquet)}, got {dataset_id!r}")
    dataset = catalog.datasets[dataset_id]
    for name in columns or ():
        if name not in dataset.columns:
            raise ValueError(f"{dataset_id}: expected one of {', '.join(dataset.columns)}, got {name!r}")
    return dataset


def _check_schema(schema: pa.Schema, dataset: Dataset, catalog: Catalog, address: str) -> None:
    """Names and types must be those of the description; plain text may stand for dictionary text."""
    expected = {field.name: _text_alike(field.type) for field in arrow_schema(dataset, catalog)}
    found = {field.name: _text_alike(field.type) for field in schema}
    if expected == found:
        return
    names = [name for name in {**expected, **found} if expected.get(name) != found.get(name)]
    raise StoreError(
        "mismatch",
        shown(address),
        expected=", ".join(f"{name} ({expected.get(name, 'no such column')})" for name in names),
        found=", ".join(f"{name} ({found.get(name, 'no such column')})" for name in names),
        remedy=f"Rebuild with `make data`, or correct config/datasets/{dataset.id}.yml.",
        dataset=dataset.id,
    )


def _text_alike(kind: pa.DataType) -> str:
    value = kind.value_type if pa.types.is_dictionary(kind) else kind
    return "text" if pa.types.is_string(value) or pa.types.is_large_string(value) else str(kind)
