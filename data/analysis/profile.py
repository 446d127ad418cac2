"""Everything known about one storefront, each part with what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.analysis.coding import LOCAL, UNKNOWN, is_local, plain, positions
from data.analysis.demographics import pyramid
from data.analysis.origins import ORIGIN_GROUPS, origin_group_table, storefront_origins
from data.analysis.periods import last_complete_months
from data.analysis.traffic import visits_in

ATTRIBUTES = (
    "name",
    "domain",
    "ref_area",
    "home_area",
    "owner",
    "launched_year",
    "closed_year",
    "market_type",
    "offering",
    "category",
    "transactional",
    "foreign_sellers",
    "own_logistics",
    "own_payments",
    "msme_programme",
)
SEEN_ON_SITE = frozenset({"name", "domain"})
WORLD = "WLD"


@dataclass(frozen=True)
class MarketplaceProfile:
    """One storefront. Frames are empty, never missing, where nothing is known.

    - storefront: the register's row as a mapping (missing values are None).
    - attributes: attribute, value, trust (sourced: the row's page supports it; editorial: coded by hand;
      domain_only: the site was seen; unverified: nobody has checked; unknown: no value).
    - series: time_period (month), visits, visits_low, visits_high, obs_status, provider.
    - last_year: the row of `traffic.visits_in` for the last twelve complete months, or None.
    - year: the latest year of origins, sex and age ('' if none).
    - origins: counterpart_area, visits, share, origin_group. people: sex, age, visits, share.
    - places: within (ref_area, region), place, of: its place among open storefronts by visits of the last
      twelve months; empty for a foreign site, which is no marketplace of the country.
    - ranks: rows of popularity_rank for its domain in its country and the world.
    - published: rows of published_traffic plus scope (storefront; domain for figures on the whole site).
    - evidence: the row of traffic_evidence as a mapping, or None.
    - sources: part (register, level, published), provider, url; one row per page.
    """

    marketplace_id: str
    storefront: dict[str, object]
    attributes: pd.DataFrame
    series: pd.DataFrame
    last_year: dict[str, object] | None
    year: str
    origins: pd.DataFrame
    people: pd.DataFrame
    places: pd.DataFrame
    ranks: pd.DataFrame
    published: pd.DataFrame
    evidence: dict[str, object] | None
    sources: pd.DataFrame


def marketplace_profile(
    marketplace_id: str,
    *,
    storefronts: pd.DataFrame,
    monthly: pd.DataFrame,
    origin: pd.DataFrame,
    people: pd.DataFrame,
    evidence: pd.DataFrame,
    published: pd.DataFrame,
    ranks: pd.DataFrame,
    region_of: Mapping[str, str],
) -> MarketplaceProfile:
    """Gathers one storefront from all tables; `storefronts` is the whole register with region, no selection.

    Raises KeyError when the id is not in the register.
    """
    found = storefronts[plain(storefronts["marketplace_id"]) == marketplace_id]
    if found.empty:
        raise KeyError(f"marketplace_id: {marketplace_id!r} is not in the register of marketplaces")
    row = _record(found)
    origins, year = _origins(origin, marketplace_id, str(row["ref_area"]), region_of)
    base = _record(_of(evidence, marketplace_id)) or None
    figures = _published(published, marketplace_id, row["domain"])
    peers = storefronts[plain(storefronts["region"]) == row["region"]]
    totals = visits_in(monthly, peers, last_complete_months(monthly))
    series = _of(monthly, marketplace_id).drop(columns="marketplace_id")
    return MarketplaceProfile(
        marketplace_id=marketplace_id,
        storefront=row,
        attributes=attribute_trust(row),
        series=series.sort_values("time_period").reset_index(drop=True),
        last_year=_record(_of(totals, marketplace_id)) or None,
        year=year,
        origins=origins,
        people=pyramid(_of(people, marketplace_id), found, year, include_foreign=True),
        places=_places(totals, peers, row),
        ranks=_ranks(ranks, row["domain"], str(row["ref_area"])),
        published=figures,
        evidence=base,
        sources=_sources(row, base, figures),
    )


def attribute_trust(row: Mapping[str, object]) -> pd.DataFrame:
    """What each attribute of a register row rests on: attribute, value, trust (see MarketplaceProfile)."""
    named = set(str(row.get("attributes_sourced") or "").split(";"))
    verification = str(row.get("verification") or "unverified")
    trust = []
    for attribute in ATTRIBUTES:
        if row.get(attribute) in (None, "", UNKNOWN):
            trust.append(UNKNOWN)
        elif verification == "unverified":
            trust.append("unverified")
        elif verification == "sourced" and attribute in named:
            trust.append("sourced")
        elif verification == "domain_only" and attribute in SEEN_ON_SITE:
            trust.append("domain_only")
        else:
            trust.append("editorial")
    values = [row.get(attribute) for attribute in ATTRIBUTES]
    return pd.DataFrame({"attribute": ATTRIBUTES, "value": pd.Series(values, dtype=object), "trust": trust})


def _of(frame: pd.DataFrame, marketplace_id: str) -> pd.DataFrame:
    return frame[positions(frame["marketplace_id"], [marketplace_id]) == 0]


def _record(rows: pd.DataFrame) -> dict[str, object]:
    """The first row as a mapping with None for what is missing; empty when there is no row."""
    if rows.empty:
        return {}
    plain = rows.iloc[:1].astype(object)
    return {str(key): value for key, value in plain.where(plain.notna(), None).iloc[0].items()}


def _origins(
    origin: pd.DataFrame, marketplace_id: str, served: str, region_of: Mapping[str, str]
) -> tuple[pd.DataFrame, str]:
    rows = _of(origin, marketplace_id)
    years = rows.loc[(rows["visits"] > 0).to_numpy(), "time_period"].astype(str)
    year = max(years, default="")
    out = storefront_origins(rows, marketplace_id, year=year)
    table = origin_group_table(
        pd.Index(out["counterpart_area"].astype(object)), pd.Index([served]), region_of
    )
    out["origin_group"] = np.asarray(ORIGIN_GROUPS)[table[:, 0]] if len(out) else pd.Series(dtype=object)
    return out, year


def _places(totals: pd.DataFrame, peers: pd.DataFrame, row: Mapping[str, object]) -> pd.DataFrame:
    """Place among open storefronts of the country and of the region; `peers`: those of the region."""
    visits = np.append(totals["visits"].to_numpy(dtype=np.float64), np.nan)
    visits = visits[positions(peers["marketplace_id"], plain(totals["marketplace_id"]))]
    own = visits[plain(peers["marketplace_id"]) == row["marketplace_id"]][0]
    lines = []
    if row["storefront"] == LOCAL and own > 0:
        for within in ("ref_area", "region"):
            rivals = visits[is_local(peers) & (plain(peers[within]) == row[within])]
            lines.append((within, int((rivals > own).sum()) + 1, int((rivals > 0).sum())))
    return pd.DataFrame(lines, columns=["within", "place", "of"])


def _ranks(ranks: pd.DataFrame, domain: object, ref_area: str) -> pd.DataFrame:
    here = (ranks["domain"] == domain) & ranks["ref_area"].isin([ref_area, WORLD])
    rows = ranks[here.to_numpy(dtype=bool)] if domain else ranks.iloc[:0]
    return rows.sort_values(["provider", "ref_area", "time_period"]).reset_index(drop=True)


def _published(published: pd.DataFrame, marketplace_id: str, domain: object) -> pd.DataFrame:
    own = (published["marketplace_id"].astype(object) == marketplace_id).to_numpy(dtype=bool)
    site = (published["marketplace_id"].isna() & (published["domain"] == domain)).to_numpy(dtype=bool)
    rows = published[own | (site & bool(domain))].copy()
    rows["scope"] = np.where(rows["marketplace_id"].isna(), "domain", "storefront")
    return rows.sort_values(["scope", "period_start"], ascending=[False, True]).reset_index(drop=True)


def _sources(
    row: Mapping[str, object], evidence: Mapping[str, object] | None, figures: pd.DataFrame
) -> pd.DataFrame:
    lines: list[tuple[str, object, object]] = [("register", None, row.get("source_url"))]
    if evidence:
        lines.append(("level", evidence.get("provider"), evidence.get("source_url")))
    pages = figures[["provider", "source_url"]].astype(object).itertuples(index=False)
    lines.extend(("published", provider, url) for provider, url in pages)
    out = pd.DataFrame(lines, columns=["part", "provider", "url"])
    return out[(out["url"].notna() & (out["url"] != "")).to_numpy()].drop_duplicates().reset_index(drop=True)
