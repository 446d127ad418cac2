"""The relation between a domain's size class in the popularity list and its visits per month."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.analysis.estimates.parameters import Level


@dataclass(frozen=True)
class LevelRelation:
    """log10 visits per month = intercept + slope x log10 rank + country; sigma in log10, points used.

    countries: correction by country, where its domains lie off the line together.
    """

    intercept: float
    slope: float
    sigma: float
    points: int
    countries: dict[str, float]

    def visits(self, rank: pd.Series, areas: pd.Series | None = None) -> pd.Series:
        """Visits per month at a rank, for domains of a country when `areas` gives it."""
        effect = 0.0 if areas is None else areas.map(self.countries).fillna(0.0).to_numpy()
        return 10 ** (self.intercept + self.slope * np.log10(rank) + effect)


def middle_rank(bucket: pd.Series) -> pd.Series:
    """Geometric middle of a class: `top 10 000` holds ranks 1 001 to 10 000, middle 3 162."""
    return bucket / np.sqrt(10.0)


def fit_level(points: pd.DataFrame, panel: pd.DataFrame, level: Level) -> LevelRelation:
    """Robust log-linear fit of visits on rank.

    points: rank_bucket, ref_area (missing: many countries), visits, of storefronts with both a published
    figure and a class, and of whole domains, at the date of the list; panel: rank_bucket, popularity (page
    loads of a browser panel): it helps with the slope only, since the level of a European panel says nothing
    about visits in Asia or Latin America.
    Huber weights (k = 1.345); slope kept within bounds; sigma = 1.4826 x median absolute residual of points.
    The list counts look-ups at one resolver, which users of some countries (China) meet in other ways: the
    median residual of a country, shrunk n / (n + country_shrinkage), is its correction.
    """
    groups = [(points["rank_bucket"], points["visits"]), (panel["rank_bucket"], panel["popularity"])]
    rank = [np.log10(middle_rank(bucket.astype(float)).to_numpy()) for bucket, _ in groups]
    size = [np.log10(value.astype(float).to_numpy()) for _, value in groups]
    if len(rank[0]) == 0:
        raise ValueError("fit_level: no storefront has both a published figure and a size class")
    slope = float(np.clip(_pooled_slope(rank, size), *level.slope_bounds))
    intercept = _huber_mean(size[0] - slope * rank[0])
    residual = size[0] - slope * rank[0] - intercept
    by_country = pd.Series(residual).groupby(points["ref_area"].to_numpy()).agg(["median", "count"])
    shrunk = by_country["median"] * by_country["count"] / (by_country["count"] + level.country_shrinkage)
    countries = {str(area): float(value) for area, value in shrunk.items()}
    residual = residual - points["ref_area"].map(countries).fillna(0.0).to_numpy()
    spread = 1.4826 * float(np.median(np.abs(residual)))
    return LevelRelation(intercept, slope, max(spread, level.minimum_sigma), len(residual), countries)


def _pooled_slope(rank: list[np.ndarray], size: list[np.ndarray]) -> float:
    """Common slope of groups that each have their own level, by iterated Huber weights."""
    slope = -0.8  # start value; the iteration forgets it
    for _ in range(50):
        centred_rank, centred_size = [], []
        for r, s in zip(rank, size, strict=True):
            if len(r):
                residual = s - slope * r
                weight = _huber_weights(residual - np.median(residual))
                centred_rank.append(np.sqrt(weight) * (r - np.average(r, weights=weight)))
                centred_size.append(np.sqrt(weight) * (s - np.average(s, weights=weight)))
        r_all, s_all = np.concatenate(centred_rank), np.concatenate(centred_size)
        if not r_all.any():
            return slope
        step = float(r_all @ s_all / (r_all @ r_all))
        if abs(step - slope) < 1e-10:
            return step
        slope = step
    return slope


def _huber_mean(values: np.ndarray) -> float:
    mean = float(np.median(values))
    for _ in range(50):
        mean = float(np.average(values, weights=_huber_weights(values - mean)))
    return mean


def _huber_weights(residual: np.ndarray) -> np.ndarray:
    scale = max(1.4826 * float(np.median(np.abs(residual))), 1e-6)
    return np.minimum(1.0, 1.345 * scale / np.maximum(np.abs(residual), 1e-12))
