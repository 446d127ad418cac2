"""Partial correlation: what remains of a coefficient when a third variable is held constant."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from data.analysis.correlation.coefficients import MIN_N, Method, coefficient, interval


@dataclass(frozen=True, eq=False)
class Partial:
    """One entry per column: n countries known for all three, coefficient and its 95 % interval."""

    n: np.ndarray
    value: np.ndarray
    low: np.ndarray
    high: np.ndarray


def partial_correlation(
    outcome: np.ndarray, columns: np.ndarray, control: np.ndarray, method: Method, *, min_n: int = MIN_N
) -> Partial:
    """Coefficients of `outcome` with each column of `columns` at equal `control` (all by country).

    r_xy.z = (r_xy - r_xz r_yz) / sqrt((1 - r_xz^2)(1 - r_yz^2)), over the countries known for all three
    (Fisher 1924). NaN where n < min_n, where something does not vary, or where the control explains a side
    completely, as it does itself.
    """
    x = np.asarray(columns, dtype=np.float64)
    y = np.broadcast_to(np.asarray(outcome, dtype=np.float64)[:, None], x.shape)
    z = np.broadcast_to(np.asarray(control, dtype=np.float64)[:, None], x.shape)
    known = np.isfinite(x) & np.isfinite(y) & np.isfinite(z)
    n = known.sum(axis=0)
    together, first, second = (coefficient(*pair, known, method) for pair in ((x, y), (x, z), (y, z)))
    left = (1.0 - first**2) * (1.0 - second**2)
    some = np.isfinite(left) & (left > 1e-9) & (n >= min_n)
    value = np.where(
        some, np.clip((together - first * second) / np.sqrt(np.where(some, left, 1.0)), -1.0, 1.0), np.nan
    )
    low, high = interval(value, n, method, controls=1)
    return Partial(n, value, low, high)
