"""How the visits of a domain that serves several countries are shared out among its storefronts."""
from __future__ import annotations

import numpy as np
import pandas as pd

from data.analysis.estimates.parameters import Split


def domain_shares(storefronts: pd.DataFrame, users: pd.Series, members: frozenset[str],
                  split: Split) -> pd.DataFrame:
    """Share of its domain's visits for each storefront that has an evidence domain.

    storefronts: marketplace_id, evidence_domain, ref_area, home_area, region, storefront, domain_scope,
    foreign_sellers, category_weight (visits per internet user relative to others); users by ref_area.
    A domain of one country keeps everything. A regional domain is shared among its storefronts by internet
    users x category weight. A world-wide domain (both regions, or used from abroad, or with a home outside
    the members, or a single open storefront) is shared over the world's internet users: the home country
    counts `home_factor` times, or takes `home_share_abroad` first when it lies outside the members.
    Returns marketplace_id, share, is_split; shares of a domain add up to at most 1, to 1 when not world-wide.
    """
    rows = storefronts[storefronts["evidence_domain"].notna()]
    parts = [pd.DataFrame({"marketplace_id": pd.Series(dtype="object"), "share": pd.Series(dtype=float),
                           "is_split": pd.Series(dtype=bool)})]
    for _, group in rows.groupby("evidence_domain", sort=True):
        shared = len(group) > 1 or (group["domain_scope"] == "multi_country").any()
        share = _shares(group, users, members, split) if shared else np.ones(1)
        parts.append(pd.DataFrame({"marketplace_id": group["marketplace_id"], "share": share,
                                   "is_split": shared}))
    return pd.concat(parts[1:] or parts, ignore_index=True)


def _shares(group: pd.DataFrame, users: pd.Series, members: frozenset[str], split: Split) -> np.ndarray:
    persons = group["ref_area"].map(users).to_numpy(float)
    mass = persons * group["category_weight"].to_numpy(float)
    if not _is_worldwide(group, members):
        return mass / mass.sum()
    weight = mass.sum() / persons.sum()
    at_home = (group["ref_area"] == group["home_area"]).to_numpy()
    extra = (split.home_factor - 1.0) * mass * at_home
    absent = [area for area in split.own_use_only if area not in set(group["ref_area"])]
    world = (split.world_internet_users - float(users.reindex(absent).fillna(0).sum())) * weight
    taken = max((split.home_share_abroad.get(area, 0.0) for area in group["home_area"].dropna()), default=0.0)
    return (1.0 - taken) * (mass + extra) / (world + extra.sum())


def _is_worldwide(group: pd.DataFrame, members: frozenset[str]) -> bool:
    single_open = len(group) == 1 and (group["foreign_sellers"] == "yes").all()
    return bool(group["region"].nunique() > 1 or (group["storefront"] == "foreign_used").any()
                or not group["home_area"].isin(members).any() or single_open)
