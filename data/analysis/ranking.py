"""The table of storefronts: what the register says, visits of the last twelve months, rank, a small curve."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.analysis.aggregation import aggregate
from data.analysis.coding import coded, is_local, places, plain, positions, share
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
    national = is_local(storefronts)
    chosen = storefronts if include_foreign else storefronts[national]
    national = national if include_foreign else national[national]
    months = last_complete_months(monthly)
    now, before = _windows(monthly, chosen, months)
    visits = now["visits"].to_numpy(dtype=np.float64)
    ranked = np.where(national & (visits > 0), visits, np.nan)
    order = np.lexsort((plain(chosen["marketplace_id"]).astype(str), -np.nan_to_num(visits, nan=-1.0)))
    country, countries = coded(chosen["ref_area"])
    total = np.bincount(country, weights=np.nan_to_num(ranked), minlength=len(countries))
    class_at = positions(chosen["marketplace_id"], plain(evidence["marketplace_id"]))
    both = now["complete"].to_numpy(dtype=bool) & before["complete"].to_numpy(dtype=bool)
    earlier = before["visits"].to_numpy(dtype=np.float64)
    added = {
        "period": np.full(len(chosen), window_name(months) if months else "", dtype=object),
        **{name: now[name].array for name in ("visits", "visits_low", "visits_high")},
        "visits_before": earlier,
        "change": share(visits, np.where(both, earlier, 0.0)) - 1.0,
        "share_of_country": share(ranked, total[country]),
        **{name: now[name].array for name in ("obs_status", "published_share", "complete")},
        "evidence_class": np.append(plain(evidence["evidence_class"]), [None])[class_at],
        "sparkline": pd.Series(sparklines(monthly, chosen, sparkline_freq), dtype=object).array,
    }
    rank = pd.Series(ranked).rank(method="min", ascending=False).astype("Int64")
    parts = [pd.DataFrame({"rank": rank}), chosen.reset_index(drop=True), pd.DataFrame(added, copy=False)]
    return pd.concat(parts, axis=1).take(order).reset_index(drop=True)


def sparklines(
    monthly: pd.DataFrame, storefronts: pd.DataFrame, freq: Freq = "Q"
) -> list[list[float | None]]:
    """Visits per complete period for each storefront, in their order; None where there is no value."""
    series = aggregate(monthly, storefronts, ["marketplace_id"], freq)
    ids = plain(storefronts["marketplace_id"])
    period, periods = coded(series["time_period"])
    grid = np.full((len(ids), len(periods)), np.nan)
    grid[positions(series["marketplace_id"], ids), period] = series["visits"].to_numpy()
    whole = np.zeros(len(periods), dtype=bool)
    whole[period[series["complete"].to_numpy(dtype=bool)]] = True
    return [[None if value != value else value for value in row] for row in grid[:, whole].tolist()]


def _windows(
    monthly: pd.DataFrame, chosen: pd.DataFrame, months: list[str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The last twelve months and the twelve before, one row per storefront in the order of `chosen`.

    A storefront that the data do not know at all is missing (O) and not complete.
    """
    windows = {"now": months, "before": months_before(months)} if months else {}
    sums = aggregate(monthly, chosen, ["marketplace_id"], windows=windows)
    window = positions(sums["time_period"], ["now", "before"])
    now, before = (_aligned(sums[window == place], plain(chosen["marketplace_id"])) for place in range(2))
    return now, before


def _aligned(sums: pd.DataFrame, ids: np.ndarray) -> pd.DataFrame:
    at = places(ids, plain(sums["marketplace_id"]))
    columns: dict[str, object] = {
        name: np.append(sums[name].to_numpy(dtype=np.float64), np.nan)[at]
        for name in ("visits", "visits_low", "visits_high", "published_share")
    }
    columns["obs_status"] = np.append(plain(sums["obs_status"]), "O")[at]
    columns["complete"] = np.append(sums["complete"].to_numpy(dtype=bool), False)[at]
    return pd.DataFrame(columns, copy=False)
