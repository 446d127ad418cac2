"""Where visitors come from: their own country, its region, the other FEALAC region, the rest of the world."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from data.analysis.aggregation import aggregate
from data.analysis.coding import (
    TOTAL,
    coded,
    group_axis,
    local_only,
    places,
    plain,
    positions,
    share,
    tally,
    tidy,
)
from data.analysis.periods import Freq

ORIGIN_GROUPS = pd.Index(["national", "own_region", "other_region", "rest"], dtype=object)
REST_OF_WORLD = "_O"
FOREIGN_USED = "foreign_used"


def origin_group_table(areas: pd.Index, served: pd.Index, region_of: Mapping[str, str]) -> np.ndarray:
    """Place in ORIGIN_GROUPS of a visitor from each of `areas` at a storefront serving each of `served`.

    own_region: another member of the same FEALAC region; other_region: a member of the other region; rest:
    everywhere else (`_O` and any country that is not in `region_of`). Shape (areas, served).
    """
    regions_a = np.array([region_of.get(str(area), "") for area in areas], dtype=object)[:, None]
    regions_s = np.array([region_of.get(str(area), "") for area in served], dtype=object)[None, :]
    same = np.asarray(areas, dtype=object)[:, None] == np.asarray(served, dtype=object)[None, :]
    return np.select([same, regions_a == "", regions_a == regions_s], [0, 3, 1], 2)


def origin_groups(
    origin: pd.DataFrame, storefronts: pd.DataFrame, region_of: Mapping[str, str], *, by: str | None = None
) -> pd.DataFrame:
    """Visits and their share by group of origin, per year.

    `origin`: marketplace_id, time_period (year), counterpart_area, visits (in the year). `storefronts`:
    marketplace_id, ref_area, storefront and `by` (ref_area, region, offering, ...; None: all together).
    Foreign sites used by residents are left out: they are demand abroad, see `foreign_demand`.

    Returns [by, if given], time_period, origin_group, visits, share (of the period's visits, sums to 1),
    every group in every period, zeros included.
    """
    members = local_only(storefronts, "ref_area", *([by] if by else []))
    served_at, served = group_axis(origin, members, "ref_area")
    group_at, groups = group_axis(origin, members, by)
    period_at, periods = coded(origin["time_period"])
    area_at, areas = coded(origin["counterpart_area"])
    # A margin of -1, so that rows without a country or outside the selection fall into no group.
    table = np.pad(origin_group_table(areas, served, region_of), (0, 1), constant_values=-1)
    place = table[area_at, served_at]
    axes = [(group_at, len(groups)), (period_at, len(periods)), (place, len(ORIGIN_GROUPS))]
    cube = tally(origin["visits"], axes)
    frame = tidy(cube, **{by or TOTAL: groups}, time_period=periods, origin_group=ORIGIN_GROUPS)
    frame["share"] = share(cube, cube.sum(axis=2, keepdims=True)).ravel()
    return frame if by else frame.drop(columns=TOTAL)


def cross_border_share(
    origin: pd.DataFrame, storefronts: pd.DataFrame, region_of: Mapping[str, str], *, by: str | None = None
) -> pd.DataFrame:
    """Share of visits from outside the storefront's country, and from the other FEALAC region, per year.

    Arguments as `origin_groups`. Returns [by], time_period, visits, cross_border_share, other_region_share.
    """
    frame = origin_groups(origin, storefronts, region_of, by=by)
    size = len(ORIGIN_GROUPS)
    visits = frame["visits"].to_numpy().reshape(-1, size)
    shares = frame["share"].to_numpy().reshape(-1, size)
    out = frame[([by] if by else []) + ["time_period"]].iloc[::size].reset_index(drop=True)
    out["visits"] = visits.sum(axis=1)
    out["cross_border_share"] = shares[:, 1:].sum(axis=1)
    out["other_region_share"] = shares[:, ORIGIN_GROUPS.get_loc("other_region")]
    return out


def top_origins(
    origin: pd.DataFrame,
    storefronts: pd.DataFrame,
    *,
    year: str,
    limit: int | None = 10,
    include_national: bool = False,
) -> pd.DataFrame:
    """Countries from which most visits came in a year, the storefronts' own country left out.

    Arguments as `origin_groups`. The rest of the world is no country and is not ranked. With
    `include_national` visits from the served country count as well.
    Returns counterpart_area, visits, share (of all visits, national ones included), rank, most visits first.
    """
    matrix = origin_matrix(origin, storefronts, year=year)
    origin_at, areas = coded(matrix["counterpart_area"])
    visits = matrix["visits"].to_numpy()
    away = plain(matrix["counterpart_area"]) != plain(matrix["ref_area"])
    counted = np.where(include_national | away, visits, 0.0)
    sums = np.bincount(origin_at, weights=counted, minlength=len(areas))
    sums[places([REST_OF_WORLD], areas)] = 0.0
    order = np.argsort(-sums, kind="stable")
    order = order[sums[order] > 0][:limit]
    out = pd.DataFrame({"counterpart_area": plain(areas)[order], "visits": sums[order]})
    out["share"] = share(sums[order], np.asarray(visits.sum()))
    out["rank"] = np.arange(1, len(out) + 1)
    return out


def origin_matrix(
    origin: pd.DataFrame, storefronts: pd.DataFrame, *, year: str, region: str | None = None
) -> pd.DataFrame:
    """Origin x destination: visits of each origin to the storefronts of each country in a year.

    Arguments as `origin_groups`; `region` keeps the destinations of one region (needs storefronts.region).
    Returns counterpart_area (origin), ref_area (destination), visits, share (of the destination's visits),
    all pairs, zeros included.
    """
    members = local_only(storefronts, "ref_area", "region")
    if region is not None:
        members = members[(members["region"] == region).to_numpy()]
    rows = origin[positions(origin["time_period"], [year]) == 0]
    served_at, served = group_axis(rows, members, "ref_area")
    area_at, areas = coded(rows["counterpart_area"])
    cube = tally(rows["visits"], [(area_at, len(areas)), (served_at, len(served))])
    frame = tidy(cube, counterpart_area=areas, ref_area=served)
    frame["share"] = share(cube, cube.sum(axis=0, keepdims=True)).ravel()
    return frame


def storefront_origins(origin: pd.DataFrame, marketplace_id: str, *, year: str) -> pd.DataFrame:
    """Visitors of one storefront by origin in a year: counterpart_area, visits, share; no zeros."""
    at = positions(origin["marketplace_id"], [marketplace_id])
    rows = origin[(at == 0) & (origin["time_period"] == year).to_numpy() & (origin["visits"] > 0).to_numpy()]
    out = rows[["counterpart_area", "visits"]].sort_values("visits", ascending=False, kind="stable")
    out = out.reset_index(drop=True)
    out["share"] = share(out["visits"].to_numpy(dtype=float), np.asarray(out["visits"].sum()))
    return out


def foreign_demand(
    monthly: pd.DataFrame, storefronts: pd.DataFrame, *, by: str = "ref_area", freq: Freq = "A"
) -> pd.DataFrame:
    """Visits of residents to foreign sites (`foreign_used`): cross-border demand of their country.

    `by`: ref_area (residents of), home_area (to sites from), marketplace_id. Columns as `traffic.visits_by`.
    """
    members = storefronts[plain(storefronts["storefront"]) == FOREIGN_USED]
    return aggregate(monthly, members, [by], freq)
