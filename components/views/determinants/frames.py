"""The computed frames behind the Determinants page, kept per choice."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from components import loaders
from components.kept import kept
from components.views.determinants import series
from components.views.determinants.choice import Choice
from data.analysis.correlation.coefficients import matrix
from data.analysis.correlation.guard_rails import compare
from data.analysis.correlation.pairs import Pairs, compare_all
from data.analysis.correlation.panel import Panel, Series
from data.analysis.correlation.positions import positions


def _rows(countries: tuple[str, ...]) -> np.ndarray:
    """Whether each member is among `countries`."""
    wanted = set(countries)
    return np.array([area in wanted for area in loaders.region_of()], dtype=bool)


def _compared(choice: Choice, columns: tuple[Series, ...]) -> Pairs:
    rows = _rows(choice.countries)
    known, years = series.outcome(choice.outcome, choice.year)
    facts = series.facts()
    return compare_all(
        (known[rows], years[rows]),
        series.values(choice.year).only(choice.countries).of(columns),
        series.control(choice.year)[rows],
        facts,
        facts[choice.outcome],
        method=choice.method,
        log_outcome=choice.log_y,
        log_determinant=choice.log_x,
    )


@kept
def pair(choice: Choice) -> Pairs:
    """The outcome against the chosen determinant alone."""
    return _compared(choice, (choice.determinant,))


@kept
def all_pairs(choice: Choice) -> Pairs:
    """The outcome against every determinant but itself."""
    return _compared(choice, tuple(one for one in series.defaults() if one.indicator != choice.outcome))


@kept
def scatter(choice: Choice) -> pd.DataFrame:
    """One row per country: ref_area, region, x, y, x_year, y_year; NaN where unknown."""
    rows = _rows(choice.countries)
    y, y_years = series.outcome(choice.outcome, choice.year)
    panel = series.values(choice.year).of((choice.determinant,))
    areas = [area for area, inside in zip(panel.areas, rows, strict=True) if inside]
    return pd.DataFrame(
        {
            "ref_area": areas,
            "region": [loaders.region_of()[area] for area in areas],
            "x": panel.values[rows, 0],
            "y": y[rows],
            "x_year": panel.years[rows, 0],
            "y_year": y_years[rows],
        }
    )


@kept
def against_each_other(choice: Choice, columns: tuple[Series, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Coefficients of the determinants with each other and their n; NaN where a rule forbids a pair."""
    panel = series.values(choice.year).only(choice.countries).of(columns)
    value, n = matrix(panel.values, choice.method)
    return np.where(_forbidden(panel, n), np.nan, value), n


def _forbidden(panel: Panel, n: np.ndarray) -> np.ndarray:
    facts, count = series.facts(), len(panel.series)
    found = np.zeros((count, count), dtype=bool)
    known = np.isfinite(panel.values)
    for at in range(count):
        for other in range(at):
            both = known[:, at] & known[:, other]
            fired = compare(
                facts[panel.series[at].indicator], facts[panel.series[other].indicator],
                outcome_years=panel.years[both, at], determinant_years=panel.years[both, other],
                n=int(n[at, other]),
            )  # fmt: skip
            found[at, other] = found[other, at] = any(one.refuses for one in fired)
    return found


@kept
def placed() -> pd.DataFrame:
    """Where each member stands on every determinant, by the latest value."""
    panel = series.values(None).of(series.defaults())
    return positions(panel, series.direction(), loaders.region_of())


def without(choice: Choice) -> Choice:
    """The choice with what does not matter to all pairs set aside, so that it is kept once."""
    return replace(choice, determinant=Series(""))
