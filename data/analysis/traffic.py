"""Visits by country, marketplace, region or offering, and what is made of them: per user, change, index, rank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np
import pandas as pd

from data.analysis.aggregation import aggregate
from data.analysis.coding import coded, local_only, positions, share
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
    members = storefronts if include_foreign else local_only(storefronts)
    keys = [by] if isinstance(by, str) else list(by)
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
        users, years = _users(frame, by, internet_users, storefronts, region_of)
        value = share(visits, users)
        low, high = share(frame["visits_low"].to_numpy(), users), share(frame["visits_high"].to_numpy(), users)
        out["users_year"] = years
    elif metric == "yoy":
        value = _year_on_year(frame, by)
    elif metric == "index":
        value, out["base_period"] = _index(frame, by, base_period)
    else:
        value = frame.groupby("time_period", observed=True, sort=False)["visits"].rank(method="min", ascending=False)
        value = value.to_numpy()
    out["value"], out["value_low"], out["value_high"] = value, low, high
    return out


def cross_section(frame: pd.DataFrame, period: str) -> pd.DataFrame:
    """The rows of one period, highest value (or visits) first, missing last."""
    measure = "value" if "value" in frame else "visits"
    rows = frame[(frame["time_period"] == period).to_numpy()]
    return rows.sort_values(measure, ascending=False, na_position="last", kind="stable").reset_index(drop=True)


def time_series(
    frame: pd.DataFrame,
    *,
    by: By,
    members: Sequence[str] | None = None,
    start: str | None = None,
    end: str | None = None,
) -> pd.DataFrame:
    """The rows of some members (None: all) from the period of month `start` to that of month `end`.

    Taken after `apply_metric`, so that a year-on-year change at the start of the window keeps its year before.
    """
    codes, periods = coded(frame["time_period"])
    inside = np.array([_within(str(period), start, end) for period in periods], dtype=bool)
    keep = np.append(inside, False)[codes]
    if members is not None:
        keep &= frame[by].isin(list(members)).to_numpy()
    return frame[keep].reset_index(drop=True)


def _within(period: str, start: str | None, end: str | None) -> bool:
    freq = freq_of(period)
    return (start is None or period >= period_of(start, freq)) and (end is None or period <= period_of(end, freq))


def _grid(frame: pd.DataFrame, by: str, values: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, pd.Index]:
    """Values as groups x periods (NaN where no row), and the place of each row on both axes."""
    group, labels = coded(frame[by])
    period, periods = coded(frame["time_period"])
    grid = np.full((len(labels), len(periods)), np.nan)
    grid[group, period] = values
    return grid, group, period, periods


def _complete_visits(frame: pd.DataFrame) -> np.ndarray:
    return np.where(frame["complete"].to_numpy(dtype=bool), frame["visits"].to_numpy(dtype=np.float64), np.nan)


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


def _users(
    frame: pd.DataFrame,
    by: str,
    internet_users: pd.DataFrame | None,
    storefronts: pd.DataFrame | None,
    region_of: Mapping[str, str] | None,
) -> tuple[np.ndarray, np.ndarray]:
    """Internet users behind each row and the year they are of (the oldest, where countries differ)."""
    if internet_users is None:
        raise ValueError("internet_users: needed for visits per internet user (ref_area, time_period, users)")
    group, labels = coded(frame[by])
    periods, names = coded(frame["time_period"])
    years = np.array([int(str(name)[:4]) for name in names], dtype=np.intp)
    areas = internet_users["ref_area"].astype(object)
    if by == "ref_area":
        unit = areas
    elif by == "region":
        if region_of is None:
            raise ValueError("region_of: needed for visits per internet user by region (ref_area -> region)")
        unit = areas.map(dict(region_of))
    elif by == "marketplace_id":
        if storefronts is None:
            raise ValueError("storefronts: needed for visits per internet user by marketplace")
        served = storefronts.set_index("marketplace_id")["ref_area"].astype(object).reindex(labels)
        unit, labels = areas, pd.Index(served.unique())
        group = labels.get_indexer(pd.Index(served))[group]
    else:
        unit, labels = pd.Series("", index=areas.index), pd.Index([""])
        group = np.zeros_like(group)
    users, used = _users_grid(internet_users, positions(unit, labels), len(labels), years)
    row_users, row_used = users[group, periods], used[group, periods]
    return row_users, np.where(row_users > 0, row_used.astype(object), None)


def _users_grid(
    internet_users: pd.DataFrame, unit: np.ndarray, units: int, years: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Users by unit and year: the sum over countries of the latest value up to that year, and its oldest year."""
    area, areas = coded(internet_users["ref_area"].astype(object))
    year = internet_users["time_period"].astype(int).to_numpy()
    value = internet_users["users"].to_numpy(dtype=np.float64)
    known = value > 0
    of_area = np.full(len(areas), -1, dtype=np.intp)
    of_area[area] = unit
    users = np.zeros((units, len(years)))
    used = np.full((units, len(years)), np.iinfo(np.intp).max)
    cache: dict[int, tuple[np.ndarray, np.ndarray]] = {}
    for column, until in enumerate(years):
        if int(until) not in cache:
            cache[int(until)] = _latest(area, year, value, known & (year <= until) & (unit >= 0), len(areas))
        latest, when = cache[int(until)]
        has = when > 0
        np.add.at(users[:, column], of_area[has], latest[has])
        np.minimum.at(used[:, column], of_area[has], when[has])
    return users, used


def _latest(
    area: np.ndarray, year: np.ndarray, value: np.ndarray, keep: np.ndarray, areas: int
) -> tuple[np.ndarray, np.ndarray]:
    order = np.flatnonzero(keep)[np.argsort(year[keep], kind="stable")]
    latest, when = np.zeros(areas), np.zeros(areas, dtype=np.intp)
    # Later years are written last and stand.
    latest[area[order]] = value[order]
    when[area[order]] = year[order]
    return latest, when
