"""The market landscape: how old storefronts are and how much they are visited."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.analysis.coding import local_only

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
    local = local_only(storefronts)[[*ATTRIBUTES, "launched_year", "verification"]]
    amounts = visits[["marketplace_id", *MEASURES]].astype({"marketplace_id": object})
    out = local.astype({"marketplace_id": object}).merge(amounts, on="marketplace_id", how="inner")
    launched = out["launched_year"].to_numpy(dtype=np.float64, na_value=np.nan)
    age = np.where(launched <= year, year - launched, np.nan)
    out.insert(len(ATTRIBUTES) + 2, "age", pd.Series(age).astype("Int64"))
    out = out[(out["visits"] > 0).to_numpy()]
    return out.sort_values("visits", ascending=False, kind="stable").reset_index(drop=True)
