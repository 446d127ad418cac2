"""Refuses a country that joined a treaty before there was one, naming the row of the register."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.importers.problem import ImportProblem

# A country that stands outside has no year in which it joined.
_OUTSIDE = ("not_party", "unknown")


def check_treaty_years(standing: pd.DataFrame, treaties: pd.DataFrame, path: Path) -> None:
    """Raise ImportProblem for the first row of `standing` whose year cannot be.

    standing: ref_area, treaty, status, year, as data/registers/treaty_status.csv (`path`) holds them;
    treaties: treaty, year_opened.
    """
    opened = dict(zip(treaties["treaty"], treaties["year_opened"], strict=True))
    rows = zip(standing["ref_area"], standing["treaty"], standing["status"], standing["year"], strict=True)
    for place, (area, treaty, status, year) in enumerate(rows):
        if pd.isna(year):
            continue
        first = opened.get(treaty)
        if status in _OUTSIDE:
            expected = f"no year, because {area} stands outside {treaty} ({status})"
        elif pd.notna(first) and year < first:
            expected = f"{first:.0f} or later, the year in which {treaty} was adopted"
        else:
            continue
        raise ImportProblem(
            path,
            column="year",
            row=place + 2,
            expected=expected,
            found=f"{year:.0f}",
            remedy="Correct the year, the status, or the treaty in treaties.csv.",
        )
