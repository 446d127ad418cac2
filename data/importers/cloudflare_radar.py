"""Ranks and size classes from the Cloudflare Radar API: `ranking/top` (JSON) and the bucket data sets (CSV).

Layouts: GET /radar/ranking/top?location=ID (result.top_0 with rank and domain, result.meta.top_0.date) and
/radar/datasets/ranking_top_<n> (one column `domain`, unordered). Source: Cloudflare Radar, CC BY-NC 4.0.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

import pandas as pd

from data.importers.areas import WORLD, known_areas
from data.importers.json_reply import field, read_json
from data.importers.problem import ImportProblem
from data.importers.radar_country_top100 import COLUMNS, PROVIDER
from data.importers.tabular import Column, read_table

BUCKET = re.compile(r"top[_-](\d+)")


def read_ranking_top(path: Path, *, ref_area: str, domains: Collection[str]) -> pd.DataFrame:
    """Return the ranks of `domains` in one country (the reply does not name it), columns COLUMNS.

    Raises ImportProblem; absence means 'not in the list', and gives no row.
    """
    if ref_area not in known_areas():
        raise ImportProblem(path, column="ref_area", expected="an ISO alpha-3 code or WLD", found=ref_area)
    reply = read_json(path)
    if reply.get("success") is False:
        raise ImportProblem(path, column="success", expected="true", found=str(reply.get("errors")))
    day = str(field(path, reply, "result.meta.top_0.date", str))[:10]
    if pd.isna(pd.to_datetime(day, format="%Y-%m-%d", errors="coerce")):
        raise ImportProblem(path, column="result.meta.top_0.date", expected="a date", found=day)
    rows = [
        (
            str(field(path, item, "domain", str, row=number)).lower(),
            field(path, item, "rank", int, row=number),
        )
        for number, item in enumerate(field(path, reply, "result.top_0", list), start=1)
    ]
    frame = pd.DataFrame(rows, columns=["domain", "rank"])
    frame = frame[frame["domain"].isin(set(domains))].astype({"rank": "float64"})
    bucket = pd.array([len(rows)] * len(frame), dtype="Int64")
    frame = frame.assign(ref_area=ref_area, time_period=day, provider=PROVIDER, rank_bucket=bucket)
    return frame[COLUMNS].sort_values("domain", ignore_index=True)


def read_buckets(paths: Collection[Path], *, day: str, domains: Collection[str]) -> pd.DataFrame:
    """Return the smallest list that holds each of `domains` in the world, columns COLUMNS, a row per domain.

    The size of a list is read from its file name (`ranking_top_10000.csv`); a domain in none of them has a
    null rank_bucket. Raises ImportProblem.
    """
    smallest = pd.Series(pd.NA, index=pd.Index(sorted(set(domains)), name="domain"), dtype="Int64")
    for path in paths:
        size = BUCKET.search(path.name)
        if size is None:
            raise ImportProblem(path, expected="a name like ranking_top_10000.csv", found=path.name)
        held = smallest.index.isin(read_table(path, {"domain": Column()})["domain"].str.lower())
        better = held & (smallest.isna() | (smallest > int(size[1])).fillna(False)).to_numpy(dtype=bool)
        smallest[better] = int(size[1])
    frame = smallest.rename("rank_bucket").reset_index()
    frame = frame.assign(ref_area=WORLD, time_period=day, provider=PROVIDER, rank=float("nan"))
    return frame[COLUMNS]
