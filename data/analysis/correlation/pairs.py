"""One outcome against determinants: coefficients, what remains at equal income, and the rules that fired."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from data.analysis.correlation.coefficients import MIN_N, Coefficients, Method, correlate
from data.analysis.correlation.guard_rails import NO_COEFFICIENT, Facts, Notice, compare
from data.analysis.correlation.panel import Panel, Series
from data.analysis.correlation.partial import Partial, partial_correlation

Found = TypeVar("Found", Coefficients, Partial)


@dataclass(frozen=True, eq=False)
class Pairs:
    """An outcome against the series of a panel, one entry per series.

    coefficients, partial (at equal GDP per capita): NaN where a rule forbids them; notices: the rules that
    fired; areas: countries by row, for the country whose absence matters most.
    """

    areas: tuple[str, ...]
    series: tuple[Series, ...]
    coefficients: Coefficients
    partial: Partial
    notices: tuple[tuple[Notice, ...], ...]


def compare_all(
    outcome: tuple[np.ndarray, np.ndarray],
    panel: Panel,
    control: np.ndarray,
    facts: Mapping[str, Facts],
    outcome_facts: Facts,
    *,
    method: Method,
    log_outcome: bool = False,
    log_determinant: bool = False,
    min_n: int = MIN_N,
) -> Pairs:
    """Compare `outcome` (values and years by country of the panel) with every series of `panel`.

    `control`: GDP per capita by country; its logarithm is held constant, since it spans two powers of ten.
    The logs are to the base of ten; values that are not above zero have none and drop out.
    """
    raw_y, years_y = outcome
    y = logarithm(raw_y) if log_outcome else raw_y
    x = logarithm(panel.values) if log_determinant else panel.values
    coefficients = correlate(y, x, method, min_n=min_n)
    partial = partial_correlation(y, x, logarithm(control), method, min_n=min_n)
    known = np.isfinite(x) & np.isfinite(y)[:, None]
    before = np.isfinite(panel.values) & np.isfinite(raw_y)[:, None]
    lost = before.sum(axis=0) - known.sum(axis=0)
    notices = tuple(
        compare(
            outcome_facts,
            facts.get(one.indicator, Facts(one.indicator)),
            outcome_years=years_y[known[:, at]],
            determinant_years=panel.years[known[:, at], at],
            n=int(coefficients.n[at]),
            varies=bool(np.isfinite(coefficients.value[at])),
            left_out_by_log=int(lost[at]),
            min_n=min_n,
        )
        for at, one in enumerate(panel.series)
    )
    barred = np.array([any(n.code in NO_COEFFICIENT for n in fired) for fired in notices], dtype=bool)
    return Pairs(panel.areas, panel.series, _blank(coefficients, barred), _blank(partial, barred), notices)


def logarithm(values: np.ndarray) -> np.ndarray:
    """Logarithm to the base of ten; NaN for what is not above zero."""
    above = np.isfinite(values) & (values > 0)
    return np.where(above, np.log10(np.where(above, values, 1.0)), np.nan)


def _blank(found: Found, barred: np.ndarray) -> Found:
    """The same without coefficients where they are barred; n stays."""
    kept = {
        name: np.where(barred, np.nan, entry)
        for name, entry in vars(found).items()
        if entry.dtype.kind == "f"
    }
    return replace(found, **kept)
