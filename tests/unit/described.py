"""Reads described series from a small file, wherever it lies."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.catalog import load_catalog
from data.importers.described_series import read_described

NEWEST = 2026


def read(indicator: str, path: Path, *more: str, years: tuple[int, int]) -> pd.DataFrame:
    """The rows of `indicator` (and of `more` from the same file) in the file at `path`."""
    described = load_catalog().indicators
    file = described[indicator].taken_from[0].file
    wanted = [described[name] for name in (indicator, *more)]
    return read_described(path, wanted, file=file, years=years, newest=NEWEST)
