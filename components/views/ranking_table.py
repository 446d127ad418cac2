"""The ranking as a table: codes in words, and the columns that leave in files."""

from __future__ import annotations

import pandas as pd

from components import loaders
from components.i18n import Language
from components.views import labels
from components.views.cards import Column, Table
from components.views.labels import area_name

_CODED = (
    "offering",
    "market_type",
    "category",
    "transactional",
    "foreign_sellers",
    "own_logistics",
    "own_payments",
    "verification",
    "evidence_class",
)


def told(t: Language, ranked: pd.DataFrame) -> pd.DataFrame:
    """The ranking with codes as words of the reader's language, and columns country, home and status."""
    names = loaders.country_names(t.code)
    said = {name: [t.code_label(name, code) for code in ranked[name].fillna("unknown")] for name in _CODED}
    return ranked.assign(
        **said,
        country=ranked["ref_area"].map(names),
        home=[area_name(t, area) if area else t("cards.missing_mark") for area in ranked["home_area"]],
        status=[labels.status(t, code) for code in ranked["obs_status"]],
    )


def ranking_table(t: Language, found: pd.DataFrame) -> Table:
    """One row per marketplace with everything the register and the estimates say."""
    kinds = {
        "rank": ("columns.rank", "number"),
        "name": ("columns.marketplace", "text"),
        "domain": ("columns.domain", "text"),
        "ref_area": ("columns.ref_area", "text"),
        "country": ("columns.country", "text"),
        "visits": ("ranking.visits", "amount"),
        "visits_low": ("columns.low", "amount"),
        "visits_high": ("columns.high", "amount"),
        "obs_status": ("columns.obs_status", "text"),
        "change": ("columns.change", "change"),
        "offering": ("columns.offering", "text"),
        "market_type": ("columns.market_type", "text"),
        "category": ("columns.category", "text"),
        "home": ("columns.home", "text"),
        "owner": ("columns.owner", "text"),
        "launched_year": ("columns.launched", "year"),
        "closed_year": ("columns.closed", "year"),
        "transactional": ("columns.transactional", "text"),
        "foreign_sellers": ("columns.foreign_sellers", "text"),
        "own_logistics": ("columns.own_logistics", "text"),
        "own_payments": ("columns.own_payments", "text"),
        "msme_programme": ("columns.msme_programme", "text"),
        "verification": ("columns.trust", "text"),
        "evidence_class": ("columns.evidence", "text"),
        "source_url": ("columns.source", "text"),
    }
    return Table(told(t, found), tuple(Column(name, t(key), kind) for name, (key, kind) in kinds.items()))
