"""Small made-up frames in the shape all analyses take, with figures simple enough to add up by hand.

Two countries in each region. Each storefront has the same visits in every month of a year: its LEVEL times 1
in 2019, 2 in 2020, 3 in 2021. Estimates lie between half and twice their value; `alpha-jp` is published.
"""

from __future__ import annotations

import pandas as pd

from data.analysis.periods import months_between
from data.analysis.prepared import prepare_monthly, prepare_storefronts

REGION_OF = {"JPN": "east_asia", "KOR": "east_asia", "BRA": "latin_america", "ARG": "latin_america"}
GROWTH = {"2019": 1, "2020": 2, "2021": 3}
MONTHS = months_between("2019-01", "2021-12")
LEVEL = {
    "alpha-jp": 100.0,
    "beta-jp": 50.0,
    "gamma-jp": 10.0,
    "delta-kr": 80.0,
    "epsilon-br": 60.0,
    "zeta-br": 40.0,
    "eta-ar": 20.0,
    "foreign-ar": 500.0,
}
OPEN = {"gamma-jp": ("2020", "2021"), "zeta-br": ("2019", "2020")}
PUBLISHED = "alpha-jp"
FOREIGN = "foreign-ar"
# Share of visitors by origin: served country, other country of its region, other region, rest of the world.
ORIGIN_SHARES = (0.7, 0.15, 0.05, 0.10)
WOMEN = 0.4
AGES = {"Y18T24": 0.25, "Y25T34": 0.5, "Y_GE65": 0.25}

_COLUMNS = [
    "marketplace_id", "name", "domain", "ref_area", "home_area", "owner", "launched_year", "closed_year",
    "market_type", "offering", "category", "transactional", "foreign_sellers", "own_logistics",
    "own_payments", "msme_programme", "source_url", "verification", "attributes_sourced", "domain_scope",
    "storefront",
]  # fmt: skip
_ROWS = [
    ("alpha-jp", "Alpha", "alpha.jp", "JPN", "JPN", "Alpha KK", 2000, None, "B2C", "goods", "general", "yes",
     "yes", "yes", "yes", "Alpha Academy", "https://example.org/alpha", "sourced", "name;owner", "country",
     "local"),
    ("beta-jp", "Beta", "beta.jp", "JPN", "KOR", "Beta Co", 2010, None, "B2C+C2C", "both", "general", "yes",
     "unknown", "partner", "no", None, "https://example.org/beta", "sourced", "name", "country", "local"),
    ("gamma-jp", "Gamma", "gamma.jp", "JPN", "USA", "Beta Co", 2020, None, "C2C", "services", "transport",
     "no", "no", "no", "no", "", "", "domain_only", "", "country", "local"),
    ("delta-kr", "Delta", "delta.kr", "KOR", "BRA", None, None, None, "B2C", "goods", "fashion", "yes", "yes",
     "no", "partner", None, "", "unverified", "", "country", "local"),
    ("epsilon-br", "Epsilon", "epsilon.com", "BRA", "ARG", "Epsilon SA", 2005, None, "B2C", "goods",
     "general", "yes", "no", "yes", "yes", None, "", "unverified", "", "multi_country", "local"),
    ("zeta-br", "Zeta", "zeta.br", "BRA", "BRA", "Zeta SA", 2015, 2020, "C2C", "services", None, "unknown",
     "unknown", "no", "no", None, "", "unverified", "", "country", "local"),
    ("eta-ar", "Eta", "epsilon.com", "ARG", None, "Epsilon SA", 2018, None, "B2C+C2C", "both", "general",
     "yes", "no", "no", "no", None, "", "unverified", "", "multi_country", "local"),
    ("foreign-ar", "Foreign", "foreign.com", "ARG", "USA", "Foreign Inc", 1999, None, "B2C", "goods",
     "general", "yes", "yes", "no", "no", None, "", "unverified", "", "multi_country", "foreign_used"),
]  # fmt: skip


def storefronts() -> pd.DataFrame:
    """The register of eight storefronts, one of them a foreign site used in Argentina."""
    return prepare_storefronts(pd.DataFrame(_ROWS, columns=_COLUMNS), REGION_OF)


