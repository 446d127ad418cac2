"""Where the visitors of ten marketplaces came from in 2016 (Alexa), for calibrating origins; build only."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.importers.areas import iso3_by_iso2, members
from data.importers.problem import ImportProblem
from data.importers.tabular import Column, read_table

REST = "_O"
COLUMNS = ["domain", "ref_area", "share"]


def read_audience_geography(path: Path) -> pd.DataFrame:
    """Return the share of visitors by origin, columns COLUMNS, share in % of the domain's visitors.

    `ref_area` is a FEALAC member or `_O`; `_O` is everything else, listed or not, so that a domain adds up to
    100. The source lists the first two to five countries only: an absent member is unknown, not zero, and its
    visitors are inside `_O`. Source: Alexa Internet, May 2016, no licence stated: never shown. Raises
    ImportProblem.
    """
    table = read_table(
        path,
        {
            "domain": Column(),
            "visitor_country_iso2": Column(codes=iso3_by_iso2()),
            "share_percent": Column("number"),
        },
    )
    area = table["visitor_country_iso2"].map(iso3_by_iso2())
    listed = pd.DataFrame(
        {"domain": table["domain"].str.lower(), "ref_area": area, "share": table["share_percent"]}
    )
    sums = listed.groupby("domain")["share"].sum()
    if (sums > 100.05).any():
        raise ImportProblem(
            path,
            column="share_percent",
            found=f"{sums.max():.1f} for {sums.idxmax()}",
            expected="shares of a domain that add up to at most 100",
        )
    known = listed[listed["ref_area"].isin(members())]
    rest = (100 - known.groupby("domain")["share"].sum()).reindex(sums.index, fill_value=100.0)
    frame = pd.concat([known, rest.rename("share").reset_index().assign(ref_area=REST)], ignore_index=True)
    frame["share"] = frame["share"].round(3)
    return frame[COLUMNS].sort_values(COLUMNS[:2], ignore_index=True)
