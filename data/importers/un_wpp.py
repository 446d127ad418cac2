"""Population by sex and age: World Population Prospects 2024 as redistributed by Gapminder."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.importers.indicator_series import read_series, tidy
from data.importers.problem import ImportProblem

SOURCE = "un-wpp"
LAST_ESTIMATE = 2023  # WPP 2024: later years are medium projections
AGES = {
    "all": "_T",
    "0-4": "Y0T4",
    "5-9": "Y5T9",
    "10-14": "Y10T14",
    "0-14": "Y0T14",
    "15-19": "Y15T19",
    "20-39": "Y20T39",
    "40-59": "Y40T59",
    "60+": "Y_GE60",
    "65+": "Y_GE65",
    "70+": "Y_GE70",
}
WHOLE = ["Y0T14", "Y15T19", "Y20T39", "Y40T59", "Y_GE60"]  # these groups do not overlap and cover every age
SERIES = {"wpp_population": "population", "wpp_age_share": "population_age_share"}


def read_population(path: Path, *, years: tuple[int, int]) -> pd.DataFrame:
    """Population: persons by sex (F, M, _T), and age groups as % of the population of that sex, mid-year.

    `population` has the total of both sexes as their sum, since the file gives women and men only. The age
    groups overlap (Y_GE60, Y_GE65, Y_GE70). Projected years carry obs_status E. Source: UN DESA, WPP 2024,
    CC BY 3.0 IGO. Columns: see indicator_series.COLUMNS. Raises ImportProblem where groups do not add up.
    """
    frame = read_series(path, series=SERIES, source=SOURCE, ages=AGES, years=years)
    _check_ages(path, frame)
    persons = frame[frame["indicator"] == "population"]
    total = persons.drop(columns="value").drop_duplicates(["ref_area", "time_period"]).assign(sex="_T")
    sums = persons.groupby(["ref_area", "time_period"], as_index=False)["value"].sum()
    frame = pd.concat([frame, total.merge(sums, on=["ref_area", "time_period"])], ignore_index=True)
    projected = frame["time_period"].astype(int) > LAST_ESTIMATE
    return tidy(frame.assign(obs_status=projected.map({True: "E", False: "A"})))


def _check_ages(path: Path, frame: pd.DataFrame) -> None:
    """The groups of WHOLE add up to 100 % of each sex, within the rounding of the published shares."""
    groups = frame[(frame["indicator"] == "population_age_share") & frame["age"].isin(WHOLE)]
    sums = groups.groupby(["ref_area", "time_period", "sex"])["value"].sum()
    wrong = sums[(sums - 100).abs() > 0.05]
    if len(wrong):
        area, year, sex = wrong.index[0]
        raise ImportProblem(
            path,
            column="value",
            expected=f"age groups of {area} {year} ({sex}) that add up to 100 %",
            found=f"{wrong.iloc[0]:.3f} %",
        )