def visits_of(marketplace_id: str, month: str) -> float | None:
    """Visits of a storefront in a month, None while it is not open."""
    first, last = OPEN.get(marketplace_id, ("2019", "2021"))
    if not first <= month[:4] <= last:
        return None
    return LEVEL[marketplace_id] * GROWTH[month[:4]]


def monthly(months: list[str] = MONTHS) -> pd.DataFrame:
    """Visits by storefront and month."""
    rows = []
    for marketplace_id in LEVEL:
        for month in months:
            visits = visits_of(marketplace_id, month)
            published = marketplace_id == PUBLISHED
            low = high = visits
            if visits is not None and not published:
                low, high = visits / 2, visits * 2
            status = "M" if visits is None else "A" if published else "E"
            provider = "example" if published else "explorer_estimate"
            rows.append((marketplace_id, month, visits, low, high, status, provider))
    names = ["marketplace_id", "time_period", "visits", "visits_low", "visits_high", "obs_status", "provider"]
    frame = pd.DataFrame(rows, columns=names)
    measures = ["visits", "visits_low", "visits_high"]
    frame[measures] = frame[measures].astype("float64")
    return prepare_monthly(frame)


def annual_origin() -> pd.DataFrame:
    """Visits by storefront, year, origin, sex and age, adding up to the months."""
    served = dict(zip(storefronts()["marketplace_id"], storefronts()["ref_area"], strict=True))
    rows = []
    for marketplace_id in LEVEL:
        for year in GROWTH:
            visits = visits_of(marketplace_id, f"{year}-01")
            if visits is None:
                continue
            for area, share in _origins(served[marketplace_id], marketplace_id == FOREIGN).items():
                for sex, part in (("F", WOMEN), ("M", 1 - WOMEN)):
                    for age, portion in AGES.items():
                        amount = 12 * visits * share * part * portion
                        rows.append((marketplace_id, year, area, sex, age, amount, "E"))
    names = ["marketplace_id", "time_period", "counterpart_area", "sex", "age", "visits", "obs_status"]
    return pd.DataFrame(rows, columns=names)


def internet_users() -> pd.DataFrame:
    """Persons by country and year; the last year is not known yet."""
    users = {"JPN": 100, "KOR": 50, "BRA": 200, "ARG": 40}
    rows = [(area, year, float(n)) for area, n in users.items() for year in ("2019", "2020")]
    return pd.DataFrame(rows, columns=["ref_area", "time_period", "users"])


def evidence() -> pd.DataFrame:
    """What the level of each storefront rests on."""
    rows = [
        (m, "A" if m == PUBLISHED else "D", "explorer_estimate", "https://example.org/level") for m in LEVEL
    ]
    return pd.DataFrame(rows, columns=["marketplace_id", "evidence_class", "provider", "source_url"])


def published() -> pd.DataFrame:
    """One published figure of a storefront and one of a whole domain."""
    rows = [
        ("p1", "alpha-jp", "alpha.jp", "JPN", "2019-01", 100.0, "example", "https://example.org/p1"),
        ("p2", None, "epsilon.com", None, "2020-01", 160.0, "example", "https://example.org/p2"),
    ]
    names = ["figure_id", "marketplace_id", "domain", "ref_area", "period_start", "value", "provider"]
    return pd.DataFrame(rows, columns=[*names, "source_url"])


def ranks() -> pd.DataFrame:
    """Popularity ranks of one domain in two countries and the world."""
    rows = [("epsilon.com", area, "2024-01", "radar", 10.0) for area in ("BRA", "ARG", "WLD")]
    return pd.DataFrame(rows, columns=["domain", "ref_area", "time_period", "provider", "rank"])


def _origins(served: str, foreign: bool) -> dict[str, float]:
    if foreign:
        return {served: 1.0}
    national, own, other, rest = ORIGIN_SHARES
    region = REGION_OF[served]
    shares = {served: national, "_O": rest}
    for area in REGION_OF:
        if area != served:
            shares[area] = own if REGION_OF[area] == region else other / 2
    return shares
