"""Similarity within and between regions, and levels, year by year, over the same pairs and countries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from data.analysis.regulation.panel import Panel
from data.analysis.regulation.similarity import Measure, Pairs, compare, levels, mean_between

BETWEEN = "between"


def means_by_year(
    panels: Mapping[int, Panel], members: Mapping[str, Sequence[str]], measure: Measure
) -> pd.DataFrame:
    """One row per year and series: year, series (a region, or `between` the two), value, pairs, of.

    Only pairs that have a value in every year count, so that a mean moves because rules do and not because
    other pairs became known. value is NaN without any; `of` is the number of all pairs. `panels` hold the
    same countries. Raises ValueError unless there are two regions.
    """
    if len(members) != 2:
        raise ValueError(f"members: expected two regions, got {len(members)}")
    found = {year: compare(panel, measure) for year, panel in panels.items()}
    always = np.logical_and.reduce([np.isfinite(pairs.similarity) for pairs in found.values()])
    (first, second), rows = members, []
    series = {first: (first, first), second: (second, second), BETWEEN: (first, second)}
    for year, pairs in found.items():
        kept = Pairs(pairs.areas, np.where(always, pairs.similarity, np.nan), pairs.common, pairs.items)
        for name, (one, other) in series.items():
            mean = mean_between(kept, members[one], members[other])
            rows.append((year, name, mean.value, mean.known, mean.pairs))
    return pd.DataFrame(rows, columns=["year", "series", "value", "pairs", "of"])


def levels_by_year(
    panels: Mapping[int, Panel], members: Mapping[str, Sequence[str]], measure: Measure
) -> pd.DataFrame:
    """One row per year and region: year, series, value (mean level), pairs (countries counted), of.

    Only countries with a level in every year count.
    """
    found = {year: levels(panel, measure) for year, panel in panels.items()}
    always = np.logical_and.reduce([np.isfinite(level) for level in found.values()])
    rows = []
    for year, level in found.items():
        for region, areas in members.items():
            inside = np.isin(panels[year].areas, list(areas)) & always
            value = float(level[inside].mean()) if inside.any() else float("nan")
            rows.append((year, region, value, int(inside.sum()), len(areas)))
    return pd.DataFrame(rows, columns=["year", "series", "value", "pairs", "of"])
