"""Pearson and Spearman coefficients of many columns at once, each over the countries known for both.

Sums are taken over deviations from the mean, so that large units lose no digits. Ranks are counted:
the rank of a value is one plus the number of smaller values plus half the number of equal ones, which makes
the ranks without one country a subtraction.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

import numpy as np

Method = Literal["spearman", "pearson"]
METHODS: tuple[Method, ...] = ("spearman", "pearson")
MIN_N = 10
LEVEL = 0.95


@dataclass(frozen=True, eq=False)
class Coefficients:
    """One entry per column; NaN where the rule of the least n or a lack of variation gives none.

    n: countries known for both; value: coefficient in [-1, 1]; low, high: interval of 95 %; without_low,
    without_high: smallest and largest coefficient when one country is left out; without_low_at,
    without_high_at: row of the country whose absence gives them (-1 when there is none).
    """

    n: np.ndarray
    value: np.ndarray
    low: np.ndarray
    high: np.ndarray
    without_low: np.ndarray
    without_high: np.ndarray
    without_low_at: np.ndarray
    without_high_at: np.ndarray


def correlate(
    outcome: np.ndarray, columns: np.ndarray, method: Method, *, min_n: int = MIN_N
) -> Coefficients:
    """Coefficients of `outcome` (countries) with each column of `columns` (countries x series).

    Values that are not finite are unknown. Raises ValueError for another method than METHODS.
    """
    x, y, known = _paired(outcome, columns)
    n = known.sum(axis=0)
    value = coefficient(x, y, known, method)
    value[n < min_n] = np.nan
    low, high = interval(value, n, method)
    lows, highs, low_at, high_at = _without_one(x, y, known, method, value)
    return Coefficients(n, value, low, high, lows, highs, low_at, high_at)


def interval(
    value: np.ndarray, n: np.ndarray, method: Method, controls: int = 0
) -> tuple[np.ndarray, np.ndarray]:
    """The 95 % interval by Fisher's z; for ranks with the variance of Bonett and Wright (2000).

    `controls` is the number of variables held constant: each costs one degree of freedom.
    """
    if method not in METHODS:
        raise ValueError(f"method: expected one of {', '.join(METHODS)}, got {method!r}")
    free = n - 3.0 - controls
    spread = 1.0 + value**2 / 2.0 if method == "spearman" else np.ones_like(value)
    with np.errstate(divide="ignore", invalid="ignore"):
        error = np.where(free > 0, np.sqrt(spread / np.where(free > 0, free, 1.0)), np.nan)
        middle = np.arctanh(value)
        half = NormalDist().inv_cdf((1 + LEVEL) / 2) * error
        return np.tanh(middle - half), np.tanh(middle + half)


def matrix(columns: np.ndarray, method: Method, *, min_n: int = MIN_N) -> tuple[np.ndarray, np.ndarray]:
    """Coefficients of every column with every other, and the n of each pair (both series x series)."""
    count = columns.shape[1]
    value, n = np.full((count, count), np.nan), np.zeros((count, count), dtype=np.intp)
    for at in range(count):
        x, y, known = _paired(columns[:, at], columns[:, at:])
        n[at, at:] = n[at:, at] = known.sum(axis=0)
        value[at, at:] = value[at:, at] = coefficient(x, y, known, method)
    value[n < min_n] = np.nan
    return value, n


def _paired(outcome: np.ndarray, columns: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    x = np.asarray(columns, dtype=np.float64)
    y = np.broadcast_to(np.asarray(outcome, dtype=np.float64)[:, None], x.shape)
    known = np.isfinite(x) & np.isfinite(y)
    return x, y, known


def coefficient(x: np.ndarray, y: np.ndarray, known: np.ndarray, method: Method) -> np.ndarray:
    """Coefficients of each column of `x` with the same column of `y` over the rows `known`, whatever n.

    NaN where a side does not vary. Raises ValueError for another method than METHODS.
    """
    if method not in METHODS:
        raise ValueError(f"method: expected one of {', '.join(METHODS)}, got {method!r}")
    if method == "spearman":
        x, y = ranks(x, known), ranks(y, known)
    return _pearson(x, y, known)


def ranks(values: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Ranks down the first axis among the known values; equal values share the mean rank; 0 where unknown."""
    return np.where(known, 0.5 + _lifted(values, known).sum(axis=0, dtype=np.float64), 0.0)


def _lifted(values: np.ndarray, known: np.ndarray) -> np.ndarray:
    """What row i adds to the rank of row j: 1 if smaller, a half if equal, 0 if unknown (i x j x columns)."""
    hidden = np.where(known, values, np.nan)
    above = (hidden[:, None] < hidden[None]).astype(np.float32)
    return above + np.float32(0.5) * (hidden[:, None] == hidden[None])


def _pearson(x: np.ndarray, y: np.ndarray, known: np.ndarray) -> np.ndarray:
    dx, dy = _deviations(x, known), _deviations(y, known)
    return _ratio((dx * dy).sum(axis=0), (dx * dx).sum(axis=0), (dy * dy).sum(axis=0))


def _deviations(x: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Distances from the mean, brought to a largest of one: a coefficient does not depend on the unit.

    What differs by less than the digits of a number can tell counts as no variation.
    """
    n = np.maximum(known.sum(axis=0), 1)
    # Scaled first, so that neither sums nor squares leave the range of numbers.
    size = np.abs(np.where(known, x, 0.0)).max(axis=0, initial=0.0)
    scaled = np.where(known, x, 0.0) / np.where(size > 0, size, 1.0)
    away = np.where(known, scaled - scaled.sum(axis=0) / n, 0.0)
    most = np.abs(away).max(axis=0, initial=0.0)
    return np.where(most > 1e-12, away / np.where(most > 0, most, 1.0), 0.0)


def _ratio(together: np.ndarray, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """The coefficient from sums of products; NaN where one side does not vary."""
    varies = (first > 1e-12) & (second > 1e-12)
    root = np.sqrt(np.where(varies, first, 1.0)) * np.sqrt(np.where(varies, second, 1.0))
    return np.where(varies, np.clip(together / root, -1.0, 1.0), np.nan)


def _without_one(
    x: np.ndarray, y: np.ndarray, known: np.ndarray, method: Method, value: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Least and greatest coefficient without one country, and that country's row."""
    # The first axis is now the country left out, the second the others.
    keep = known[None] & ~np.eye(len(known), dtype=bool)[:, :, None]
    if method == "spearman":
        x, y = _ranks_without(x, known), _ranks_without(y, known)
    else:
        x, y = (np.broadcast_to(side[None], keep.shape) for side in (x, y))
    turned = [np.moveaxis(side, 1, 0) for side in (x, y, keep)]
    each = _pearson(*turned)
    each = np.where(known & np.isfinite(value)[None], each, np.nan)
    some = np.isfinite(each).any(axis=0)
    low_at = np.where(some, np.argmin(np.where(np.isfinite(each), each, np.inf), axis=0), -1)
    high_at = np.where(some, np.argmax(np.where(np.isfinite(each), each, -np.inf), axis=0), -1)
    columns = np.arange(each.shape[1])
    low = np.where(some, each[low_at, columns], np.nan)
    high = np.where(some, each[high_at, columns], np.nan)
    return low, high, low_at, high_at


def _ranks_without(values: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Ranks of the others when one country is left out: (left out x country x columns)."""
    lifted = _lifted(values, known)
    return 0.5 + lifted.sum(axis=0, dtype=np.float64)[None] - lifted
