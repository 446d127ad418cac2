"""The desk of the shipped data, and copies of it that know less, for tests of the country profile."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pandas as pd

from components.export.country_desk import read_desk
from components.export.country_words import Said, said_sentences
from components.i18n import Language
from data.analysis.country.desk import Desk
from data.analysis.country.summary import CountrySummary, summarise

# Tables with a row per country, and the columns that name it.
BY_COUNTRY = {
    "storefronts": "ref_area", "indicators": "ref_area", "users": "ref_area", "policies": "ref_area",
    "laws": "ref_area", "treaty_status": "ref_area", "cyberlaw_status": "ref_area",
    "rdtii_measures": "ref_area",
}  # fmt: skip


def desk() -> Desk:
    """The desk of the shipped data."""
    return read_desk()


def without(known: Desk, area: str, *tables: str) -> Desk:
    """The desk with no row of a country in `tables`, in all of them when none is named."""
    changed = {}
    for table in tables or tuple(BY_COUNTRY):
        frame: pd.DataFrame = getattr(known, table)
        changed[table] = frame[frame[BY_COUNTRY[table]].astype(str) != area].reset_index(drop=True)
    if not tables or "storefronts" in tables:
        kept = set(changed["storefronts"]["marketplace_id"].astype(str))
        for table in ("monthly", "origin", "people", "evidence"):
            frame = getattr(known, table)
            changed[table] = frame[frame["marketplace_id"].astype(str).isin(kept)].reset_index(drop=True)
    return replace(known, **changed)


@cache
def summary_of(area: str) -> CountrySummary:
    """The summary of a country from the shipped data."""
    return summarise(read_desk(), area)


def sentences_of(known: Desk, area: str, code: str = "en") -> tuple[Said, ...]:
    """The three sentences of a country as a reader gets them."""
    found = summarise(known, area)
    return said_sentences(Language(code), known, area, found.sentences, found.kind)
