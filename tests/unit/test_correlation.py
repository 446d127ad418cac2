"""Claims about coefficients: they are scipy's, and they do what a coefficient has to do."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import stats

from data.analysis.correlation.coefficients import METHODS, correlate, interval, matrix, ranks
from data.analysis.correlation.partial import partial_correlation

SCIPY = {"pearson": stats.pearsonr, "spearman": stats.spearmanr}
CLOSE = {"rel": 1e-9, "abs": 1e-9}
each_method = pytest.mark.parametrize("method", METHODS)
# Whole numbers with ties: what a coefficient says does not hang on the last digit of a number.
COLUMN = arrays(np.float64, 14, elements=st.integers(-50, 50).map(float))


def sample(seed: int = 7, columns: int = 40) -> tuple[np.ndarray, np.ndarray]:
    """An outcome and columns of 36 countries: gaps, ties, large units, skew."""
    rng = np.random.default_rng(seed)
    outcome, found = rng.normal(50, 12, 36), rng.normal(size=(36, columns))
    found[:, ::4] = np.round(found[:, ::4])
    found[:, 1::4] = np.exp(3 * found[:, 1::4]) * 1e9
    found[:, 2::4] += 0.1 * outcome[:, None]
    found[rng.random(found.shape) < 0.25] = np.nan
    outcome[[3, 30]] = np.nan
    return outcome, found


def known_pairs(outcome, columns):
    for at in range(columns.shape[1]):
        known = np.isfinite(outcome) & np.isfinite(columns[:, at])
        yield at, columns[known, at], outcome[known]


@each_method
def test_coefficients_agree_with_scipy(method):
    outcome, columns = sample()
    found = correlate(outcome, columns, method)
    for at, x, y in known_pairs(outcome, columns):
        assert found.n[at] == len(x)
        assert found.value[at] == pytest.approx(SCIPY[method](x, y)[0], **CLOSE)


def test_intervals_of_pearson_agree_with_scipy():
    outcome, columns = sample()
    found = correlate(outcome, columns, "pearson")
    for at, x, y in known_pairs(outcome, columns):
        theirs = stats.pearsonr(x, y).confidence_interval(0.95)
        assert (found.low[at], found.high[at]) == pytest.approx((theirs.low, theirs.high), **CLOSE)


def test_intervals_of_ranks_are_wider():
    value, n = np.array([0.6]), np.array([30])
    pearson, spearman = (interval(value, n, method) for method in ("pearson", "spearman"))
    assert spearman[0] < pearson[0] < 0.6 < pearson[1] < spearman[1]


@each_method
def test_leaving_one_country_out_agrees_with_scipy(method):
    outcome, columns = sample()
    found = correlate(outcome, columns, method)
    for at, x, y in known_pairs(outcome, columns):
        each = [SCIPY[method](np.delete(x, i), np.delete(y, i))[0] for i in range(len(x))]
        assert found.without_low[at] == pytest.approx(min(each), **CLOSE)
        assert found.without_high[at] == pytest.approx(max(each), **CLOSE)
        rows = np.flatnonzero(np.isfinite(outcome) & np.isfinite(columns[:, at]))
        assert each[list(rows).index(found.without_low_at[at])] == pytest.approx(min(each), **CLOSE)
        assert each[list(rows).index(found.without_high_at[at])] == pytest.approx(max(each), **CLOSE)


@each_method
def test_the_matrix_holds_the_coefficient_of_every_pair(method):
    _, columns = sample(columns=8)
    value, n = matrix(columns, method)
    for at in range(8):
        found = correlate(columns[:, at], columns, method)
        np.testing.assert_allclose(value[at], found.value, atol=1e-12)
        np.testing.assert_array_equal(n[at], found.n)
    np.testing.assert_allclose(np.diag(value), 1.0)


@each_method
def test_partial_correlation_is_that_of_the_residuals(method):
    outcome, columns = sample(columns=6)
    control = np.random.default_rng(3).normal(size=36) + 0.05 * np.nan_to_num(outcome)
    control[8] = np.nan
    found = partial_correlation(outcome, columns, control, method)
    for at in range(6):
        sides = (columns[:, at], outcome, control)
        known = np.isfinite(sides).all(axis=0)
        x, y, z = (stats.rankdata(s[known]) if method == "spearman" else s[known] for s in sides)
        left = [side - np.polyval(np.polyfit(z, side, 1), z) for side in (x, y)]
        assert found.n[at] == known.sum()
        assert found.value[at] == pytest.approx(stats.pearsonr(*left)[0], **CLOSE)
        assert found.low[at] < found.value[at] < found.high[at]


@each_method
def test_a_control_leaves_nothing_of_itself(method):
    outcome, columns = sample(columns=1)
    control = columns[:, 0]
    assert np.isnan(partial_correlation(outcome, columns, control, method).value[0])


def test_ranks_are_those_of_scipy():
    _, columns = sample(columns=8)
    known = np.isfinite(columns)
    found = ranks(columns, known)
    for at in range(8):
        np.testing.assert_allclose(
            found[known[:, at], at], stats.rankdata(columns[known[:, at], at]), atol=1e-12
        )
    assert (found[~known] == 0).all()


@each_method
def test_fewer_than_ten_countries_give_no_coefficient(method):
    x = np.arange(12.0)[:, None].repeat(2, axis=1)
    x[:3, 0], x[:2, 1] = np.nan, np.nan
    found = correlate(np.arange(12.0), x, method)
    assert found.n.tolist() == [9, 10]
    assert np.isnan(found.value[0]) and np.isnan(found.low[0]) and np.isnan(found.without_low[0])
    assert found.without_low_at[0] == -1
    assert found.value[1] == pytest.approx(1.0)


@each_method
def test_a_constant_has_no_coefficient(method):
    found = correlate(np.arange(12.0), np.full((12, 1), 3.3), method)
    assert found.n[0] == 12 and np.isnan(found.value[0])


def test_one_country_can_carry_a_coefficient_and_is_named():
    x, y = np.tile([1.0, 2.0], 6), np.repeat([1.0, 2.0], 6)
    x, y = np.append(x, 100.0), np.append(y, 100.0)
    found = correlate(y, x[:, None], "pearson")
    assert found.value[0] > 0.99 and abs(found.without_low[0]) < 0.2
    assert found.without_low_at[0] == 12


@each_method
@settings(deadline=None)
@given(x=COLUMN, y=COLUMN)
def test_bounds_and_symmetry(method, x, y):
    there, back = correlate(y, x[:, None], method), correlate(x, y[:, None], method)
    assume(np.isfinite(there.value[0]))
    assert -1 <= there.low[0] <= there.value[0] <= there.high[0] <= 1
    assert there.value[0] == pytest.approx(back.value[0], abs=1e-12)
    # A coefficient is not always inside its range without one country, but the range is ordered.
    if there.without_low_at[0] >= 0:
        assert -1 <= there.without_low[0] <= there.without_high[0] <= 1


@each_method
@settings(deadline=None)
@given(x=COLUMN, y=COLUMN, scale=st.floats(1e-6, 1e12), shift=st.integers(-1000, 1000))
def test_the_unit_does_not_matter(method, x, y, scale, shift):
    # Shifted in whole numbers, so that equal values stay equal and different ones different.
    plain = correlate(y, x[:, None], method).value[0]
    scaled = correlate(y, ((x + shift) * scale)[:, None], method).value[0]
    turned = correlate(y, (-x)[:, None], method).value[0]
    if np.isnan(plain):
        assert np.isnan(scaled) and np.isnan(turned)
    else:
        assert scaled == pytest.approx(plain, abs=1e-9)
        assert turned == pytest.approx(-plain, abs=1e-9)


@settings(deadline=None)
@given(x=COLUMN, y=COLUMN)
def test_spearman_sees_only_the_order(x, y):
    plain = correlate(y, x[:, None], "spearman")
    for curved in (np.exp(x / 10), x**3, np.arctan(x / 10)):
        found = correlate(y, curved[:, None], "spearman")
        np.testing.assert_allclose(found.value, plain.value, atol=1e-12)
        np.testing.assert_allclose(found.without_low, plain.without_low, atol=1e-12)


def test_an_unknown_method_is_named():
    with pytest.raises(ValueError, match="expected one of spearman, pearson, got 'kendall'"):
        correlate(np.arange(12.0), np.ones((12, 1)), "kendall")
    with pytest.raises(ValueError, match="got 'kendall'"):
        interval(np.array([0.1]), np.array([12]), "kendall")
