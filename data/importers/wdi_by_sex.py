"""Internet use of women and of men: the World Development Indicators as redistributed by Open Numbers."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.importers.indicator_series import read_series

SOURCE = "wdi-open-numbers"


def read_internet_use_by_sex(path: Path, *, years: tuple[int, int]) -> pd.DataFrame:
    """Individuals using the Internet, % of the population of that sex (IT.NET.USER.FE.ZS, .MA.ZS).

    Source: World Bank WDI, CC BY 4.0. Columns: see indicator_series.COLUMNS; sex F and M only.
    """
    return read_series(
        path,
        series={"it_net_user_by_sex": "internet_use_by_sex"},
        source=SOURCE,
        ages={"all": "_T"},
        years=years,
    )
