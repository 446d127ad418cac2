"""The market landscape: how old storefronts are and how much they are visited."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.analysis.coding import is_local, plain, positions

ATTRIBUTES = ["marketplace_id", "name", "ref_area", "region", "owner", "offering", "market_type", "category"]
MEASURES = ["visits", "visits_low", "visits_high", "obs_status"]


def landscape(storefronts: pd.DataFrame, visits: pd.DataFrame, year: int) -> pd.DataFrame:
    """Age and visits of the storefronts that had visits, most visited first.

    `storefronts`: the register with region; `visits`: frame of `traffic.visits_in`. Foreign sites used by
    residents are left out. Returns marketplace_id, name, ref_area, region, owner, offering, market_type,
    category, launched_year, verification, age (years in `year`; missing where the launch year is unknown:
    such storefronts cannot be placed and are to be counted beside the chart), visits, visits_low,
    visits_high, obs_status.
    """
    at = positions(storefronts["marketplace_id"], plain(visits["marketplace_id"]))
    amount = np.append(visits["visits"].to_numpy(dtype=np.float64), np.nan)[at]
    rows = np.flatnonzero(is_local(storefronts) & (amount > 0))
    rows = rows[np.argsort(-amount[rows], kind="stable")]
    out = storefronts[[*ATTRIBUTES, "launched_year", "verification"]].take(rows).reset_index(drop=True)
    launched = out["launched_year"].to_numpy(dtype=np.float64, na_value=np.nan)
    out["age"] = pd.Series(np.where(launched <= year, year - launched, np.nan)).astype("Int64")
    for name in MEASURES:
        out[name] = visits[name].array.take(at[rows])
    return out
