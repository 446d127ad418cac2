"""How the visits of a domain that serves several countries are shared out among its storefronts."""

from __future__ import annotations

import pandas as pd

from data.analysis.estimates.parameters import Split


def domain_shares(
    storefronts: pd.DataFrame, users: pd.Series, members: frozenset[str], split: Split
) -> pd.DataFrame:
    """Share of its domain's visits for each storefront that has an evidence domain.

    storefronts: marketplace_id, evidence_domain, ref_area, home_area, region, storefront, domain_scope,
    foreign_sellers, category, category_weight (visits per internet user relative to others); users: persons
    by ref_area.
    A domain of one country keeps everything. A regional domain is shared among its storefronts by internet
    users x category weight. A world-wide domain (both regions, or used from abroad, or with a home outside
    the members, or a single open storefront) is shared over the world's internet users: the home country
    counts `home_factor` times, or takes `home_share_abroad` first when it lies outside the members.
    Returns marketplace_id, share, is_split; shares of a domain add up to at most 1, to 1 when not world-wide.
    Deliveries and rides (`local_categories`) are used where they operate: of what the home market leaves, the
    registered countries share `local_part`.
    """
    rows = storefronts[storefronts["evidence_domain"].notna()]
    domain = rows["evidence_domain"]
    persons = rows["ref_area"].map(users).astype(float)
    mass = persons * rows["category_weight"].astype(float)
    total = _sum(mass, domain)
    shared = _any(rows["domain_scope"].eq("multi_country"), domain) | (_sum(mass * 0 + 1, domain) > 1)

    abroad = rows["home_area"].map(split.home_share_abroad).fillna(0.0).groupby(domain).transform("max")
    at_home = rows["ref_area"].eq(rows["home_area"])
    extra = (split.home_factor - 1.0) * mass * at_home
    world = split.world_internet_users - sum(
        float(users.get(area, 0.0)) * ~_any(rows["ref_area"].eq(area), domain) for area in split.own_use_only
    )
    of_world = (1.0 - abroad) * (mass + extra) / (world * total / _sum(persons, domain) + _sum(extra, domain))
    of_region = mass / total
    local = _all(rows["category"].isin(split.local_categories), domain)
    of_local = (1.0 - abroad) * split.local_part * of_region

    worldwide = _is_worldwide(rows, members)
    share = of_region.mask(worldwide, of_world.mask(local, of_local)).where(shared, 1.0)
    return pd.DataFrame({"marketplace_id": rows["marketplace_id"], "share": share, "is_split": shared})


def _is_worldwide(rows: pd.DataFrame, members: frozenset[str]) -> pd.Series:
    domain = rows["evidence_domain"]
    alone = _sum(pd.Series(1.0, index=rows.index), domain).eq(1)
    regions = rows["region"].groupby(domain).transform("nunique")
    return (
        (regions > 1)
        | _any(rows["storefront"].eq("foreign_used"), domain)
        | ~_any(rows["home_area"].isin(members), domain)
        | (alone & rows["foreign_sellers"].eq("yes"))
    )


def _sum(values: pd.Series, by: pd.Series) -> pd.Series:
    return values.groupby(by).transform("sum")


def _any(values: pd.Series, by: pd.Series) -> pd.Series:
    return values.groupby(by).transform("any")


def _all(values: pd.Series, by: pd.Series) -> pd.Series:
    return values.groupby(by).transform("all")
