"""Whom a country is compared with, and how near another country is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

import numpy as np
import pandas as pd

from data.analysis.correlation.panel import Series, panel

PeerKind = Literal["region", "income", "population", "gdp", "hand"]
Near = Literal["capital", "gdp"]
PEER_KINDS: tuple[PeerKind, ...] = get_args(PeerKind)
NEARS: tuple[Near, ...] = get_args(Near)
_EARTH_RADIUS_KM = 6371.0


def country_facts(
    countries: pd.DataFrame, indicators: pd.DataFrame, *, population: str, income: str, until: int
) -> pd.DataFrame:
    """What peers are found by, one row per member, indexed by ref_area.

    Columns: region, income_group, capital_lat, capital_lon, population (persons), gdp (of the indicator
    `income`, per person); the latest values up to the year `until`, missing where unknown.
    """
    rows = indicators[indicators["indicator"].isin([population, income])]
    held = panel(rows, list(countries["ref_area"]), until=until)
    facts = countries.set_index("ref_area")[["region", "income_group", "capital_lat", "capital_lon"]].copy()
    facts["population"] = held.column(Series(population))[0]
    facts["gdp"] = held.column(Series(income))[0]
    return facts


def peers_of(
    area: str, kind: PeerKind, facts: pd.DataFrame, *, nearest: int, by_hand: Sequence[str] = ()
) -> tuple[str, ...]:
    """The peers of `area`, never itself; none where what they are found by is not known of it.

    region, income: all members of the same; population, gdp: the `nearest` by ratio; hand: `by_hand`.
    """
    others = facts.drop(index=area)
    if kind == "hand":
        return tuple(code for code in others.index if code in set(by_hand))
    if kind in ("region", "income"):
        column = "region" if kind == "region" else "income_group"
        own = facts[column].get(area)
        return () if own is None or own != own else tuple(others.index[others[column] == own])
    ratio = _ratios(area, kind, facts)[others.index].dropna()
    # Equal ratios by code, so that the choice never depends on the order of the register.
    return tuple(ratio.sort_index().sort_values(kind="stable").index[:nearest])


def remoteness(area: str, near: Near, facts: pd.DataFrame) -> pd.Series:
    """How far each member is from `area`: km between capitals, or the ratio of GDP per person (at least 1).

    Indexed by ref_area; missing where it is not known.
    """
    if near == "gdp":
        return np.exp(_ratios(area, "gdp", facts))
    lat, lon = np.radians(facts["capital_lat"]), np.radians(facts["capital_lon"])
    half = (
        np.sin((lat - lat[area]) / 2) ** 2
        + np.cos(lat) * np.cos(lat[area]) * np.sin((lon - lon[area]) / 2) ** 2
    )
    return 2 * _EARTH_RADIUS_KM * np.arcsin(np.sqrt(half))  # haversine


def _ratios(area: str, column: str, facts: pd.DataFrame) -> pd.Series:
    """Absolute logarithm of the ratio to `area`; 0 is equal."""
    values = np.log(facts[column].astype(float))
    return (values - values[area]).abs()
