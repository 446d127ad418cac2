"""Whether the base table of indicators keeps what its descriptions, the coverage and the tiers say."""

from __future__ import annotations

from math import inf

import pandas as pd

from data.catalog import Catalog, Indicator
from data.catalog.indicator_checks import file_of
from data.importers.problem import ImportProblem

TABLE = "data/precomputed/base/indicators.parquet"
COVERAGE = "config/coverage.yml"
COLLECT = "Run `python -m data.build collect --sources DIR`, or correct the description."


def check_described(frame: pd.DataFrame, sources: pd.DataFrame, catalog: Catalog) -> None:
    """Raise ImportProblem for the first series or value that contradicts its description.

    frame: ref_area, indicator, time_period, value, source; `sources`: the register of sources. Checked are: a
    description for each series and a series for each description, the sources and their tiers, years in the
    future, values outside their limits, and series with fewer members than the coverage asks for.
    """
    found = set(frame["indicator"])
    if strange := sorted(found - set(catalog.indicators)):
        raise _problem("indicator", "a description in config/indicators", f"none of {strange[0]!r}")
    if lost := sorted(set(catalog.indicators) - found):
        file = file_of(catalog.indicators[lost[0]].theme)
        raise _problem("indicator", f"rows of {lost[0]!r}, which {file} describes", "none")
    _check_years(frame, catalog)
    _check_tiers(frame, sources, catalog)
    rows = dict(list(frame.groupby("indicator", observed=True)))
    for name, about in catalog.indicators.items():
        _check_sources(rows[name], about)
        _check_limits(rows[name], about)
        members = rows[name].loc[rows[name]["ref_area"].isin(catalog.ref_areas), "ref_area"].nunique()
        if members < catalog.coverage.minimum_members:
            wanted = f"{name} for at least {catalog.coverage.minimum_members} members (see {COVERAGE})"
            raise _problem("indicator", wanted, f"{members}")


def _check_years(frame: pd.DataFrame, catalog: Catalog) -> None:
    newest = int(catalog.data_date[:4])
    late = frame[frame["time_period"].astype(int) > newest]
    if len(late):
        row = late.iloc[0]
        raise _problem(
            "time_period",
            f"a year up to {newest}, that of the newest data",
            f"{row['indicator']} {row['ref_area']} {row['time_period']}, a year in the future",
        )


def _check_tiers(frame: pd.DataFrame, sources: pd.DataFrame, catalog: Catalog) -> None:
    tiers = sources.set_index("source_id")["tier"]
    for source in sorted(set(frame["source"])):
        tier = tiers.get(source)
        if tier is None or not catalog.tiers[tier].shown:
            raise _problem("source", "a registered source that may be shown", f"{source!r} (tier {tier})")


def _check_sources(rows: pd.DataFrame, about: Indicator) -> None:
    other = rows[~rows["source"].isin(about.source)]
    if len(other):
        raise _problem(
            "source", f"{about.id} from {' or '.join(about.source)}", repr(str(other["source"].iloc[0]))
        )


def _check_limits(rows: pd.DataFrame, about: Indicator) -> None:
    low = -inf if about.minimum is None else about.minimum
    high = inf if about.maximum is None else about.maximum
    outside = rows[rows["value"].notna() & ~rows["value"].between(low, high)]
    if len(outside):
        row = outside.iloc[0]
        raise _problem(
            "value",
            f"{about.id} between {low:g} and {high:g} (see {file_of(about.theme)})",
            f"{row['value']:g} for {row['ref_area']} {row['time_period']}",
        )


def _problem(column: str, expected: str, found: str) -> ImportProblem:
    return ImportProblem(TABLE, column=column, expected=expected, found=found, remedy=COLLECT)
