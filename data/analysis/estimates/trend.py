"""Level of each storefront through the years, pinned where published figures are; M outside its life."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.analysis.estimates.evidence import brand_of
from data.analysis.estimates.parameters import Time


def level_path(
    when: np.ndarray,
    *,
    base: float,
    sigma: float,
    base_date: float,
    figure_dates: np.ndarray,
    figures: np.ndarray,
    figure_sigma: np.ndarray,
    drift: float,
) -> tuple[np.ndarray, np.ndarray]:
    """Mean and standard deviation of log10 visits per internet user at the dates `when` (decimal years).

    Before any figure the level is `base` +- `sigma` at `base_date` and wanders from there with `drift` per
    square root of a year (Brownian motion). Published figures (log10, at figure_dates) condition it: the path
    passes through them, the spread is smallest there and grows with the distance in time.
    Source: conditional Gaussian process (Rasmussen and Williams 2006, eq. 2.23 to 2.24).
    """
    prior = _covariance(when, when, base_date, sigma, drift)
    if len(figures) == 0:
        return np.full(len(when), base), np.sqrt(np.diag(prior))
    observed = _covariance(figure_dates, figure_dates, base_date, sigma, drift) + np.diag(figure_sigma**2)
    cross = _covariance(when, figure_dates, base_date, sigma, drift)
    gain = np.linalg.solve(observed, cross.T).T
    mean = base + gain @ (figures - base)
    variance = np.diag(prior) - np.einsum("ij,ij->i", gain, cross)
    return mean, np.sqrt(np.maximum(variance, figure_sigma.min() ** 2))


def life(storefronts: pd.DataFrame) -> pd.DataFrame:
    """First and last year in which a storefront can have visits.

    A storefront without a launch year cannot be older than its brand: where the register knows launch years
    of the same brand, the earliest is the bound. Returns marketplace_id, first_year, last_year (NaN: open).
    """
    brand = brand_of(storefronts["marketplace_id"])
    earliest = storefronts["launched_year"].groupby(brand).transform("min")
    return pd.DataFrame(
        {
            "marketplace_id": storefronts["marketplace_id"],
            "first_year": storefronts["launched_year"].fillna(earliest),
            "last_year": storefronts["closed_year"],
        }
    )


def months_of(time: Time) -> pd.DataFrame:
    """Calendar of the estimates: time_period `YYYY-MM`, year, month, when (middle of the month)."""
    months = pd.period_range(time.first_month, time.last_month, freq="M")
    return pd.DataFrame(
        {
            "time_period": months.astype(str),
            "year": months.year,
            "month": months.month,
            "when": months.year + (months.month - 0.5) / 12,
        }
    )


def is_active(years: pd.Series, first_year: pd.Series, last_year: pd.Series) -> pd.Series:
    """True in the launch year, the closing year and between; False (status M) before and after."""
    return ~(years < first_year) & ~(years > last_year)


def _covariance(a: np.ndarray, b: np.ndarray, origin: float, sigma: float, drift: float) -> np.ndarray:
    left, right = (
        np.subtract.outer(a, np.zeros(len(b))) - origin,
        np.subtract.outer(np.zeros(len(a)), -b) - origin,
    )
    same_side = np.sign(left) == np.sign(right)
    return sigma**2 + drift**2 * np.where(same_side, np.minimum(np.abs(left), np.abs(right)), 0.0)
