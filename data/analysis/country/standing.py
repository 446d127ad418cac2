"""Where a country stands among the members and in its region, with ties and without what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.analysis.correlation.positions import LEAST_COUNTRIES

# Fewer members of a region than this say nothing of a place in it.
LEAST_IN_REGION = 5


@dataclass(frozen=True, eq=False)
class Figure:
    """One figure of all members; Series are indexed by ref_area.

    value: NaN where unknown; year: the year of each value, NaN where it is of no year; estimated: whether the
    value rests on an estimate of ours; ranked: whether a larger value says something about the country (a
    count of what we found does not).
    """

    name: str
    value: pd.Series
    year: pd.Series
    estimated: pd.Series
    ranked: bool = True


@dataclass(frozen=True)
class Place:
    """A place among `of` countries with a value: 1 has the largest; `ties` others have the same value."""

    rank: int
    of: int
    ties: int


@dataclass(frozen=True)
class Standing:
    """A figure of one country with its places; a place is None where too few countries have a value.

    years: the oldest and the newest year of the values that were compared, None where they are of no year.
    """

    figure: str
    value: float
    year: int | None
    estimated: bool
    among_all: Place | None
    in_region: Place | None
    years: tuple[int, int] | None


def place(values: pd.Series, area: str, among: Sequence[str], least: int) -> Place | None:
    """The place of `area` among those of `among` with a value; equal values share the better rank.

    None when its own value is unknown or fewer than `least` have one.
    """
    held = values.reindex(list(among)).astype(float)
    held = held[np.isfinite(held.to_numpy())]
    if area not in held.index or len(held) < least:
        return None
    own = held[area]
    return Place(int((held > own).sum()) + 1, len(held), int((held == own).sum()) - 1)


def standing(figure: Figure, area: str, everyone: Sequence[str], region: Sequence[str]) -> Standing | None:
    """The standing of `area` in a figure; None when the figure is not known of it."""
    value = float(figure.value.get(area, float("nan")))
    if not np.isfinite(value):
        return None
    known = figure.value.reindex(list(everyone)).dropna().index
    years = figure.year.reindex(known).dropna()
    year = figure.year.get(area)
    return Standing(
        figure=figure.name,
        value=value,
        year=None if year is None or year != year else int(year),
        estimated=bool(figure.estimated.get(area, False)),
        among_all=place(figure.value, area, everyone, LEAST_COUNTRIES) if figure.ranked else None,
        in_region=place(figure.value, area, region, LEAST_IN_REGION) if figure.ranked else None,
        years=(int(years.min()), int(years.max())) if len(years) else None,
    )
