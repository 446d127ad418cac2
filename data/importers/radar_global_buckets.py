"""Size class of marketplace domains in the world: weekly rank buckets of Cloudflare Radar."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.importers.areas import WORLD
from data.importers.radar_country_top100 import COLUMNS, PROVIDER
from data.importers.tabular import Column, read_table

BUCKETS = {"1000", "10000", "100000"}


def read_global_buckets(path: Path) -> pd.DataFrame:
    """Return one row per domain and weekly list, columns of radar_country_top100.COLUMNS, ref_area WLD.

    `rank_bucket` is the smallest list that holds the domain (1 000, 10 000 or 100 000); a null says that the
    domain was looked up and is in none of them. `time_period` is the day the list was first seen.
    Source: Cloudflare Radar, CC BY-NC 4.0. Raises ImportProblem.
    """
    table = read_table(
        path,
        {
            "first_snapshot_of_weekly_list": Column("date"),
            "domain": Column(),
            "global_rank_bucket": Column("integer", blank=True, codes=BUCKETS),
        },
    )
    frame = pd.DataFrame(
        {
            "domain": table["domain"].str.lower(),
            "ref_area": WORLD,
            "time_period": table["first_snapshot_of_weekly_list"],
            "provider": PROVIDER,
            "rank": float("nan"),
            "rank_bucket": table["global_rank_bucket"],
        }
    )
    return frame[COLUMNS].sort_values(COLUMNS[:4], ignore_index=True)
