"""Claims about the fitted line and its band."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from data.analysis.correlation.fit import fit_line, t_quantile


@pytest.mark.parametrize("free", [8, 10, 20, 33, 100])
def test_quantiles_agree_with_scipy_to_a_ten_thousandth(free):
    assert t_quantile(0.975, free) == pytest.approx(stats.t.ppf(0.975, free), rel=1e-4)


def test_the_line_is_that_of_least_squares():
    rng = np.random.default_rng(5)
    x, y = rng.normal(50, 20, 30), rng.normal(size=30)
    x[3], y[7] = np.nan, np.nan
    known = np.isfinite(x) & np.isfinite(y)
    line, theirs = fit_line(x, y), stats.linregress(x[known], y[known])
    np.testing.assert_allclose(line["fit"], theirs.intercept + theirs.slope * line["x"], atol=1e-9)
    assert (line["low"] < line["fit"]).all() and (line["fit"] < line["high"]).all()
    width = line["high"] - line["low"]
    assert width.idxmin() not in (0, len(line) - 1), "the band is narrowest near the mean"


def test_a_power_law_is_straight_on_logarithms():
    x = np.array([1.0, 10.0, 100.0, 1000.0, 0.0])
    line = fit_line(x, 3 * x**2, log_x=True, log_y=True)
    np.testing.assert_allclose(line["fit"], 3 * line["x"] ** 2, rtol=1e-9)


@pytest.mark.parametrize(
    ("x", "y"), [([1, 2], [3, 4]), ([1, 1, 1, 1], [1, 2, 3, 4]), ([1, 2, 3, 4], [5, 5, 5, 5])]
)
def test_no_line_where_there_is_none(x, y):
    assert fit_line(np.array(x, dtype=float), np.array(y, dtype=float)).empty
