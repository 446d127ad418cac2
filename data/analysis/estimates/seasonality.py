"""Seasonal ratios by region from a panel of site popularity."""
from __future__ import annotations

import numpy as np
import pandas as pd

from data.analysis.estimates.parameters import Seasonality


def seasonal_ratios(panel: pd.DataFrame, regions: tuple[str, ...], season: Seasonality) -> pd.DataFrame:
    """Ratio of each calendar month to the year's mean, by region.

    panel: domain, region, time_period `YYYY-MM`, popularity (page loads relative to the most visited site).
    Ratio to a centred 12-month mean (2 x 12 moving average), clipped to the months present at the panel's
    ends (at least `shortest_window`); median over the domains of a region, shrunk towards 1 by
    n / (n + shrinkage) with n domains, and scaled to a mean of 1 over the year.
    Source: ratio-to-moving-average decomposition (Makridakis et al. 1998, ch. 3).
    Returns region, month, ratio, domains.
    """
    rows = []
    for _, group in panel.groupby("domain", sort=True):
        months = pd.PeriodIndex(group["time_period"], freq="M")
        index = pd.Index(np.asarray(months.year) * 12 + np.asarray(months.month) - 1)
        level = pd.Series(np.log(group["popularity"].to_numpy()), index=index)
        level = level.groupby(level=0).mean().reindex(range(int(index.min()), int(index.max()) + 1))
        centred = _log_ratio(level, season.shortest_window)
        rows.append(pd.DataFrame({"region": group["region"].iloc[0], "month": centred.index % 12 + 1,
                                  "domain": group["domain"].iloc[0], "log_ratio": centred.to_numpy()}))
    empty = pd.DataFrame(columns=["region", "month", "domain", "log_ratio"])
    ratios = pd.concat(rows, ignore_index=True).dropna() if rows else empty
    per_domain = ratios.groupby(["region", "month", "domain"], as_index=False)["log_ratio"].mean()
    pooled = per_domain.groupby(["region", "month"])["log_ratio"].agg(["median", "count"])
    full = pd.MultiIndex.from_product([regions, range(1, 13)], names=["region", "month"])
    pooled = pooled.reindex(full).fillna(0.0)
    weight = pooled["count"] / (pooled["count"] + season.shrinkage)
    ratio = np.exp(pooled["median"] * weight)
    ratio = ratio / ratio.groupby(level="region").transform("mean")
    return pd.DataFrame({"ratio": ratio, "domains": pooled["count"].astype("int64")}).reset_index()


def _log_ratio(level: pd.Series, shortest: int) -> pd.Series:
    """Log level minus its centred mean, in which the two outer months of 13 count half."""
    weights = np.array([0.5] + [1.0] * 11 + [0.5])
    padded = np.concatenate([np.full(6, np.nan), level.to_numpy(), np.full(6, np.nan)])
    windows = np.lib.stride_tricks.sliding_window_view(padded, 13)
    present = ~np.isnan(windows)
    total = np.where(present, windows, 0.0) @ weights
    mean = total / np.maximum(present @ weights, 1e-9)
    ratio = level.to_numpy() - mean
    ratio[present.sum(axis=1) < shortest] = np.nan
    return pd.Series(ratio, index=level.index)
