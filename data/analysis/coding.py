"""Labels as integer positions, so that sums over large frames run in NumPy and not label by label."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd

TOTAL = "_T"
UNKNOWN = "unknown"
LOCAL = "local"


def coded(column: pd.Series) -> tuple[np.ndarray, pd.Index]:
    """Code of each row (-1 where missing) and the labels the codes stand for. Free for a category column."""
    values = column.array
    if isinstance(values, pd.Categorical):
        return values.codes.astype(np.intp), values.categories
    codes, labels = pd.factorize(column, sort=True)
    return codes, pd.Index(labels)


def places(known: Iterable[object], labels: Iterable[object]) -> np.ndarray:
    """Place of each of `known` in `labels`, -1 where it is not among them; faster than an index for a few."""
    at = {label: place for place, label in enumerate(labels)}
    return np.array([at.get(label, -1) for label in known], dtype=np.intp)


def positions(column: pd.Series, labels: Iterable[object]) -> np.ndarray:
    """Place of each row's label in `labels`, -1 where it is not among them."""
    codes, known = coded(column)
    return np.append(places(plain(known), labels), -1)[codes]


def category(codes: np.ndarray, labels: pd.Index | np.ndarray | Sequence[str]) -> pd.Categorical:
    """A category column made of positions in labels, without checking them again."""
    dtype = pd.CategoricalDtype(pd.Index(labels))
    return pd.Categorical.from_codes(codes, dtype=dtype, validate=False)  # type: ignore[call-arg]


def group_axis(frame: pd.DataFrame, storefronts: pd.DataFrame, by: str | None) -> tuple[np.ndarray, pd.Index]:
    """Group of each row of `frame` by an attribute of its storefront.

    `frame`: marketplace_id; `storefronts`: marketplace_id and the column `by` (None: one group, `_T`).
    Returns the place of each row's group in the sorted labels, -1 for storefronts that are not in
    `storefronts` (so passing a selection selects), and the labels.
    """
    where = positions(frame["marketplace_id"], plain(storefronts["marketplace_id"]))
    if by is None:
        return np.where(where < 0, -1, 0), pd.Index([TOTAL])
    groups, labels = pd.factorize(plain(storefronts[by]), sort=True)
    return np.append(groups, -1)[where], pd.Index(labels, dtype=object)


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
        columns[name] = category(grid[place].ravel(), labels)
    columns["visits"] = cube.ravel()
    return pd.DataFrame(columns, copy=False)


def share(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """Part / whole, missing (NaN) where the whole is zero: no share of nothing."""
    part, whole = np.broadcast_arrays(np.asarray(part, dtype=np.float64), np.asarray(whole, dtype=np.float64))
    return np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole > 0)


def is_local(storefronts: pd.DataFrame) -> np.ndarray:
    """Whether each storefront is operated for its country.

    A foreign site used by residents (`foreign_used`) is cross-border demand and no marketplace of that
    country in counts, concentration or national shares (METHODS, section 1).
    """
    return np.asarray(plain(storefronts["storefront"]) == LOCAL)


def local_only(storefronts: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """The rows of storefronts operated for their country; of `columns` and marketplace_id only, if named."""
    keep = is_local(storefronts)
    if not columns:
        return storefronts[keep]
    # Made from arrays: taking rows of the whole register costs more than the sums that follow.
    names = dict.fromkeys(("marketplace_id", *columns))
    return pd.DataFrame({name: plain(storefronts[name])[keep] for name in names}, copy=False)


def plain(column: pd.Series | pd.Index) -> np.ndarray:
    """The labels as an object array, without category order, missing ones as they are."""
    return column.to_numpy(dtype=object)
