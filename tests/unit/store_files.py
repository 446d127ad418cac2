"""A small folder of data files: seasonality as Parquet, sources and members as SQLite, and their manifest."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.catalog import load_catalog
from data.store import write_manifest, write_parquet, write_sqlite

CATALOG = load_catalog()
SEASONALITY = CATALOG.datasets["seasonality"]
REGIONS = ("east_asia", "latin_america")


def seasonality() -> pd.DataFrame:
    """Ratio 1.0 in each month of both regions, from 3 domains; 24 rows."""
    rows = [(region, month, 1.0, 3) for region in REGIONS for month in range(1, 13)]
    return pd.DataFrame(rows, columns=["region", "month", "ratio", "domains"])


def sources() -> pd.DataFrame:
    """Two sources, one without addresses and dates."""
    columns = CATALOG.datasets["source"].columns
    first = [
        "whotracksme",
        "Popularity",
        "Ghostery",
        "https://example.org",
        "CC BY 4.0",
        None,
        "open",
        "2019-04",
    ]
    second = ["a-list", "A list", "Producer", None, "None stated", None, "build_only", None]
    return pd.DataFrame([[*first, None, "G (2019)"], [*second, None, "P"]], columns=list(columns))


def build(folder: Path) -> Path:
    """Write the files and their manifest to `folder` and return it."""
    rows = {
        "seasonality.parquet": {
            "seasonality": write_parquet(seasonality(), folder / SEASONALITY.file, SEASONALITY)
        },
        "explorer.sqlite": write_sqlite({"source": sources()}, folder / "explorer.sqlite"),
    }
    write_manifest(folder, built_at="2019-04", sources={"whotracksme": "2019-04"}, rows=rows)
    return folder
