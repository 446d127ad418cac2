"""One value per country and series: of a given year or the latest, with the year that was taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from data.analysis.coding import coded

ALL = "_T"


class Series(NamedTuple):
    """An indicator in one breakdown; `_T` is the total of a dimension."""

    indicator: str
    sex: str = ALL
    age: str = ALL
    urbanisation: str = ALL

    @property
    def variant(self) -> tuple[str, str, str]:
        """The breakdown alone: sex, age, urbanisation."""
        return self.sex, self.age, self.urbanisation


@dataclass(frozen=True, eq=False)
class Panel:
    """Values of series (columns) in countries (rows) and the year each is of; both NaN where unknown.

    values: in the unit of each indicator; years: calendar years; both (countries x series).
    """

    areas: tuple[str, ...]
    series: tuple[Series, ...]
    values: np.ndarray
    years: np.ndarray

    def column(self, series: Series) -> tuple[np.ndarray, np.ndarray]:
        """Values and years of one series; all NaN when it has no observation."""
        if series not in self.series:
            empty = np.full(len(self.areas), np.nan)
            return empty, empty
        at = self.series.index(series)
        return self.values[:, at], self.years[:, at]

    def only(self, areas: Sequence[str]) -> Panel:
        """The same for some of the countries, in the order of the panel."""
        wanted = set(areas)
        rows = [row for row, area in enumerate(self.areas) if area in wanted]
        kept = tuple(self.areas[row] for row in rows)
        return Panel(kept, self.series, self.values[rows], self.years[rows])

    def of(self, series: Sequence[Series]) -> Panel:
        """The same for these series, in this order; one without observations is all NaN."""
        place = {one: at for at, one in enumerate(self.series)}
        values = np.full((len(self.areas), len(series)), np.nan)
        years = values.copy()
        known = [(at, place[one]) for at, one in enumerate(series) if one in place]
        if known:
            to, source = (list(side) for side in zip(*known, strict=True))
            values[:, to], years[:, to] = self.values[:, source], self.years[:, source]
        return Panel(self.areas, tuple(series), values, years)


def panel(
    indicators: pd.DataFrame, areas: Sequence[str], *, year: int | None = None, until: int | None = None
) -> Panel:
    """The value of every series in every country of `areas`.

    `indicators`: ref_area, indicator, time_period (year), sex, age, urbanisation, value; rows without a
    value are passed over. `year`: that year exactly; None: the latest known, not later than `until`
    (projections end there). Series come in the order of their names.
    """
    value = indicators["value"].to_numpy(dtype=np.float64)
    area, labels = coded(indicators["ref_area"])
    row = pd.Index(list(areas)).get_indexer(pd.Index(labels.astype(object)))[area]
    period, periods = coded(indicators["time_period"])
    when = np.array([int(str(name)) for name in periods], dtype=np.int64)[period]
    keep = (row >= 0) & np.isfinite(value)
    if year is not None:
        keep &= when == year
    elif until is not None:
        keep &= when <= until
    code, names = _series_codes(indicators)
    order = np.flatnonzero(keep)
    # Rows come in order of years: the latest is written last and stands.
    order = order[np.argsort(when[order], kind="stable")]
    values = np.full((len(areas), len(names)), np.nan)
    years = values.copy()
    values[row[order], code[order]] = value[order]
    years[row[order], code[order]] = when[order]
    return Panel(tuple(areas), names, values, years)


def _series_codes(indicators: pd.DataFrame) -> tuple[np.ndarray, tuple[Series, ...]]:
    """The series of each row as a number, and the series by number, sorted."""
    combined = np.zeros(len(indicators), dtype=np.int64)
    parts = []
    for name in Series._fields:
        codes, labels = coded(indicators[name])
        combined = combined * len(labels) + codes
        parts.append([str(label) for label in labels])
    distinct, code = np.unique(combined, return_inverse=True)
    found = []
    for number in distinct.tolist():
        names = []
        for names_of in reversed(parts):
            number, at = divmod(number, len(names_of))
            names.append(names_of[at])
        found.append(Series(*reversed(names)))
    order = sorted(range(len(found)), key=found.__getitem__)
    place = np.empty(len(found), dtype=np.intp)
    place[order] = np.arange(len(found))
    return place[code], tuple(found[at] for at in order)


def default_series(series: Sequence[Series]) -> Mapping[str, Series]:
    """The series that stands for each indicator: its total, else the first of its breakdowns by name."""
    chosen: dict[str, Series] = {}
    for one in sorted(series, key=lambda s: (s.indicator, sum(part != ALL for part in s.variant), s)):
        chosen.setdefault(one.indicator, one)
    return chosen
