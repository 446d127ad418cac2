"""The table of storefronts: what the register says, visits of the last twelve months, rank, a small curve."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.analysis.aggregation import aggregate
from data.analysis.coding import coded, local_only, positions, share
from data.analysis.periods import Freq, last_complete_months, months_before, window_name


def ranking(
    monthly: pd.DataFrame,
    storefronts: pd.DataFrame,
    evidence: pd.DataFrame,
    *,
    sparkline_freq: Freq = "Q",
    include_foreign: bool = False,
) -> pd.DataFrame:
    """One row per selected storefront, most visited first; storefronts without visits last.

    `monthly` as in `traffic.visits_by`; `storefronts`: the register with region; `evidence`: marketplace_id,
    evidence_class. Foreign sites used by residents are no marketplaces of the country: left out unless
    `include_foreign`, and then without rank and share.

    Returns rank (1 = most visits, missing without visits), all columns of `storefronts`, period (first/last
    month), visits, visits_low, visits_high (in the last twelve complete months), visits_before (in the twelve
    before), change (visits / visits_before - 1, only if both are complete), share_of_country (of the visits
    of the selected storefronts of its country), obs_status, published_share, complete, evidence_class,
    sparkline (list of visits per `sparkline_freq` period, complete periods only, None where not open).
    """
    chosen = storefronts if include_foreign else local_only(storefronts)
    chosen = chosen.reset_index(drop=True)
    months = last_complete_months(monthly)
    now, before = _windows(monthly, chosen, months)
    out = chosen.copy()
    out["period"] = window_name(months) if months else ""
    for name in ("visits", "visits_low", "visits_high"):
        out[name] = now[name].to_numpy()
    out["visits_before"] = before["visits"].to_numpy()
    out["change"] = _change(now, before)
    national = (chosen["storefront"] == "local").to_numpy()
    visits = np.where(national, out["visits"].to_numpy(), np.nan)
    country, countries = coded(chosen["ref_area"])
    total = np.bincount(country, weights=np.nan_to_num(visits), minlength=len(countries))
    out["share_of_country"] = share(visits, total[country])
    out["obs_status"] = now["obs_status"].to_numpy()
    out["published_share"] = now["published_share"].to_numpy()
    out["complete"] = now["complete"].to_numpy()
    classes = pd.Series(
        evidence["evidence_class"].astype(object).to_numpy(), index=evidence["marketplace_id"].astype(object)
    )
    out["evidence_class"] = chosen["marketplace_id"].astype(object).map(classes)
    out["sparkline"] = pd.Series(sparklines(monthly, chosen, sparkline_freq), dtype=object)
    ranks = pd.Series(visits).where(pd.Series(visits) > 0).rank(method="min", ascending=False)
    out.insert(0, "rank", ranks.astype("Int64"))
    order = np.lexsort(
        (out["marketplace_id"].astype(str), -np.nan_to_num(out["visits"].to_numpy(), nan=-1.0))
    )
    return out.iloc[order].reset_index(drop=True)


def sparklines(
    monthly: pd.DataFrame, storefronts: pd.DataFrame, freq: Freq = "Q"
) -> list[list[float | None]]:
    """Visits per complete period for each storefront, in their order; None where there is no value."""
    series = aggregate(monthly, storefronts, ["marketplace_id"], freq)
    ids = pd.Index(storefronts["marketplace_id"])
    period, periods = coded(series["time_period"])
    grid = np.full((len(ids), len(periods)), np.nan)
    grid[positions(series["marketplace_id"], ids), period] = series["visits"].to_numpy()
    whole = np.zeros(len(periods), dtype=bool)
    whole[period[series["complete"].to_numpy(dtype=bool)]] = True
    kept = grid[:, whole]
    return [[None if value != value else value for value in row] for row in kept.tolist()]


def _windows(
    monthly: pd.DataFrame, chosen: pd.DataFrame, months: list[str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The last twelve months and the twelve before, one row per storefront in the order of `chosen`."""
    earlier = months_before(months)
    windows = {"now": months, "before": earlier} if months else {}
    sums = aggregate(monthly, chosen, ["marketplace_id"], windows=windows)
    ids = chosen["marketplace_id"]
    halves = []
    for name in ("now", "before"):
        part = sums[(sums["time_period"] == name).to_numpy()]
        part = part.set_index(part["marketplace_id"].astype(object)).drop(columns="marketplace_id")
        part["obs_status"] = part["obs_status"].astype(object)
        halves.append(part.reindex(ids.astype(object)))
    now, before = halves
    return now.fillna({"obs_status": "O"}), before


def _change(now: pd.DataFrame, before: pd.DataFrame) -> np.ndarray:
    both = (now["complete"] == True).to_numpy() & (before["complete"] == True).to_numpy()  # noqa: E712 (missing)
    base = np.where(both, before["visits"].to_numpy(dtype=np.float64), np.nan)
    return share(now["visits"].to_numpy(dtype=np.float64), np.nan_to_num(base)) - 1.0
