"""Shared reader of the long layout iso3, indicator, year, value, sex, age, area into the indicators table."""

from __future__ import annotations

from collections.abc import Mapping
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
SEX = {"all": "_T", "female": "F", "male": "M"}
URBANISATION = {"all": "_T", "urban": "U", "rural": "R"}


def read_series(
    path: Path,
    *,
    series: Mapping[str, str],
    source: str,
    ages: Mapping[str, str],
    years: tuple[int, int],
) -> pd.DataFrame:
    """Return the wanted series of one file, columns COLUMNS, in the units of the source.

    `series` maps the file's indicator codes to ours, `ages` its age labels to SDMX codes. Keeps the FEALAC
    members and the world, `years` inclusive; aggregates of other groups are dropped, an unknown code is an
    ImportProblem, and so are a missing series and two values for one cell.
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
    wanted = table[
        table["indicator"].isin(series)
        & table["iso3"].isin({*members(), WORLD})
        & table["year"].between(*years)
    ]
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


def tidy(frame: pd.DataFrame) -> pd.DataFrame:
    """Fix the order of columns and rows, so that equal input gives equal files."""
    return frame[COLUMNS].sort_values(GRAIN, ignore_index=True)
