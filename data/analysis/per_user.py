"""How many internet users stand behind each row of visits."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from data.analysis.coding import coded, positions


def users_of(
    frame: pd.DataFrame,
    by: str,
    internet_users: pd.DataFrame | None,
    storefronts: pd.DataFrame | None,
    region_of: Mapping[str, str] | None,
) -> tuple[np.ndarray, np.ndarray]:
    """Internet users (persons) of each row's country, or countries, in its year, and the year they are of.

    `frame`: `by`, time_period. A year without a value takes the latest earlier one; the year returned is then
    the earlier one, and the oldest where countries are added up. Both are NaN where nothing is known.
    Other arguments and errors as in `traffic.apply_metric`.
    """
    if internet_users is None:
        raise ValueError("internet_users: needed for visits per internet user (ref_area, time_period, users)")
    group, labels = coded(frame[by])
    period, periods = coded(frame["time_period"])
    areas = pd.Series(internet_users["ref_area"].astype(object).to_numpy())
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
        unit, labels, group = pd.Series("", index=areas.index), pd.Index([""]), np.zeros_like(group)
    years = np.array([int(str(name)[:4]) for name in periods], dtype=np.int64)
    distinct, at = np.unique(years, return_inverse=True)
    users, used = _grid(internet_users, positions(unit, labels), len(labels), distinct)
    column = at[period]
    return users[group, column], used[group, column]


def _grid(
    internet_users: pd.DataFrame, unit: np.ndarray, units: int, years: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Users by unit and year: sum over countries of the latest value up to that year, and the oldest year."""
    area, areas = coded(internet_users["ref_area"].astype(object))
    year = internet_users["time_period"].astype(int).to_numpy()
    value = internet_users["users"].to_numpy(dtype=np.float64)
    known = (value > 0) & (unit >= 0)
    unit_of_area = np.full(len(areas), -1, dtype=np.intp)
    unit_of_area[area] = unit
    users = np.zeros((units, len(years)))
    used = np.full((units, len(years)), np.inf)
    by_year = np.argsort(year, kind="stable")
    for column, until in enumerate(years):
        rows = by_year[(known & (year <= until))[by_year]]
        latest, when = np.zeros(len(areas)), np.full(len(areas), np.nan)
        # Rows come in order of years: the latest is written last and stands.
        latest[area[rows]] = value[rows]
        when[area[rows]] = year[rows]
        has = ~np.isnan(when)
        np.add.at(users[:, column], unit_of_area[has], latest[has])
        np.minimum.at(used[:, column], unit_of_area[has], when[has])
    empty = users == 0
    return np.where(empty, np.nan, users), np.where(empty, np.nan, used)
