"""Visits by country, marketplace, region or offering, and the metrics made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np
import pandas as pd

from data.analysis.aggregation import aggregate
from data.analysis.coding import coded, local_only, share
from data.analysis.per_user import users_of
from data.analysis.periods import Freq, freq_of, period_of, year_before

By = Literal["ref_area", "marketplace_id", "region", "offering"]
Metric = Literal["visits", "per_user", "yoy", "index", "rank"]
METRICS: tuple[Metric, ...] = ("visits", "per_user", "yoy", "index", "rank")
INDEX_BASE = 100.0


def visits_by(
    monthly: pd.DataFrame,
    storefronts: pd.DataFrame,
    *,
    by: By | Sequence[str],
    freq: Freq = "M",
    start: str | None = None,
    end: str | None = None,
    include_foreign: bool = False,
) -> pd.DataFrame:
    """Visits in each period by an attribute of the storefront (or several attributes).

    `monthly`, `start`, `end` and the columns returned are those of `aggregation.aggregate`; `storefronts`:
    marketplace_id, storefront and `by`, already selected. Foreign sites used by residents are left out
    unless `include_foreign`.
    """
    keys = [by] if isinstance(by, str) else list(by)
    members = storefronts if include_foreign else local_only(storefronts, *keys)
    return aggregate(monthly, members, keys, freq, start=start, end=end)


def visits_in(
    monthly: pd.DataFrame, storefronts: pd.DataFrame, months: Sequence[str], *, by: str = "marketplace_id"
) -> pd.DataFrame:
    """Visits in a run of months taken as one period, e.g. the last twelve complete months.

    Same columns as `visits_by` with time_period 'first/last' (ISO 8601 interval). Foreign sites used by
    residents are included when they are in `storefronts`. An empty run gives an empty frame.
    """
    windows = {f"{months[0]}/{months[-1]}": list(months)} if months else {}
    return aggregate(monthly, storefronts, [by], windows=windows)


def apply_metric(
    frame: pd.DataFrame,
    metric: Metric,
    *,
    by: By,
    internet_users: pd.DataFrame | None = None,
    storefronts: pd.DataFrame | None = None,
    region_of: Mapping[str, str] | None = None,
    base_period: str | None = None,
) -> pd.DataFrame:
    """Adds value, value_low and value_high to a frame of `visits_by` (columns `by`, time_period, visits...).

    - visits: as they are (visits in the period).
    - per_user: visits in the period per internet user of the country in that year, or in the latest earlier
      year known (column users_year says which). Needs `internet_users` (ref_area, time_period year, users);
      by marketplace_id also `storefronts`; by region `region_of`. By offering, and by region, users are those
      of all countries in `internet_users`, which therefore holds the countries that the reader chose.
    - yoy: visits / visits in the same period a year before - 1, between complete periods only.
    - index: 100 in `base_period`, else in the group's first complete period with visits; complete periods
      only; column base_period says which.
    - rank: 1 for most visits within the period; equal visits share the better rank.

    value_low and value_high are missing for yoy, index and rank: the error is one of level, so it cancels
    between periods of the same storefront and the interval of the visits does not carry over.
    Raises ValueError for an unknown metric or a missing argument.
    """
    if metric not in METRICS:
        raise ValueError(f"metric: expected one of {', '.join(METRICS)}, got {metric!r}")
    out = frame.copy(deep=False)
    visits = frame["visits"].to_numpy(dtype=np.float64)
    low = high = np.full(len(frame), np.nan)
    if metric == "visits":
        value, low, high = visits, frame["visits_low"].to_numpy(), frame["visits_high"].to_numpy()
    elif metric == "per_user":
        users, years = users_of(frame, by, internet_users, storefronts, region_of)
        value = share(visits, users)
        low, high = (
            share(frame["visits_low"].to_numpy(), users),
            share(frame["visits_high"].to_numpy(), users),
        )
        out["users_year"] = pd.Series(years, index=frame.index).astype("Int64")
    elif metric == "yoy":
        value = _year_on_year(frame, by)
    elif metric == "index":
        value, out["base_period"] = _index(frame, by, base_period)
    else:
        value = _rank(frame)
    out["value"], out["value_low"], out["value_high"] = value, low, high
    return out


def cross_section(frame: pd.DataFrame, period: str) -> pd.DataFrame:
    """The rows of one period, highest value (or visits) first, missing last."""
    measure = "value" if "value" in frame else "visits"
    rows = frame[(frame["time_period"] == period).to_numpy()]
    return rows.sort_values(measure, ascending=False, na_position="last", kind="stable").reset_index(
        drop=True
    )


def time_series(
    frame: pd.DataFrame,
    *,
    by: By,
    members: Sequence[str] | None = None,
    start: str | None = None,
    end: str | None = None,
) -> pd.DataFrame:
    """The rows of some members (None: all) from the period of month `start` to that of month `end`.

    Taken after `apply_metric`, so that a change on the year before keeps the year before the window.
    """
    codes, periods = coded(frame["time_period"])
    inside = np.array([_within(str(period), start, end) for period in periods], dtype=bool)
    keep = np.append(inside, False)[codes]
    if members is not None:
        keep &= frame[by].isin(list(members)).to_numpy()
    return frame[keep].reset_index(drop=True)


def _within(period: str, start: str | None, end: str | None) -> bool:
    freq = freq_of(period)
    return (start is None or period >= period_of(start, freq)) and (
        end is None or period <= period_of(end, freq)
    )


def _grid(
    frame: pd.DataFrame, by: str, values: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, pd.Index]:
    """Values as groups x periods (NaN where no row), and the place of each row on both axes."""
    group, labels = coded(frame[by])
    period, periods = coded(frame["time_period"])
    grid = np.full((len(labels), len(periods)), np.nan)
    grid[group, period] = values
    return grid, group, period, periods


def _complete_visits(frame: pd.DataFrame) -> np.ndarray:
    return np.where(
        frame["complete"].to_numpy(dtype=bool), frame["visits"].to_numpy(dtype=np.float64), np.nan
    )


def _rank(frame: pd.DataFrame) -> np.ndarray:
    periods = frame.groupby("time_period", observed=True, sort=False)["visits"]
    return periods.rank(method="min", ascending=False).to_numpy()


def _year_on_year(frame: pd.DataFrame, by: str) -> np.ndarray:
    visits = _complete_visits(frame)
    grid, group, period, periods = _grid(frame, by, visits)
    before = periods.get_indexer(pd.Index([year_before(str(name)) for name in periods]))
    base = np.where(before[period] >= 0, grid[group, before[period]], np.nan)
    return np.divide(visits, base, out=np.full(len(visits), np.nan), where=base > 0) - 1.0


def _index(frame: pd.DataFrame, by: str, base_period: str | None) -> tuple[np.ndarray, np.ndarray]:
    visits = _complete_visits(frame)
    grid, group, _, periods = _grid(frame, by, visits)
    if base_period is None:
        first = np.argmax(grid > 0, axis=1)
    else:
        first = np.full(len(grid), periods.get_indexer(pd.Index([base_period]))[0])
    base = grid[np.arange(len(grid)), first]
    base = np.where((first >= 0) & (base > 0), base, np.nan)
    names = np.where(np.isnan(base), None, np.asarray(periods.astype(object))[first])
    return INDEX_BASE * visits / base[group], names[group]
