"""Where a country stands among the others on every determinant."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from data.analysis.correlation.coefficients import ranks
from data.analysis.correlation.panel import Panel

# Fewer countries than this say nothing of a place among 36.
LEAST_COUNTRIES = 10


def positions(panel: Panel, direction: Mapping[str, str], region_of: Mapping[str, str]) -> pd.DataFrame:
    """One row per country and series with a value.

    Columns: series (place in panel.series), indicator, ref_area, region, value, year, n (countries known),
    rank (1 is best, or largest where the direction is neutral; equal values share the better rank), place
    (0 to 1: share of the other countries that it leaves behind, ties counted half), region_median (value).
    `direction`: indicator -> higher_is_better, lower_is_better or neutral.
    """
    known = np.isfinite(panel.values)
    lower = np.array([direction.get(one.indicator) == "lower_is_better" for one in panel.series], dtype=bool)
    signed = np.where(lower, -1.0, 1.0) * np.where(known, panel.values, 0.0)
    n = known.sum(axis=0)
    middle = ranks(signed, known)
    place = np.divide(middle - 1, n - 1, out=np.full(middle.shape, np.nan), where=known & (n > 1))
    ahead = (known[:, None] & known[None] & (signed[:, None] > signed[None])).sum(axis=0)
    row, column = np.nonzero(known.T)[::-1]
    areas = np.array(panel.areas, dtype=object)[row]
    regions = np.array([region_of.get(area, "") for area in panel.areas], dtype=object)
    median = np.full(panel.values.shape, np.nan)
    for region in set(regions):
        inside = regions == region
        for at in np.flatnonzero(known[inside].any(axis=0)):
            values = panel.values[inside, at]
            median[inside, at] = np.median(values[np.isfinite(values)])
    return pd.DataFrame(
        {
            "series": column,
            "indicator": [panel.series[at].indicator for at in column],
            "ref_area": areas,
            "region": regions[row],
            "value": panel.values[row, column],
            "year": panel.years[row, column].astype(int),
            "n": n[column],
            "rank": ahead[row, column] + 1,
            "place": place[row, column],
            "region_median": median[row, column],
        }
    )


def extremes(
    found: pd.DataFrame, area: str, direction: Mapping[str, str], count: int = 5
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The strongest and the weakest `count` rows of a country, best and worst first, none in both.

    Series without a better end, or known for fewer than LEAST_COUNTRIES countries, are left out. Strong is
    the upper half of the countries, weak the lower.
    """
    own = found[(found["ref_area"] == area) & (found["n"] >= LEAST_COUNTRIES) & found["place"].notna()]
    own = own[own["indicator"].map(direction.get) != "neutral"].sort_values("indicator", kind="stable")
    strong, weak = own[own["place"] > 0.5], own[own["place"] < 0.5]
    return (
        strong.sort_values("place", ascending=False, kind="stable").head(count).reset_index(drop=True),
        weak.sort_values("place", kind="stable").head(count).reset_index(drop=True),
    )
