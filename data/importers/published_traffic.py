"""Traffic figures read on public pages: one row per figure, never converted from one metric to another."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pandas as pd

from data.importers.areas import known_areas
from data.importers.problem import ImportProblem
from data.importers.tabular import Column, read_table

COLUMNS = [
    "figure_id",
    "marketplace",
    "domain",
    "ref_area",
    "period_start",
    "period_end",
    "metric",
    "value",
    "unit",
    "provider",
    "source_url",
    "note",
]
IDENTITY = [
    "domain",
    "marketplace",
    "ref_area",
    "period_start",
    "period_end",
    "metric",
    "provider",
    "source_url",
]


def read_published_traffic(path: Path) -> pd.DataFrame:
    """Return the figures of one file, columns COLUMNS, value in the unit its row names.

    Expects marketplace, domain, country_iso3, period_start, period_end, metric, value, unit, provider,
    source_url, note. figure_id is a digest of what identifies the figure, so it stays when rows move.
    `REG:SEA6` becomes REG_SEA6. The domain is '' where a figure stands for no single site: a category, all
    sites of a brand, or two marketplaces together (`Gmarket + Auction`). Raises ImportProblem.
    """
    table = read_table(
        path,
        {
            "marketplace": Column(),
            "domain": Column(blank=True),
            "country_iso3": Column(codes={code.replace("REG_", "REG:") for code in known_areas()}),
            "period_start": Column("date", blank=True),
            "period_end": Column("date", blank=True),
            "metric": Column(),
            "value": Column("number"),
            "unit": Column(),
            "provider": Column(),
            "source_url": Column(),
            "note": Column(blank=True),
        },
    )
    _refuse(path, _reversed(table), "period_end", table, "a day not before period_start")
    _refuse(path, ~table["source_url"].str.match(r"https?://\S+$"), "source_url", table, "a web address")
    _refuse(path, table["value"] < 0, "value", table, "a number that is not negative")
    frame = table.rename(columns={"country_iso3": "ref_area"})
    frame["ref_area"] = frame["ref_area"].str.replace("REG:", "REG_", regex=False)
    several = frame["domain"].str.startswith("(") | frame["marketplace"].str.contains(" + ", regex=False)
    frame["domain"] = frame["domain"].mask(several, "")
    frame["figure_id"] = [_digest(row) for row in frame[IDENTITY].to_numpy().tolist()]
    twice = frame.duplicated("figure_id")
    _refuse(path, twice, "source_url", table, "each figure once")
    return frame[COLUMNS].sort_values("figure_id", ignore_index=True)


def _reversed(table: pd.DataFrame) -> pd.Series:
    return (table["period_end"] < table["period_start"]) & (table["period_end"] != "")


def _digest(fields: list[str]) -> str:
    return "figure-" + hashlib.sha256("\x1f".join(fields).encode()).hexdigest()[:10]


def _refuse(path: Path, wrong: pd.Series, column: str, table: pd.DataFrame, expected: str) -> None:
    if wrong.any():
        row = int(table.index[wrong][0])
        raise ImportProblem(
            path, column=column, row=row + 2, expected=expected, found=f"'{table[column].tolist()[row]}'"
        )
