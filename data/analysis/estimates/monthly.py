"""Visits per month of every storefront: level path x internet users x season, with an 80 % interval."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from data.analysis.estimates.observations import log10_users
from data.analysis.estimates.parameters import Parameters
from data.analysis.estimates.trend import is_active, level_path, life, months_of

PROVIDER = "explorer_estimate"


def estimate_months(
    storefronts: pd.DataFrame,
    levels: pd.DataFrame,
    figures: pd.DataFrame,
    users: pd.DataFrame,
    season: pd.DataFrame,
    factors: dict[str, float],
    parameters: Parameters,
) -> pd.DataFrame:
    """Estimates on the grid of storefronts and months, in the columns of visits_monthly.

    levels: see model.BaseFit; season: region, month, ratio; factors: recalibration of the spread by
    evidence class without the own figure. Status M and no value outside a storefront's life.
    """
    calendar = months_of(parameters.time)
    ratios = season.set_index(["region", "month"])["ratio"]
    spans = life(storefronts).set_index("marketplace_id")
    persons = {
        area: log10_users(pd.Series([area] * len(calendar)), calendar["when"], users)
        for area in storefronts["ref_area"].unique()
    }
    seasons = {
        region: ratios[region].reindex(calendar["month"]).to_numpy()
        for region in storefronts["region"].unique()
    }
    by_figure = dict(tuple(figures.groupby("marketplace_id")))
    rows = []
    for row in storefronts.merge(levels, on="marketplace_id", suffixes=("", "_level")).to_dict("records"):
        mean, spread = path_of(
            row,
            calendar["when"].to_numpy(),
            by_figure.get(row["marketplace_id"]),
            users,
            factors[row["class_without_figure"]],
            parameters,
        )
        people, seasonal = persons[row["ref_area"]], seasons[row["region"]]
        visits = 10 ** (mean + people) * seasonal
        margin = 10 ** (parameters.interval.normal_quantile * spread)
        span = spans.loc[row["marketplace_id"]]
        active = is_active(calendar["year"], span["first_year"], span["last_year"]).to_numpy()
        rows.append(
            pd.DataFrame(
                {
                    "marketplace_id": row["marketplace_id"],
                    "time_period": calendar["time_period"],
                    "visits": np.where(active, visits, np.nan),
                    "visits_low": np.where(active, visits / margin, np.nan),
                    "visits_high": np.where(active, visits * margin, np.nan),
                    "obs_status": np.where(active, "E", "M"),
                    "provider": PROVIDER,
                }
            )
        )
    return pd.concat(rows, ignore_index=True)


def path_of(
    row: Mapping[Hashable, Any],
    when: np.ndarray,
    figures: pd.DataFrame | None,
    users: pd.DataFrame,
    factor: float,
    parameters: Parameters,
) -> tuple[np.ndarray, np.ndarray]:
    """Level path of one storefront (log10 visits per user) from its base level and its figures, if any.

    row: ref_area, base, sigma, base_date; factor: recalibration of sigma.
    """
    time = parameters.time
    if figures is None:
        figures = pd.DataFrame({"visits": [], "when": [], "month_stated": [], "unverified": []}, dtype=float)
    areas = pd.Series([row["ref_area"]] * len(figures))
    ratio = np.log10(figures["visits"].to_numpy(float)) - log10_users(areas, figures["when"], users)
    error = np.where(figures["month_stated"].astype(bool), time.figure_sigma, time.loose_figure_sigma)
    error = np.where(figures["unverified"].astype(bool), time.unverified_figure_sigma, error)
    return level_path(
        when,
        base=row["base"],
        sigma=row["sigma"] * factor,
        base_date=row["base_date"],
        figure_dates=figures["when"].to_numpy(float),
        figures=ratio,
        figure_sigma=error,
        drift=time.drift_per_year,
    )
