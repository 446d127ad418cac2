"""Checks between indicators, and of indicators against the register of sources."""

from __future__ import annotations

import csv
from collections.abc import Collection, Mapping
from pathlib import Path

from data.catalog.errors import CatalogError
from data.catalog.indicator import Indicator

REGISTER = "data/registers/sources.csv"


def check_indicators(indicators: Mapping[str, Indicator], sources: Collection[str] | None) -> None:
    """Raise CatalogError for the first indicator that contradicts another, itself or the register.

    `sources`: ids of the register of sources; None where there is no register to ask.
    """
    for indicator in indicators.values():
        file = file_of(indicator.theme)
        _check_sources(indicator, sources, file)
        _check_units(indicator, file)
        _check_limits(indicator, file)
        for position, part in enumerate(indicator.components):
            key = f"{indicator.id}.components.{position}"
            if part not in indicators:
                raise CatalogError(file, key, f"expected the id of an indicator, got {part!r}")
            if indicator.id in all_components(part, indicators):
                raise CatalogError(
                    file, key, f"expected no indicator that {indicator.id} is itself a part of, got {part!r}"
                )


def all_components(indicator: str, indicators: Mapping[str, Indicator]) -> frozenset[str]:
    """The indicator's own id, its components, theirs, and so on."""
    found: set[str] = set()
    waiting = [indicator]
    while waiting:
        part = waiting.pop()
        if part not in found and part in indicators:
            found.add(part)
            waiting += indicators[part].components
    return frozenset(found)


def file_of(theme: str) -> str:
    """The file that describes the indicators of a theme."""
    return f"config/indicators/{theme}.yml"


def registered_sources(root: Path) -> tuple[str, ...] | None:
    """Ids of the register of sources of the project at `root`, or None when it has no such file."""
    path = root / REGISTER
    if not path.is_file():
        return None
    with path.open(encoding="utf-8", newline="") as stream:
        return tuple(row["source_id"] for row in csv.DictReader(stream))


def _check_sources(indicator: Indicator, sources: Collection[str] | None, file: str) -> None:
    for position, source in enumerate(indicator.source):
        if sources is not None and source not in sources:
            raise CatalogError(
                file,
                f"{indicator.id}.source.{position}",
                f"expected a source_id of {REGISTER}, got {source!r}",
            )
    for position, taken in enumerate(indicator.taken_from):
        if taken.source not in indicator.source:
            raise CatalogError(
                file,
                f"{indicator.id}.taken_from.{position}.file",
                f"expected a file of {' or '.join(indicator.source)} (see source), got {taken.file!r}",
            )


def _check_units(indicator: Indicator, file: str) -> None:
    several = len(indicator.taken_from) > 1
    for position, taken in enumerate(indicator.taken_from):
        if taken.unit != indicator.unit and (several or taken.unit is not None):
            raise CatalogError(
                file,
                f"{indicator.id}.taken_from.{position}.unit",
                f"expected {indicator.unit}, the unit of the indicator, got {taken.unit or 'nothing'}; "
                "a series in another unit is another indicator",
            )


def _check_limits(indicator: Indicator, file: str) -> None:
    low, high = indicator.minimum, indicator.maximum
    if low is not None and high is not None and low >= high:
        raise CatalogError(
            file, f"{indicator.id}.maximum", f"expected more than minimum {low:g}, got {high:g}"
        )
