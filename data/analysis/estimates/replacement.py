"""Which number stands for a storefront and month: licensed before published before estimated."""

from __future__ import annotations

import numpy as np
import pandas as pd

PRECEDENCE = ("licensed", "published", "estimated")
KEYS = ["marketplace_id", "time_period"]


def published_months(figures: pd.DataFrame) -> pd.DataFrame:
    """One row per storefront and month that a published figure covers.

    figures: marketplace_id, first, last, months, visits, month_stated, provider_code. Where figures overlap,
    the one of the shorter period wins, then the later. A figure whose page does not state the measured month
    informs the level but stands for no month. Columns as visits_monthly; obs_status A, low = high = visits.
    """
    stated = figures[figures["month_stated"]].sort_values(["months", "when"], ascending=[False, True])
    rows = [
        (row["marketplace_id"], str(month), row["visits"], row["provider_code"])
        for row in stated.to_dict("records")
        for month in pd.period_range(row["first"], row["last"], freq="M")
    ]
    frame = pd.DataFrame(rows, columns=[*KEYS, "visits", "provider"])
    frame = frame.drop_duplicates(KEYS, keep="last")
    frame["visits"] = frame["visits"].astype(float)
    return frame.assign(visits_low=frame["visits"], visits_high=frame["visits"], obs_status="A")


def replace_months(layers: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Best layer for each storefront and month of the estimates.

    layers: by name of PRECEDENCE, each with the columns of visits_monthly; `estimated` sets the grid of
    storefronts and months. A month that is not applicable (M) stays so whatever a figure says.
    """
    result = layers["estimated"].set_index(KEYS).sort_index()
    applicable = result.index[result["obs_status"] != "M"]
    for name in reversed(PRECEDENCE[:-1]):
        if name in layers and len(layers[name]):
            better = layers[name].set_index(KEYS)[result.columns]
            better = better.loc[better.index.intersection(applicable)]
            result.loc[better.index] = better
    result["visits"] = result["visits"].astype(np.float64)
    return result.reset_index()
