"""The straight line through a scatter and the band in which the mean lies with a probability of 95 %."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
import pandas as pd

from data.analysis.correlation.coefficients import LEVEL
from data.analysis.correlation.pairs import logarithm

_STEPS = 33


def fit_line(x: np.ndarray, y: np.ndarray, *, log_x: bool = False, log_y: bool = False) -> pd.DataFrame:
    """Least squares of y on x at `_STEPS` points from the least to the greatest x: x, fit, low, high.

    With a log option the line is fitted to the logarithms and given back in the unit of the indicator.
    The band is that of the mean (t distribution, n - 2). Empty when fewer than three countries are known
    or a side does not vary.
    """
    side_x, side_y = (logarithm(x) if log_x else x), (logarithm(y) if log_y else y)
    known = np.isfinite(side_x) & np.isfinite(side_y)
    side_x, side_y, n = side_x[known], side_y[known], int(known.sum())
    none = pd.DataFrame({name: np.empty(0) for name in ("x", "fit", "low", "high")})
    if n < 3:
        return none
    middle_x, middle_y = side_x.mean(), side_y.mean()
    spread = float(((side_x - middle_x) ** 2).sum())
    if spread <= 0 or np.ptp(side_y) == 0:
        return none
    slope = float(((side_x - middle_x) * (side_y - middle_y)).sum()) / spread
    left = side_y - middle_y - slope * (side_x - middle_x)
    at = np.linspace(side_x.min(), side_x.max(), _STEPS)
    fit = middle_y + slope * (at - middle_x)
    error = np.sqrt((left**2).sum() / (n - 2) * (1 / n + (at - middle_x) ** 2 / spread))
    half = t_quantile((1 + LEVEL) / 2, n - 2) * error
    back_y = [10.0**side if log_y else side for side in (fit, fit - half, fit + half)]
    return pd.DataFrame(
        {"x": 10.0**at if log_x else at, "fit": back_y[0], "low": back_y[1], "high": back_y[2]}
    )


def t_quantile(probability: float, free: int) -> float:
    """Quantile of Student's t by its expansion around the normal (Abramowitz and Stegun 26.7.5).

    Exact to three digits from five degrees of freedom on.
    """
    u = NormalDist().inv_cdf(probability)
    terms = (
        (u**3 + u) / 4,
        (5 * u**5 + 16 * u**3 + 3 * u) / 96,
        (3 * u**7 + 19 * u**5 + 17 * u**3 - 15 * u) / 384,
        (79 * u**9 + 776 * u**7 + 1482 * u**5 - 1920 * u**3 - 945 * u) / 92160,
    )
    return u + sum(term / free ** (power + 1) for power, term in enumerate(terms))
