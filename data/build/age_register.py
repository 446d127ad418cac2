"""Reads the register of published internet use by age and refuses what cannot be a share of people."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.importers.problem import ImportProblem
from data.importers.tabular import Column, read_table

MEASURES = ("internet_use", "share_of_users")


def read_age_register(path: Path) -> pd.DataFrame:
    """Return ref_area, year, producer, age_from, age_to (NaN: open), measure, value (percent).

    time_period is a year, or a year and more (`2021-Q4`). Rows without verification `sourced` are left out.
    Raises ImportProblem with file, column and row.
    """
    table = read_table(
        path,
        {
            "ref_area": Column(),
            "time_period": Column(),
            "age_from": Column("integer"),
            "age_to": Column("integer", blank=True),
            "value": Column("number"),
            "measure": Column(codes=MEASURES),
            "producer": Column(),
            "verification": Column(),
        },
    )
    undated = ~table["time_period"].str.match(r"\d{4}")
    outside = ~table["value"].between(0, 100)
    reversed_ages = (table["age_to"] < table["age_from"]).fillna(False).astype(bool)
    for column, wrong, expected in (
        ("time_period", undated, "a year first, like 2024 or 2021-Q4"),
        ("value", outside, "a percentage from 0 to 100"),
        ("age_to", reversed_ages, "an age not below age_from"),
    ):
        if wrong.any():
            row = int(wrong.to_numpy().argmax())
            found = f"'{table[column].iloc[row]}'"
            raise ImportProblem(path, column=column, row=row + 2, expected=expected, found=found)
    table = table.assign(
        year=table["time_period"].str[:4].astype(int),
        age_from=table["age_from"].astype(float),
        age_to=table["age_to"].astype("float64"),
    )
    columns = ["ref_area", "year", "producer", "age_from", "age_to", "measure", "value"]
    return table.loc[table["verification"] == "sourced", columns].reset_index(drop=True)
