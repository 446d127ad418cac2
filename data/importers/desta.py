"""DESTA: trade agreements with a FEALAC member, and who takes part in each."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.importers.areas import members
from data.importers.tabular import Column, read_table

# The file beside the one that is read.
AGREEMENTS = "agreements.csv"

# Records that bind their members; the others amend, leave or announce.
_BINDING = ("base_treaty", "accession")


def read_agreements(path: Path) -> pd.DataFrame:
    """Return agreement, title, year_signed, year_in_force (null: not in force, as of 2020), parties.

    Base treaties and accessions only; `parties` counts all of them, in FEALAC or not.
    Source: Dür, Baccini and Elsig (2014), DESTA. Raises ImportProblem.
    """
    table = _table(path)
    frame = pd.DataFrame(
        {
            "agreement": table["desta_number"],
            "title": table["name"],
            "year_signed": _year(table["year_signed"]),
            "year_in_force": _year(table["year_entry_force"]),
            "parties": table["n_members_total"],
        }
    )
    return frame.reset_index(drop=True)


def read_agreement_members(path: Path) -> pd.DataFrame:
    """Return agreement, ref_area: the FEALAC members that take part in each agreement of read_agreements.

    Which records are agreements is read from agreements.csv beside `path`. Raises ImportProblem.
    """
    kept = set(_table(path.with_name(AGREEMENTS))["desta_number"])
    table = read_table(path, {"desta_number": Column(), "iso3": Column()})
    table = table[table["desta_number"].isin(kept) & table["iso3"].isin(members())]
    frame = table.rename(columns={"desta_number": "agreement", "iso3": "ref_area"})
    return frame.drop_duplicates(ignore_index=True)


def _table(path: Path) -> pd.DataFrame:
    table = read_table(
        path,
        {
            "desta_number": Column(),
            "name": Column(),
            "entry_type": Column(),
            "year_signed": Column(blank=True),
            "year_entry_force": Column(blank=True),
            "n_members_total": Column("integer"),
        },
    )
    return table[table["entry_type"].isin(_BINDING)]


def _year(values: pd.Series) -> pd.Series:
    """Whole years; the file writes NA where there is none."""
    return pd.to_numeric(values.where(values.str.fullmatch(r"\d{4}")), errors="raise").astype("Int64")
