"""World ranks of sites from a Tranco list: `rank,domain` without a header, as CSV, CSV.gz or zip.

Source: Tranco (Le Pochat et al., NDSS 2019, https://tranco-list.eu); each list has a permanent id and date.
"""

from __future__ import annotations

import zipfile
from collections.abc import Collection
from pathlib import Path

import pandas as pd

from data.importers.areas import WORLD
from data.importers.problem import ImportProblem
from data.importers.radar_country_top100 import COLUMNS
from data.importers.tabular import Column, read_table

PROVIDER = "tranco"
LAYOUT = {"rank": Column("integer"), "domain": Column()}


def read_list(path: Path, *, day: str, domains: Collection[str]) -> pd.DataFrame:
    """Return the ranks of `domains`, columns as popularity_rank; a site that is not listed gives no row."""
    if path.suffix == ".zip":
        try:
            with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as inside:
                table = read_table(inside, LAYOUT, name=str(path), header=list(LAYOUT), compression=None)
        except (OSError, zipfile.BadZipFile) as error:
            raise ImportProblem(path, expected="a zip file with one list", found=str(error)) from error
    else:
        table = read_table(path, LAYOUT, header=list(LAYOUT))
    twice = table.duplicated("rank")
    if twice.any():
        raise ImportProblem(
            path,
            column="rank",
            row=int(table.index[twice][0]) + 1,
            expected="each rank once",
            found=str(table.loc[twice, "rank"].iloc[0]),
        )
    wanted = table[table["domain"].str.lower().isin(set(domains))]
    frame = pd.DataFrame(
        {
            "domain": wanted["domain"].str.lower(),
            "ref_area": WORLD,
            "time_period": day,
            "provider": PROVIDER,
            "rank": wanted["rank"].astype("float64"),
            "rank_bucket": pd.array([None] * len(wanted), dtype="Int64"),
        }
    )
    return frame[COLUMNS].sort_values("domain", ignore_index=True)
