"""Draws against what they tend to: means of triangular and PERT sums, percentiles, the seed."""

from __future__ import annotations

import numpy as np
import pytest

from data.analysis.processes.chances import draw, histogram, mean_of, on_time, percentiles, simulate
from data.analysis.processes.schedule import elapsed
from tests.unit.process_cases import baskets, steps_of

SERIES = {
    "a": ((1, 2, 9), ()),
    "b": ((0, 5, 6), ("a",)),
    "c": ((4, 4, 4), ("b",)),
    "d": ((2, 2, 8), ("c",)),
}
RUNS = 40_000


@pytest.mark.parametrize(
    ("shape", "mean"), [("pert", 19 / 6 * 1 + 26 / 6 + 4 + 18 / 6), ("triangular", 12 / 3 + 11 / 3 + 4 + 4)]
)
def test_the_mean_of_a_series_is_the_sum_of_the_means(shape, mean):
    # PERT: (1 + 8 + 9) / 6 + (0 + 20 + 6) / 6 + 4 + (2 + 8 + 8) / 6; triangular: thirds.
    steps = steps_of(SERIES)
    drawn = simulate(steps, runs=RUNS, seed=7, shape=shape).elapsed_hours
    expected = sum(mean_of(step.hours, shape) for step in steps.values())
    error = drawn.std() / np.sqrt(RUNS)
    assert abs(drawn.mean() - expected) < 4 * error


def test_means_by_hand():
    steps = steps_of(SERIES)
    assert mean_of(steps["a"].hours, "pert") == pytest.approx(18 / 6)
    assert mean_of(steps["a"].hours, "triangular") == pytest.approx(12 / 3)


def test_the_variance_of_a_triangular_step_is_the_known_one():
    one = steps_of({"a": ((1, 2, 9), ())})["a"].hours
    drawn = draw(one, RUNS, np.random.default_rng(1), "triangular")
    known = (1 + 4 + 81 - 1 * 2 - 1 * 9 - 2 * 9) / 18
    assert drawn.var() == pytest.approx(known, rel=0.05)


def test_every_run_lies_between_the_least_and_the_most():
    steps = baskets().steps
    found = simulate(steps, runs=2000, seed=1)
    assert elapsed(steps, "min") <= found.elapsed_hours.min()
    assert found.elapsed_hours.max() <= elapsed(steps, "max")
    assert found.cost_usd.min() >= 22
    assert found.cost_usd.max() <= 48


def test_the_same_seed_draws_the_same_and_another_does_not():
    steps = baskets().steps
    first, again, other = (simulate(steps, runs=50, seed=seed).elapsed_hours for seed in (3, 3, 4))
    assert (first == again).all()
    assert not (first == other).all()


def test_what_was_not_changed_draws_what_it_drew_before():
    steps = steps_of(SERIES)
    less = {name: step for name, step in steps.items() if name != "d"}
    with_d, without_d = (simulate(one, runs=500, seed=5).elapsed_hours for one in (steps, less))
    assert ((with_d - without_d >= 2) & (with_d - without_d <= 8)).all()


def test_a_step_without_a_range_takes_what_it_takes():
    found = simulate(steps_of({"a": ((4, 4, 4), ())}), runs=10, seed=1)
    assert set(found.elapsed_hours) == {4.0}
    assert found.critical.tolist() == [1.0]


def test_how_often_a_step_is_critical():
    fan = {
        "a": ((1, 1, 1), ()),
        "b": ((1, 2, 3), ("a",)),
        "c": ((1, 2, 3), ("a",)),
        "d": ((0, 0, 0.5), ("a",)),
    }
    often = simulate(steps_of(fan), runs=4000, seed=2).critical
    assert often["a"] == 1
    assert often["d"] == 0
    assert often["b"] == pytest.approx(0.5, abs=0.05)
    assert often["b"] + often["c"] == pytest.approx(1, abs=1e-3)


def test_percentiles_rise_and_bars_add_up():
    found = simulate(baskets().steps, runs=1000, seed=1)
    table = percentiles(found, (5, 50, 95))
    assert table["elapsed_hours"].is_monotonic_increasing
    assert histogram(found.elapsed_hours, 12)["share"].sum() == pytest.approx(1)
    assert on_time(found.elapsed_hours, table["elapsed_hours"].iloc[1]) == pytest.approx(0.5, abs=0.01)


def test_what_cannot_be_drawn_is_refused():
    with pytest.raises(ValueError, match="expected at least 1, got 0"):
        simulate(baskets().steps, runs=0, seed=1)
    with pytest.raises(ValueError, match="expected pert or triangular, got 'normal'"):
        simulate(baskets().steps, runs=5, seed=1, shape="normal")
