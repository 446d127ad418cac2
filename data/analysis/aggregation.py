"""Monthly visits summed over months and storefronts, with interval, status and completeness.

Intervals. The error of an estimate is one of level: if a storefront is set too high in one month it is too
high in all. So within one storefront months are taken as fully correlated and the limits add up as the
visits do. Errors of different storefronts have a part in common, for their levels rest on one relation of
ranks and visits, one correction of each country and one typical level of each category. With the correlation
r between any two of them, the half-widths h of the storefronts' sums (v - low_v, high_v - v) make, for each
side of its own,

    half-width of the total = sqrt((1 - r) sum(h^2) + r (sum h)^2)

(JCGM 100:2008, 5.2.2 with one correlation coefficient): quadrature for r = 0, plain addition for r = 1. The
lower limit is never negative, and a published figure, whose limits equal it, adds no width.

Status. No value at all: Q if something is withheld, else O if something is missing, else M (no storefront was
open). With values: E as soon as an estimate contributes visits, else P if a provisional one does, else A.

Completeness. A period is complete when each of its months lies inside the data and none is missing (O) or
withheld (Q). Months in which a storefront was not open (M) are no gap: nothing is lacking.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import pandas as pd

from data.analysis.coding import category, coded, places, plain, positions, share
from data.analysis.periods import Freq, months_of, period_of

MEASURES = [
    "visits",
    "visits_low",
    "visits_high",
    "obs_status",
    "published_share",
    "complete",
    "n_storefronts",
]
# Correlation between the errors of two storefronts. The 74 held-out figures show an intraclass correlation
# of 0.0 within countries and 0.16 within categories (0.4 within a category of one evidence class). What all
# errors share is fitted away there, and only large storefronts have figures, so the value is rounded up.
CORRELATION = 0.2
STATUS = pd.Index(["A", "P", "E", "M", "O", "Q"], dtype=object)
_A, _P, _E, _M, _O, _Q = range(6)


def aggregate(
    monthly: pd.DataFrame,
    members: pd.DataFrame,
    keys: Sequence[str],
    freq: Freq = "M",
    *,
    start: str | None = None,
    end: str | None = None,
    windows: Mapping[str, Sequence[str]] | None = None,
    correlation: float = CORRELATION,
) -> pd.DataFrame:
    """Visits by `keys` and period.

    `monthly`: marketplace_id, time_period (month), visits, visits_low, visits_high, obs_status (visits per
    month). `members`: marketplace_id and the columns `keys`; storefronts that are not in it are left out.
    `start`, `end` (months, included) cut the data: a period that reaches over the cut is not complete.
    `windows` (name -> months, not overlapping) replaces the periods of `freq`. `correlation` (0 to 1) of the
    errors of two storefronts widens the interval of a sum.

    Returns keys..., time_period, visits, visits_low, visits_high (visits in the period), obs_status,
    published_share (share of the visits that is not estimated), complete, n_storefronts (open in the period),
    one row per group and period that the data hold, ordered by keys and period.
    """
    codes, months = coded(monthly["time_period"])
    seen = np.bincount(codes[codes >= 0], minlength=len(months)) > 0
    present = tuple(
        str(month) if there and (start is None or month >= start) and (end is None or month <= end) else ""
        for month, there in zip(plain(months), seen, strict=True)
    )
    runs = None if windows is None else tuple((name, tuple(run)) for name, run in windows.items())
    period_of_month, periods, whole = _periods(present, freq, runs)
    ids = plain(members["marketplace_id"])
    row_member = positions(monthly["marketplace_id"], ids)
    row_period = np.append(period_of_month, -1)[codes]
    keep = np.flatnonzero((row_member >= 0) & (row_period >= 0))
    width = len(periods)
    cell = row_member[keep] * width + row_period[keep]
    cells = _storefront_sums(monthly, keep, cell, len(ids) * width)
    group_of_member, labels = _groups(members, keys)
    target = np.add.outer(group_of_member * width, np.arange(width)).ravel()
    size = len(labels[keys[0]]) * width
    return _frame(_group_sums(cells, target, size, correlation), labels, periods, whole)


@lru_cache(maxsize=256)
def _periods(
    present: tuple[str, ...], freq: Freq, windows: tuple[tuple[str, tuple[str, ...]], ...] | None
) -> tuple[np.ndarray, pd.Index, np.ndarray]:
    """Place of each month's period (-1: outside), names of the periods in order, whether each is whole.

    `present`: the months in the order of their codes, empty text for those that are not in the data.
    """
    held = set(present) - {""}
    if windows is None:
        named = {month: period_of(month, freq) for month in held}
        names = sorted(set(named.values()))
        whole = [all(month in held for month in months_of(name)) for name in names]
    else:
        named = {month: name for name, run in windows for month in run}
        names = [name for name, _ in windows]
        whole = [all(month in held for month in run) for _, run in windows]
    at = places([named.get(month) for month in present], names)
    return at, pd.Index(names, dtype=object), np.array(whole, dtype=bool)


def _storefront_sums(
    monthly: pd.DataFrame, keep: np.ndarray, cell: np.ndarray, size: int
) -> dict[str, np.ndarray]:
    """Sums per storefront and period: months are fully correlated, so limits add."""
    raw = monthly["visits"].to_numpy(dtype=np.float64)[keep]
    known = ~np.isnan(raw)
    visits = np.where(known, raw, 0.0)
    status = positions(monthly["obs_status"], STATUS)[keep]

    def total(weights: np.ndarray) -> np.ndarray:
        return np.bincount(cell, weights=weights, minlength=size)

    def limit(name: str) -> np.ndarray:
        values = monthly[name].to_numpy(dtype=np.float64)[keep]
        return np.where(np.isnan(values), visits, values)

    return {
        "rows": total(np.ones(len(cell))),
        "known": total(known),
        "visits": total(visits),
        "low": total(limit("visits_low")),
        "high": total(limit("visits_high")),
        "estimated": total(np.where(status == _E, visits, 0.0)),
        "provisional": total(np.where(status == _P, visits, 0.0)),
        "estimates": total(known & (status == _E)),
        "withheld": total(~known & (status == _Q)),
        "gaps": total(~known & (status != _M)),
    }


def _group_sums(
    cells: dict[str, np.ndarray], target: np.ndarray, size: int, correlation: float
) -> dict[str, np.ndarray]:
    """Sums per group and period; half-widths of storefronts add with their correlation."""
    kept = target >= 0
    target = target[kept]

    def total(weights: np.ndarray) -> np.ndarray:
        return np.bincount(target, weights=weights[kept], minlength=size)

    sums = {name: total(values) for name, values in cells.items() if name not in ("low", "high")}

    def half_width(widths: np.ndarray) -> np.ndarray:
        return np.sqrt((1.0 - correlation) * total(widths**2) + correlation * total(widths) ** 2)

    sums["below"] = half_width(cells["visits"] - cells["low"])
    sums["above"] = half_width(cells["high"] - cells["visits"])
    sums["open"] = total((cells["known"] + cells["gaps"]) > 0)
    return sums


def _groups(members: pd.DataFrame, keys: Sequence[str]) -> tuple[np.ndarray, dict[str, pd.Categorical]]:
    """Group of each member (-1 without a key: it belongs to none), and the keys of the groups in order."""
    group = np.zeros(len(members), dtype=np.intp)
    coded_keys = []
    missing = np.zeros(len(members), dtype=bool)
    for key in keys:
        codes, labels = pd.factorize(plain(members[key]), sort=True)
        coded_keys.append((codes, labels))
        missing |= codes < 0
        group = group * (len(labels) + 1) + codes
    distinct, place = np.unique(group[~missing], return_index=True)
    at = np.full(len(members), -1, dtype=np.intp)
    at[~missing] = np.searchsorted(distinct, group[~missing])
    return at, {
        key: category(codes[~missing][place], labels)
        for key, (codes, labels) in zip(keys, coded_keys, strict=True)
    }


def _frame(
    sums: dict[str, np.ndarray], labels: dict[str, pd.Categorical], periods: pd.Index, whole: np.ndarray
) -> pd.DataFrame:
    present = np.flatnonzero(sums["rows"] > 0)
    group, period = np.divmod(present, max(len(periods), 1))
    part = {name: values[present] for name, values in sums.items()}
    known = part["known"] > 0
    visits = np.where(known, part["visits"], np.nan)
    estimated = (part["estimated"] > 0) | ((part["visits"] == 0) & (part["estimates"] > 0))
    status = np.select(
        [known & estimated, known & (part["provisional"] > 0), known, part["withheld"] > 0, part["gaps"] > 0],
        [_E, _P, _A, _Q, _O],
        _M,
    )
    columns: dict[str, object] = {}
    for key, values in labels.items():
        columns[key] = category(values.codes[group], values.categories)
    columns["time_period"] = category(period, periods)
    columns["visits"] = visits
    columns["visits_low"] = np.maximum(visits - part["below"], 0.0)
    columns["visits_high"] = visits + part["above"]
    columns["obs_status"] = category(status, STATUS)
    columns["published_share"] = share(part["visits"] - part["estimated"], part["visits"])
    columns["complete"] = whole[period] & (part["gaps"] == 0)
    columns["n_storefronts"] = part["open"].astype(np.int64)
    return pd.DataFrame(columns, copy=False)
