"""Writes a Parquet dataset: equal frames give equal bytes; what breaks its description is not written."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from data.catalog import Catalog, Dataset, load_catalog
from data.store.constraints import check_frame
from data.store.errors import StoreError
from data.store.places import shown
from data.store.replacing import replaced
from data.store.shapes import arrow_schema, typed

ROWS_PER_GROUP = 262_144
COMPRESSION_LEVEL = 9


def write_parquet(
    frame: pd.DataFrame, path: Path, dataset: Dataset, *, catalog: Catalog | None = None
) -> int:
    """Write `frame` (the columns of `dataset`, in any order) and return the number of rows.

    Rows are ordered by the grain, text is dictionary-encoded with sorted labels, no note of who wrote it when
    goes in; the only thing that a reader of the bytes learns beside the data is pyarrow's version. Raises
    StoreError (mismatch) and leaves `path` alone when the frame breaks its description.
    """
    catalog = catalog or load_catalog()
    ready = prepared(frame, dataset, catalog, place=shown(str(path)))
    schema = arrow_schema(dataset, catalog)
    table = pa.Table.from_arrays(
        [pa.array(ready[field.name], type=field.type, from_pandas=True) for field in schema], schema=schema
    )
    text = [field.name for field in schema if pa.types.is_dictionary(field.type)]
    with replaced(path) as aside:
        pq.write_table(
            table,
            aside,
            compression="zstd",
            compression_level=COMPRESSION_LEVEL,
            use_dictionary=text,
            row_group_size=ROWS_PER_GROUP,
            version="2.6",
        )
    return len(ready)


def prepared(frame: pd.DataFrame, dataset: Dataset, catalog: Catalog, *, place: str) -> pd.DataFrame:
    """`frame` as it is stored: described columns in order and type, rows by grain. Raises StoreError."""
    missing = [name for name in dataset.columns if name not in frame.columns]
    extra = [str(name) for name in frame.columns if name not in dataset.columns]
    if not missing and not extra:
        frame = frame[list(dataset.columns)]
    findings = check_frame(frame, dataset, catalog, place=place)
    if findings:
        more = f" (and {len(findings) - 1} more findings)" if len(findings) > 1 else ""
        first = findings[0]
        raise StoreError(
            "mismatch",
            f"{place}: {first.key}",
            expected=first.expected,
            found=first.found + more,
            remedy=f"Nothing was written. Correct the table, or config/datasets/{dataset.id}.yml.",
            dataset=dataset.id,
        )
    ready = pd.DataFrame(
        {name: typed(frame[name], about, catalog) for name, about in dataset.columns.items()}
    )
    return ready.sort_values(list(dataset.grain), ignore_index=True)
