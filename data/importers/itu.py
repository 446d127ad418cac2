"""Internet use as ITU publishes it: a check on the open series, never shown and never shipped."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.importers.indicator_series import read_series

SOURCE = "itu-internet-users"


def read_internet_use(path: Path, *, years: tuple[int, int]) -> pd.DataFrame:
    """Individuals using the Internet, % of population (DataHub series 11624), build only.

    Source: ITU DataHub. Columns: see indicator_series.COLUMNS.
    """
    return read_series(path, series={"i99H": "internet_use"}, source=SOURCE, ages={"all": "_T"}, years=years)


def disagreements(open_series: pd.DataFrame, itu: pd.DataFrame, *, points: float) -> pd.DataFrame:
    """Country-years in which the open series and ITU differ by more than `points` percentage points.

    Returns ref_area, time_period, value_open, value_itu (% of population).
    """
    keys = ["ref_area", "time_period"]
    both = open_series[[*keys, "value"]].merge(itu[[*keys, "value"]], on=keys, suffixes=("_open", "_itu"))
    return both[(both["value_open"] - both["value_itu"]).abs() > points].reset_index(drop=True)
