"""Time and cost of a process as chances: each step drawn between min and max, many times (Monte Carlo)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import pandas as pd

from data.analysis.processes.schedule import Steps, network, times
from data.catalog.process_step import Range

PERT, TRIANGULAR = "pert", "triangular"
# Weight of the typical value in PERT (Malcolm et al., 1959): mean (min + 4 typical + max) / 6.
_PERT_WEIGHT = 4.0


@dataclass(frozen=True)
class Draws:
    """Outcomes of all runs: hours and US dollars (taxes included), and how often each step was critical."""

    elapsed_hours: np.ndarray
    cost_usd: np.ndarray
    critical: pd.Series


def simulate(steps: Steps, *, runs: int, seed: int, shape: str = PERT) -> Draws:
    """Draw every step's hours and cost `runs` times, each apart from the others, and add them up.

    A step draws the same numbers whatever else is in the process, so that two variants differ by what was
    changed and not by chance. Raises ValueError for an unknown shape or fewer than one run.
    """
    if runs < 1:
        raise ValueError(f"runs: expected at least 1, got {runs}")
    net = network(steps)
    hours = np.empty((runs, len(net.ids)))
    cost = np.zeros(runs)
    for place, name in enumerate(net.ids):
        step = steps[name]
        hours[:, place] = draw(step.hours, runs, _generator(seed, name, "hours"), shape)
        cost += draw(step.cost_usd, runs, _generator(seed, name, "cost"), shape)
        if step.tax_usd is not None:
            cost += draw(step.tax_usd, runs, _generator(seed, name, "tax"), shape)
    found = times(net, hours)
    often = pd.Series(found.critical.mean(axis=0), index=pd.Index(net.ids, name="step"), name="critical")
    return Draws(found.elapsed, cost, often)


def draw(values: Range, runs: int, chance: np.random.Generator, shape: str) -> np.ndarray:
    """`runs` numbers between min and max, most often near typical; min itself when the three are one."""
    low, mode, high = values.min, values.typical, values.max
    if shape not in (PERT, TRIANGULAR):
        raise ValueError(f"shape: expected {PERT} or {TRIANGULAR}, got {shape!r}")
    if high <= low:
        return np.full(runs, low)
    if shape == TRIANGULAR:
        return chance.triangular(low, mode, high, runs)
    left = 1 + _PERT_WEIGHT * (mode - low) / (high - low)
    right = 1 + _PERT_WEIGHT * (high - mode) / (high - low)
    return low + (high - low) * chance.beta(left, right, runs)


def mean_of(values: Range, shape: str = PERT) -> float:
    """The mean that draws of `values` tend to."""
    weight = _PERT_WEIGHT if shape == PERT else 1.0
    return (values.min + weight * values.typical + values.max) / (weight + 2)


def percentiles(draws: Draws, points: Sequence[int]) -> pd.DataFrame:
    """One row per percentile: percentile, elapsed_hours, cost_usd."""
    return pd.DataFrame(
        {
            "percentile": list(points),
            "elapsed_hours": np.percentile(draws.elapsed_hours, points),
            "cost_usd": np.percentile(draws.cost_usd, points),
        }
    )


def histogram(outcomes: np.ndarray, bins: int) -> pd.DataFrame:
    """How often outcomes fall between two values: low, high, share (adds up to 1)."""
    found, edges = np.histogram(outcomes, bins=bins)
    return pd.DataFrame({"low": edges[:-1], "high": edges[1:], "share": found / max(1, found.sum())})


def on_time(outcomes: np.ndarray, limit: float) -> float:
    """The share of runs that are at most `limit`."""
    return float(np.mean(outcomes <= limit))


def _generator(seed: int, step: str, what: str) -> np.random.Generator:
    return np.random.default_rng([seed, crc32(f"{step}/{what}".encode())])
