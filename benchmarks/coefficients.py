"""How long it takes to compute the coefficients of an outcome with every determinant anew."""

from __future__ import annotations

import time

import numpy as np

from benchmarks.figures import Table, median
from data.analysis.correlation.coefficients import METHODS
from data.analysis.correlation.guard_rails import Facts
from data.analysis.correlation.pairs import compare_all
from data.analysis.correlation.panel import Series, panel
from data.catalog import load_catalog
from data.store import read_dataset

TRIES = 15
OUTCOME, CONTROL = Series("bought_online"), Series("gdp_per_capita")
# What the project promises for all determinants.
MOST_MS = 200


def measure() -> Table:
    """A table with the median of each step, in ms; the next numbers of countries forget the last ones."""
    catalog, table = load_catalog(), read_dataset("indicators")
    areas = [country.ref_area for country in catalog.countries]
    facts = {
        name: Facts(name, one.components, one.series.state, one.series.since, one.editions)
        for name, one in catalog.indicators.items()
    }
    taken: dict[str, list[float]] = {}

    def timed(what: str, started: float) -> float:
        now = time.perf_counter()
        taken.setdefault(what, []).append((now - started) * 1000)
        return now

    for _ in range(TRIES):
        now = time.perf_counter()
        held = panel(table, areas)
        now = timed("taking the latest value of every series in every country", now)
        columns = held.of([Series(name) for name in catalog.indicators if Series(name) in held.series])
        outcome, control = held.column(OUTCOME), held.column(CONTROL)[0]
        now = time.perf_counter()
        for method in METHODS:
            compare_all(outcome, columns, control, facts, facts[OUTCOME.indicator], method=method)
            now = timed(f"{method}: coefficients, intervals, each country left out, partial, rules", now)
    known = int(np.isfinite(columns.values).any(axis=0).sum())
    return Table(
        "Coefficients of one outcome with all determinants (ms, median)",
        ("what", "time"),
        [(what, median(times)) for what, times in taken.items()],
        note=f"{known} determinants, {len(areas)} countries; the promise is under {MOST_MS} ms.",
    )
