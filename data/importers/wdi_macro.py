"""GDP per capita: the World Development Indicators as packaged in the World Bank's cliaretl."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.importers.indicator_series import read_series

SOURCE = "wb-cliaretl"


def read_gdp_per_capita(path: Path, *, years: tuple[int, int]) -> pd.DataFrame:
    """GDP per capita in constant 2015 US dollars (NY.GDP.PCAP.KD), by country and year.

    Source: World Bank WDI, CC BY 4.0. Columns: see indicator_series.COLUMNS. Missing: VEN.
    """
    return read_series(
        path, series={"wdi_nygdppcapkd": "gdp_per_capita"}, source=SOURCE, ages={"all": "_T"}, years=years
    )
