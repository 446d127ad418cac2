"""Assumptions of the estimates as one typed, frozen value (config/estimates.yml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True)
class Level:
    """Size class to visits."""

    list_floor_rank: float
    class_date: float
    top100_date: float
    slope_bounds: tuple[float, float]
    minimum_sigma: float
    country_shrinkage: float
    absent_below_cap: float
    ceiling_known_share: float


@dataclass(frozen=True)
class Split:
    """Sharing the visits of one domain among countries."""

    whole_sigma: float
    sigma: float
    world_internet_users: float
    own_use_only: tuple[str, ...]
    local_categories: tuple[str, ...]
    local_part: float
    home_factor: float
    home_share_abroad: Mapping[str, float]


@dataclass(frozen=True)
class Prior:
    """Storefronts on which nothing is known."""

    list_floor_quantile: float
    shrinkage: float
    country_shrinkage: float
    minimum_sigma: float


@dataclass(frozen=True)
class Time:
    """Months covered, trend, and how far levels wander."""

    first_month: str
    last_month: str
    drift_per_year: float
    figure_sigma: float
    loose_figure_sigma: float
    unverified_figure_sigma: float
    smoothing_from: int
    smoothing_years: float
    highest_internet_use: float


@dataclass(frozen=True)
class Seasonality:
    """Ratios of the months of a year."""

    shrinkage: float
    shortest_window: int
    panel_break: str


@dataclass(frozen=True)
class Origin:
    """Gravity model of where visitors live."""

    mass_elasticity: float
    distance_elasticity: float
    common_language: float
    same_region: float
    reach_elasticity: float
    own_storefront: float
    closed: float
    split_domain: float
    foreign_scale: float
    rest_share: float


@dataclass(frozen=True)
class People:
    """Sex and age of visitors."""

    tilt: float
    age_knee: float
    same_age: float
    covered: float
    earliest_by_sex: int


@dataclass(frozen=True)
class Interval:
    """Width of the 80 % interval and its recalibration."""

    normal_quantile: float
    coverage_range: tuple[float, float]
    target_coverage: float
    smallest_class: int


@dataclass(frozen=True)
class Parameters:
    """All assumptions; every field is explained beside its value in config/estimates.yml."""

    level: Level
    split: Split
    prior: Prior
    time: Time
    seasonality: Seasonality
    origin: Origin
    people: People
    interval: Interval


SECTIONS = {
    "level": Level,
    "split": Split,
    "prior": Prior,
    "time": Time,
    "seasonality": Seasonality,
    "origin": Origin,
    "people": People,
    "interval": Interval,
}


def parameters_from(mapping: Mapping[str, Any]) -> Parameters:
    """Build Parameters from the parsed YAML; ValueError names the section and key that are wrong."""
    _same_keys(expected=set(SECTIONS), found=set(mapping), place="config/estimates.yml")
    sections = {}
    for name, kind in SECTIONS.items():
        place = f"config/estimates.yml: {name}"
        _same_keys(expected={field.name for field in fields(kind)}, found=set(mapping[name]), place=place)
        values = {
            key: tuple(value) if isinstance(value, list) else value for key, value in mapping[name].items()
        }
        sections[name] = kind(**values)
    return Parameters(**sections)


def _same_keys(*, expected: set[str], found: set[str], place: str) -> None:
    if expected != found:
        raise ValueError(
            f"{place}: expected keys {sorted(expected)}, got {sorted(found)}; "
            "add the missing keys or remove the unknown ones"
        )
