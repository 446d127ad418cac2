"""Seasonal ratios by region from a panel of site popularity."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.analysis.estimates.parameters import Seasonality


def seasonal_ratios(panel: pd.DataFrame, regions: tuple[str, ...], season: Seasonality) -> pd.DataFrame:
    """Ratio of each calendar month to the year's mean, by region.

    panel: domain, region, time_period `YYYY-MM`, popularity (page loads relative to the most visited site).
    The ratio is that to the mean of the 12 months around (METHODS 1), over a year spliced together by
    `spliced_year`; median over the domains of a region, shrunk towards 1 by n / (n + shrinkage) with n
    domains, and scaled to a mean of 1 over the year. Returns region, month, ratio, domains.
    """
    rows = []
    for domain, group in panel.groupby("domain", sort=True):
        months = pd.PeriodIndex(group["time_period"], freq="M")
        level = pd.Series(np.log(group["popularity"].to_numpy(float)), index=months).sort_index()
        year = spliced_year(level, season)
        rows.append(
            pd.DataFrame(
                {
                    "region": group["region"].iloc[0],
                    "month": year.index,
                    "domain": domain,
                    "log_ratio": year.to_numpy(),
                }
            )
        )
    empty = pd.DataFrame(columns=["region", "month", "domain", "log_ratio"])
    ratios = pd.concat(rows, ignore_index=True) if rows else empty
    pooled = ratios.groupby(["region", "month"])["log_ratio"].agg(["median", "count"])
    full = pd.MultiIndex.from_product([regions, range(1, 13)], names=["region", "month"])
    pooled = pooled.reindex(full).fillna(0.0)
    weight = pooled["count"] / (pooled["count"] + season.shrinkage)
    ratio = pd.Series(np.exp((pooled["median"] * weight).to_numpy(float)), index=full)
    ratio = ratio / ratio.groupby(level="region").transform("mean")
    return pd.DataFrame({"ratio": ratio, "domains": pooled["count"].astype("int64")}).reset_index()


def spliced_year(level: pd.Series, season: Seasonality) -> pd.Series:
    """Log ratio of each calendar month to the mean of the year, for one domain; empty where too thin.

    level: log popularity by month (PeriodIndex). The panel was widened in `panel_break`: all sites outside
    Europe jump by half in one month, which is no season. So the months from the break on (at least
    `shortest_window`, August to April) are freed of their straight trend, and the months before are joined to
    them by the April that both stretches have.
    """
    break_month = pd.Period(season.panel_break, freq="M")
    after = level[level.index >= break_month].iloc[:12]
    empty = pd.Series(dtype=float, index=pd.Index([], dtype="int64"))
    if len(after) < season.shortest_window:
        return empty
    position = np.arange(len(after), dtype=float)
    after = after - np.polyval(np.polyfit(position, after.to_numpy(), 1), position)
    year = pd.Series(after.to_numpy(), index=pd.PeriodIndex(after.index).month)
    before = level[(level.index < break_month) & (level.index >= break_month - 12)]
    before = pd.Series(before.to_numpy(), index=pd.PeriodIndex(before.index).month)
    common = before.index.intersection(year.index)
    if len(common):
        shift = float((year[common] - before[common]).mean())
        year = pd.concat([year, before.drop(common) + shift])
    return (year - year.mean()).sort_index()
