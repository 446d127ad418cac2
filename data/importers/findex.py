"""Online buying by sex, age and area: the Global Findex Database, one edition only."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.importers.indicator_series import read_series

SOURCE = "wb-findex-2025"
AGES = {"15+": "_T", "15-24": "Y15T24", "25+": "Y_GE25"}


def read_bought_online(path: Path, *, years: tuple[int, int]) -> pd.DataFrame:
    """Adults who bought something online by phone or internet, % of that group aged 15 and over (fin26b).

    Source: World Bank, Global Findex Database 2025, waves 2021 (GTM, MEX, VNM: 2022) and 2024. The edition
    re-harmonises its own waves; other editions measure otherwise and are never appended. `_T` is age 15+.
    Columns: see indicator_series.COLUMNS.
    """
    return read_series(path, series={"fin26b": "bought_online"}, source=SOURCE, ages=AGES, years=years)
