"""Ranks of marketplace domains among the 100 most looked-up domains of a country (Cloudflare Radar)."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.importers.areas import members
from data.importers.tabular import Column, read_table

PROVIDER = "cloudflare_radar"
COLUMNS = ["domain", "ref_area", "time_period", "provider", "rank", "rank_bucket"]


def read_country_top100(path: Path) -> pd.DataFrame:
    """Return one row per domain, country and month, columns COLUMNS.

    `rank` is the median over the days of the month on which the domain was among the first 100 (it may be a
    half), rank_bucket is 100. Absence means 'not among the first 100', not 'no traffic'. Ranks count DNS
    look-ups, apps and devices included. Source: Cloudflare Radar, CC BY-NC 4.0. Raises ImportProblem.
    """
    table = read_table(
        path,
        {
            "month": Column("month"),
            "country_iso3": Column(codes=members()),
            "domain": Column(),
            "median_rank": Column("number"),
        },
    )
    frame = pd.DataFrame(
        {
            "domain": table["domain"].str.lower(),
            "ref_area": table["country_iso3"],
            "time_period": table["month"],
            "provider": PROVIDER,
            "rank": table["median_rank"],
            "rank_bucket": pd.array([100] * len(table), dtype="Int64"),
        }
    )
    return frame[COLUMNS].sort_values(COLUMNS[:4], ignore_index=True)
