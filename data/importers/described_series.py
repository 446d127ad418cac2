"""Any series that config/indicators describes: the rows of one outside file as indicators of ours."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from data.catalog import Indicator, TakenFrom
from data.importers.indicator_series import read_series, tidy

AGES = {"all": "_T", "15+": "_T", "15-24": "Y15T24", "25+": "Y_GE25"}
DECIMALS = 6  # some sources publish single precision: 2.3803000450134277 was 2.3803


def read_described(
    path: Path, indicators: Collection[Indicator], *, file: str, years: tuple[int, int], newest: int
) -> pd.DataFrame:
    """Return the rows of every indicator that is taken from `file`, in the units of the source.

    `file`: how the descriptions call the file at `path` (`<source id>/<name>.csv`). Keeps the FEALAC members
    and the world, `years` inclusive and within the years that a description keeps; `_T` is the age that the
    source calls all or 15+. Columns: see indicator_series.COLUMNS. Raises ImportProblem for a series that is
    not there, a value outside the limits of its description and a year after `newest`.
    """
    wanted = [(about, taken) for about in indicators for taken in about.taken_from if taken.file == file]
    table = read_series(
        path,
        series={taken.code: taken.code for _, taken in wanted},
        source=file.split("/")[0],
        ages=AGES,
        years=years,
        newest=newest,
        limits={taken.code: (about.minimum, about.maximum) for about, taken in wanted},
    )
    table["value"] = table["value"].round(DECIMALS)
    return tidy(pd.concat([_rows(table, about, taken) for about, taken in wanted], ignore_index=True))


def described_files(indicators: Collection[Indicator]) -> tuple[str, ...]:
    """Every file that some indicator is taken from, in alphabetical order."""
    return tuple(sorted({taken.file for about in indicators for taken in about.taken_from}))


def _rows(table: pd.DataFrame, about: Indicator, taken: TakenFrom) -> pd.DataFrame:
    rows = table[table["indicator"] == taken.code]
    if taken.years is not None:
        rows = rows[rows["time_period"].astype(int).between(*taken.years)]
    return rows.assign(indicator=about.id)
