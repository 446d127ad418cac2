"""Shared reader of the long layout iso3, indicator, year, value, sex, age, area into the indicators table."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from pathlib import Path

import pandas as pd

from data.importers.areas import WORLD, known_areas, members
from data.importers.problem import ImportProblem
from data.importers.tabular import Column, read_table

COLUMNS = [
    "ref_area",
    "indicator",
    "time_period",
    "sex",
    "age",
    "urbanisation",
    "value",
    "obs_status",
    "source",
]
GRAIN = COLUMNS[:6]
# Lowest and highest value, None where there is no bound.
Limits = tuple[float | None, float | None]
SEX = {"all": "_T", "female": "F", "male": "M"}
URBANISATION = {"all": "_T", "urban": "U", "rural": "R"}


def read_series(
    path: Path,
    *,
    series: Mapping[str, str],
    source: str,
    ages: Mapping[str, str],
    years: tuple[int, int],
    newest: int | None = None,
    limits: Mapping[str, Limits] | None = None,
) -> pd.DataFrame:
    """Return the wanted series of one file, columns COLUMNS, in the units of the source.

    `series` maps the file's indicator codes to ours, `ages` its age labels to SDMX codes. Keeps the FEALAC
    members and the world, `years` inclusive; aggregates of other groups are dropped, an unknown code is an
    ImportProblem, and so are a missing series, two values for one cell, a year after `newest` (None: any, for
    projections) and a value outside the `limits` of the file's indicator code.
    """
    table = read_table(
        path,
        {
            "iso3": Column(codes=known_areas()),
            "indicator": Column(),
            "year": Column("integer"),
            "value": Column("number"),
            "sex": Column(codes=SEX),
            "age": Column(),
            "area": Column(codes=URBANISATION),
        },
    )
    absent = [code for code in series if code not in set(table["indicator"])]
    if absent:
        raise ImportProblem(
            path, column="indicator", expected=f"the series {absent[0]}", found="no row of it"
        )
    described = table[table["indicator"].isin(series) & table["iso3"].isin({*members(), WORLD})]
    if newest is not None:
        _refuse_future(path, described, newest)
    wanted = described[described["year"].between(*years)]
    _refuse_outside(path, wanted, limits or {})
    strange = ~wanted["age"].isin(ages)
    if strange.any():
        row = int(wanted.index[strange][0])
        raise ImportProblem(
            path,
            column="age",
            row=row + 2,
            expected=f"one of {', '.join(sorted(ages))}",
            found=repr(table["age"].tolist()[row]),
        )
    frame = pd.DataFrame(
        {
            "ref_area": wanted["iso3"],
            "indicator": wanted["indicator"].map(series),
            "time_period": wanted["year"].astype(str),
            "sex": wanted["sex"].map(SEX),
            "age": wanted["age"].map(ages),
            "urbanisation": wanted["area"].map(URBANISATION),
            "value": wanted["value"],
            "obs_status": "A",
            "source": source,
        }
    )
    twice = frame.duplicated(GRAIN)
    if twice.any():
        row = int(frame.index[twice][0])
        raise ImportProblem(
            path,
            row=row + 2,
            expected="one value per series, country, year, sex, age and area",
            found="a second one",
        )
    return tidy(frame)


def _refuse_future(path: Path, rows: pd.DataFrame, newest: int) -> None:
    late = rows[rows["year"] > newest]
    if len(late):
        raise ImportProblem(
            path,
            column="year",
            row=int(late.index[0]) + 2,
            expected=f"a year up to {newest}, that of the newest data",
            found=f"{late['year'].iloc[0]}, a year in the future",
        )


def _refuse_outside(path: Path, rows: pd.DataFrame, limits: Mapping[str, Limits]) -> None:
    for code, (low, high) in limits.items():
        values = rows.loc[rows["indicator"] == code, "value"]
        outside = values[~values.between(-inf if low is None else low, inf if high is None else high)]
        if len(outside):
            raise ImportProblem(
                path,
                column="value",
                row=int(outside.index[0]) + 2,
                expected=f"{code} {_within(low, high)}",
                found=f"{outside.iloc[0]:g}",
            )


def _within(low: float | None, high: float | None) -> str:
    bounds = [("at least", low), ("at most", high)]
    return " and ".join(f"{word} {bound:g}" for word, bound in bounds if bound is not None)


def tidy(frame: pd.DataFrame) -> pd.DataFrame:
    """Fix the order of columns and rows, so that equal input gives equal files."""
    return frame[COLUMNS].sort_values(GRAIN, ignore_index=True)
