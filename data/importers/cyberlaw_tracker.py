"""UNCTAD Global Cyberlaw Tracker: status of five areas of law in each country, and the titles behind it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.importers.areas import members
from data.importers.tabular import Column, read_table

AREAS = {
    "Electronic Transactions": "e_transactions",
    "Consumer Protection": "consumer_protection",
    "Privacy and Data Protection": "data_protection",
    "Cybercrime": "cybercrime",
    "Indirect Taxation": "indirect_taxation",
}
STATUS = {
    "Legislation": "in_force",
    "Draft Legislation": "draft",
    "No Legislation": "none",
    "No Data": "unknown",
}


def read_cyberlaw_status(path: Path) -> pd.DataFrame:
    """Return ref_area, area, status, one row per member and area. Raises ImportProblem."""
    table = read_table(
        path,
        {"iso3": Column(codes=members()), "area": Column(codes=AREAS), "status": Column(codes=STATUS)},
    )
    return pd.DataFrame(
        {
            "ref_area": table["iso3"],
            "area": table["area"].map(AREAS),
            "status": table["status"].map(STATUS),
        }
    )


def read_cyberlaw_titles(path: Path) -> pd.DataFrame:
    """Return ref_area, area, position (1 ... in the order of the tracker), title, url (null: not an address).

    A link without a title keeps the link; a line with neither says nothing. Raises ImportProblem.
    """
    table = read_table(
        path,
        {
            "iso3": Column(codes=members()),
            "area": Column(codes=AREAS),
            "law_title": Column(blank=True),
            "url": Column(blank=True),
        },
    )
    table = table[(table["law_title"] != "") | (table["url"] != "")]
    area = table["area"].map(AREAS)
    return pd.DataFrame(
        {
            "ref_area": table["iso3"],
            "area": area,
            "position": table.groupby([table["iso3"], area]).cumcount() + 1,
            # Some titles hold line breaks as markup.
            "title": table["law_title"].str.replace(r"<[^<>]*>", " ", regex=True).str.split().str.join(" "),
            "url": table["url"].where(table["url"].str.fullmatch(r"https?://\S+")),
        }
    )
