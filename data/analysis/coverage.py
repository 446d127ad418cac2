"""What exists of a dataset, by country and year."""

from __future__ import annotations

import pandas as pd

from data.analysis.offer import AREA, PERIOD

_PERIODS = (PERIOD, "period_start")
_VALUES = ("value", "visits", "rank")


def coverage(frame: pd.DataFrame, areas: tuple[str, ...]) -> pd.DataFrame | None:
    """Number of values per member and year, zeros included; None where rows have no country or no period.

    Returns ref_area (in the order of `areas`), year, count. Rows whose value is missing do not count; where
    there are several values in a row, the first decides.
    """
    period = next((name for name in _PERIODS if name in frame), None)
    if AREA not in frame or period is None:
        return None
    value = next((name for name in _VALUES if name in frame), None)
    held = frame if value is None else frame[frame[value].notna()]
    years = held[period].astype(str).str[:4]
    known = years.str.fullmatch(r"\d{4}") & held[AREA].isin(areas).to_numpy()
    if not known.any():
        return None
    counts = held[known].groupby([held[AREA][known].astype(str), years[known]], observed=True).size()
    span = [str(year) for year in range(int(years[known].min()), int(years[known].max()) + 1)]
    full = pd.MultiIndex.from_product([areas, span], names=[AREA, "year"])
    return counts.reindex(full, fill_value=0).rename("count").reset_index()
