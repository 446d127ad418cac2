"""Labels as integer positions, so that sums over large frames run in NumPy and not label by label."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

TOTAL = "_T"
UNKNOWN = "unknown"


def coded(column: pd.Series) -> tuple[np.ndarray, pd.Index]:
    """Code of each row (-1 where missing) and the labels the codes stand for. Free for a category column."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.codes.to_numpy().astype(np.intp), column.cat.categories
    codes, labels = pd.factorize(column, sort=True)
    return codes, pd.Index(labels)


def positions(column: pd.Series, labels: pd.Index) -> np.ndarray:
    """Place of each row's label in `labels`, -1 where it is not among them."""
    codes, known = coded(column)
    return np.append(labels.get_indexer(known), -1)[codes]


def group_axis(frame: pd.DataFrame, storefronts: pd.DataFrame, by: str | None) -> tuple[np.ndarray, pd.Index]:
    """Group of each row of `frame` by an attribute of its storefront.

    `frame`: marketplace_id; `storefronts`: marketplace_id and the column `by` (None: one group, `_T`).
    Returns the place of each row's group in the sorted labels, -1 for storefronts that are not in
    `storefronts` (so passing a selection selects), and the labels.
    """
    ids = pd.Index(storefronts["marketplace_id"])
    where = positions(frame["marketplace_id"], ids)
    if by is None:
        return np.append(np.zeros(len(ids), dtype=np.intp), -1)[where], pd.Index([TOTAL])
    groups, labels = pd.factorize(_plain(storefronts[by]), sort=True)
    return np.append(groups, -1)[where], pd.Index(labels)


def tally(measure: pd.Series | np.ndarray, axes: Sequence[tuple[np.ndarray, int]]) -> np.ndarray:
    """Sum of a measure over positions: an array with one axis per (positions, size).

    Rows with a negative position on any axis are left out; a missing measure adds nothing.
    """
    shape = tuple(size for _, size in axes)
    flat = np.zeros(len(measure), dtype=np.intp)
    keep = np.ones(len(measure), dtype=bool)
    for places, size in axes:
        keep &= places >= 0
        flat = flat * size + places
    values = np.nan_to_num(np.asarray(measure, dtype=np.float64))
    sums = np.bincount(flat[keep], weights=values[keep], minlength=int(np.prod(shape)))
    return sums.reshape(shape)


def tidy(cube: np.ndarray, **axes: pd.Index | Sequence[str]) -> pd.DataFrame:
    """A cube as a long frame: one category column per axis in the order given, then `visits`."""
    columns: dict[str, Any] = {}
    grid = np.indices(cube.shape)
    for place, (name, labels) in enumerate(axes.items()):
        columns[name] = pd.Categorical.from_codes(grid[place].ravel(), categories=pd.Index(labels))
    columns["visits"] = cube.ravel()
    return pd.DataFrame(columns)


def share(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """Part / whole, missing (NaN) where the whole is zero: no share of nothing."""
    part, whole = np.broadcast_arrays(np.asarray(part, dtype=np.float64), np.asarray(whole, dtype=np.float64))
    return np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole > 0)


def local_only(storefronts: pd.DataFrame) -> pd.DataFrame:
    """Storefronts operated for their country.

    A foreign site used by residents (`foreign_used`) is cross-border demand and no marketplace of that
    country in counts, concentration or national shares (METHODS, section 1).
    """
    return storefronts[(storefronts["storefront"] == "local").to_numpy()]


def _plain(column: pd.Series) -> Any:
    """The values without category order, so that labels sort by name and unused ones vanish."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return np.asarray(column.astype(object))
    return column
