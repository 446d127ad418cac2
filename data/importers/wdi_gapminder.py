"""Internet use by country: the World Development Indicators as redistributed by Gapminder."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.importers.indicator_series import read_series

SOURCE = "wdi-gapminder"


def read_internet_use(path: Path, *, years: tuple[int, int]) -> pd.DataFrame:
    """Individuals using the Internet, % of population (IT.NET.USER.ZS, originator ITU), by country and year.

    Source: World Bank WDI, CC BY 4.0, copy in Systema Globalis. Columns: see indicator_series.COLUMNS.
    """
    return read_series(
        path, series={"internet_users": "internet_use"}, source=SOURCE, ages={"all": "_T"}, years=years
    )
