"""The UNCTAD B2C E-commerce Index, a past benchmark by edition."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.importers.indicator_series import read_series

SOURCE = "unctad-b2c-index"


def read_b2c_index(path: Path, *, years: tuple[int, int]) -> pd.DataFrame:
    """B2C E-commerce Index value, 0 to 100, editions 2015-2017 and 2020 (the year is that of the edition).

    Source: UNCTAD. Discontinued after 2020. Columns: see indicator_series.COLUMNS. Missing: BRN, CUB, SUR.
    """
    return read_series(
        path, series={"b2c_index": "b2c_index"}, source=SOURCE, ages={"all": "_T"}, years=years
    )
