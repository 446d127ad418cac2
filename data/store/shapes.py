"""From a dataset's description to the types that its frames and files have."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa

from data.catalog import Catalog, Column, Dataset

ARROW_TYPES = {
    "dictionary": pa.dictionary(pa.int32(), pa.string()),
    "float64": pa.float64(),
    "float32": pa.float32(),
    "int64": pa.int64(),
    "boolean": pa.bool_(),
}


def arrow_schema(dataset: Dataset, catalog: Catalog) -> pa.Schema:
    """Columns, types and nullability of the dataset's file, in the order of the description."""
    return pa.schema(
        [
            pa.field(name, ARROW_TYPES[storage_of(column, catalog)], nullable=not column.constraints.required)
            for name, column in dataset.columns.items()
        ]
    )


def storage_of(column: Column, catalog: Catalog) -> str:
    """How the values of `column` are kept (a code of the list `storage`)."""
    return catalog.column_types[column.type].storage


def typed(values: pd.Series, column: Column, catalog: Catalog, *, categorical: bool = True) -> pd.Series:
    """`values` in the type that readers get.

    Text becomes a category with sorted labels (or str where `categorical` is false), whole numbers int64, or
    Int64 where values may be missing. Raises ValueError or TypeError when a value does not fit.
    """
    storage = storage_of(column, catalog)
    if storage == "dictionary":
        return sorted_category(values) if categorical else values.astype("str")
    if storage == "int64":
        return values.astype("int64" if column.constraints.required else "Int64")
    if storage == "boolean":
        return values.astype("bool" if column.constraints.required else "boolean")
    return values.astype("float32" if storage == "float32" else "float64")


def sorted_category(values: pd.Series) -> pd.Series:
    """`values` as a category whose labels are sorted text in use, so that sorting rows sorts by label."""
    category = values if isinstance(values.dtype, pd.CategoricalDtype) else values.astype("category")
    category = category.cat.remove_unused_categories()
    labels = category.cat.categories
    strange = [label for label in labels if not isinstance(label, str)]
    if strange:
        raise TypeError(f"{strange[0]!r}, which is no text")
    return category if labels.is_monotonic_increasing else category.cat.reorder_categories(sorted(labels))
