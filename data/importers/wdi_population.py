"""Population of the world: the World Development Indicators, which WPP's country file does not carry."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.importers.areas import WORLD
from data.importers.indicator_series import read_series

SOURCE = "wdi-files"


def read_world_population(path: Path, *, years: tuple[int, int]) -> pd.DataFrame:
    """Population of the world in persons (SP.POP.TOTL), one row per year.

    Countries are left out on purpose: their population comes from WPP, and the two definitions differ by up
    to 3.4 % (Singapore). Source: World Bank WDI. Columns: see indicator_series.COLUMNS.
    """
    frame = read_series(
        path, series={"SP.POP.TOTL": "population"}, source=SOURCE, ages={"all": "_T"}, years=years
    )
    return frame[frame["ref_area"] == WORLD].reset_index(drop=True)
