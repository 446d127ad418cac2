"""How concentrated visits are among storefronts or among their owners."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.analysis.coding import TOTAL, coded, share

HHI_MAX = 10_000.0
TOP = 3


def hhi(visits: np.ndarray) -> float:
    """Herfindahl-Hirschman index of the shares: 10 000 times the sum of squares, so 10 000 is a monopoly.

    Missing and zero visits have no share; NaN when nothing is left. Source: United States Department of
    Justice and FTC, Merger Guidelines (2023), 2.1.
    """
    known = visits[visits > 0]
    if not len(known):
        return float("nan")
    return min(float(HHI_MAX * np.sum((known / known.sum()) ** 2)), HHI_MAX)


def top_share(visits: np.ndarray, count: int = TOP) -> float:
    """Share of the `count` largest in the sum; NaN when there are no visits."""
    known = np.sort(visits[visits > 0])[::-1]
    return float(known[:count].sum() / known.sum()) if len(known) else float("nan")


def concentration(
    visits: pd.DataFrame,
    storefronts: pd.DataFrame,
    *,
    unit: str = "marketplace_id",
    within: str | None = None,
) -> pd.DataFrame:
    """HHI and top-3 share per period, over storefronts or over their owners.

    `visits`: marketplace_id, visits and, if there are several periods, time_period (a frame of
    `traffic.visits_by(by='marketplace_id')` or `traffic.visits_in`). `storefronts`: marketplace_id,
    storefront, `unit` and `within`. `unit`: marketplace_id, or owner (brands of one owner together; a
    storefront whose owner is unknown stands alone). `within`: ref_area, region, or None for one market.
    Foreign sites used by residents never count. The mean of an index over separate national markets is not
    the index of the region: `within=None` takes the region as one market.

    Returns [within, if given], [time_period, if given], hhi (0 to 10 000), top3_share (0 to 1), units,
    n_storefronts, visits.
    """
    names = ["marketplace_id", "storefront", unit] + ([within] if within else [])
    known = storefronts[list(dict.fromkeys(names))].set_index("marketplace_id", drop=False)
    codes, ids = coded(visits["marketplace_id"])
    facts = known.reindex(ids)
    local = (facts["storefront"] == "local").to_numpy()
    market, markets = coded((facts[within] if within else pd.Series(TOTAL, index=ids)).astype(object))
    who = facts[unit].astype(object).where(facts[unit].notna(), facts["marketplace_id"])
    owner, owners = coded(who)
    values = visits["visits"].to_numpy(dtype=np.float64)
    keep = local[codes] & (market[codes] >= 0) & (values > 0)
    period, periods = (
        coded(visits["time_period"]) if "time_period" in visits else (np.zeros_like(codes), None)
    )
    width = 1 if periods is None else len(periods)
    cell = (market[codes] * width + period)[keep]
    size = len(markets) * width
    pairs, inverse = np.unique(cell * len(owners) + owner[codes][keep], return_inverse=True)
    sums = np.bincount(inverse, weights=values[keep]) if len(pairs) else np.zeros(0)
    place = pairs // max(len(owners), 1)
    return _frame(place, sums, np.bincount(cell, minlength=size), markets, periods, within)


def _frame(
    place: np.ndarray,
    sums: np.ndarray,
    storefronts: np.ndarray,
    markets: pd.Index,
    periods: pd.Index | None,
    within: str | None,
) -> pd.DataFrame:
    size = len(storefronts)
    total = np.bincount(place, weights=sums, minlength=size)
    squares = np.bincount(place, weights=sums**2, minlength=size)
    order = np.lexsort((-sums, place))
    first = np.searchsorted(place[order], np.arange(size))
    nth = np.arange(len(order)) - first[place[order]]
    top = np.bincount(place[order][nth < TOP], weights=sums[order][nth < TOP], minlength=size)
    present = np.flatnonzero(total > 0)
    width = 1 if periods is None else len(periods)
    columns: dict[str, object] = {}
    if within:
        columns[within] = pd.Categorical.from_codes(present // width, categories=markets)
    if periods is not None:
        columns["time_period"] = pd.Categorical.from_codes(present % width, categories=periods)
    columns["hhi"] = np.minimum(HHI_MAX * share(squares, total**2)[present], HHI_MAX)
    columns["top3_share"] = np.minimum(share(top, total)[present], 1.0)
    columns["units"] = np.bincount(place, minlength=size)[present]
    columns["n_storefronts"] = storefronts[present]
    columns["visits"] = total[present]
    return pd.DataFrame(columns)
