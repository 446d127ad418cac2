"""Where the visitors of a storefront live: a gravity model with a remainder for the rest of the world."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.analysis.estimates.evidence import brand_of
from data.analysis.estimates.parameters import Origin

REST = "_O"
EARTH_RADIUS_KM = 6371.0


@dataclass(frozen=True)
class OriginScale:
    """Calibrated scale of foreign visits, and the share of visits that comes from the rest of the world."""

    foreign: float
    rest: float


def closeness(countries: pd.DataFrame, origin: Origin) -> pd.DataFrame:
    """Gravity factor between each pair of countries, without their sizes; 0 on the diagonal.

    countries: ref_area, region, capital_lat, capital_lon (degrees), languages (separated by `;`).
    exp(language x common + region x same) x (distance between capitals / 1000 km) ^ -elasticity.
    Source of the form: Lendle et al. 2016, Economic Journal 126 (eBay: distance matters less online).
    """
    lat, lon = (
        np.radians(countries["capital_lat"].to_numpy()),
        np.radians(countries["capital_lon"].to_numpy()),
    )
    half = (
        np.sin(np.subtract.outer(lat, lat) / 2) ** 2
        + np.outer(np.cos(lat), np.cos(lat)) * np.sin(np.subtract.outer(lon, lon) / 2) ** 2
    )
    distance = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half))  # haversine
    spoken = [set(str(value).split(";")) for value in countries["languages"]]
    common = np.array([[bool(a & b) for b in spoken] for a in spoken])
    same = np.equal.outer(countries["region"].to_numpy(), countries["region"].to_numpy())
    factor = (np.maximum(distance, 100.0) / 1000.0) ** -origin.distance_elasticity
    factor = factor * np.exp(origin.common_language * common + origin.same_region * same)
    np.fill_diagonal(factor, 0.0)
    return pd.DataFrame(factor, index=countries["ref_area"], columns=countries["ref_area"])


def calibrate(
    storefronts: pd.DataFrame, audience: pd.DataFrame, near: pd.DataFrame, users: pd.Series, origin: Origin
) -> OriginScale:
    """Scale of foreign visits that reproduces known audiences, and the typical remainder.

    audience: domain, ref_area (member or `_O`), share (percent). Used: domains of one-country
    storefronts whose home country leads. foreign = geometric mean of observed over modelled odds against the
    home country; rest = median share of `_O`.
    """
    own = storefronts[(storefronts["domain_scope"] == "country") & (storefronts["storefront"] == "local")]
    pull = _pull(storefronts, near, users, origin)
    ratios, rests = [], []
    for domain, part in audience.groupby("domain", sort=True):
        rows = own[own["domain"] == domain]
        if rows.empty:
            continue
        shares, home = part.set_index("ref_area")["share"], rows["ref_area"].iloc[0]
        if shares.idxmax() != home:
            continue
        rests.append(float(shares.get(REST, 0.0)) / 100)
        for area in shares.index.difference([home, REST]):
            ratios.append(np.log(shares[area] / shares[home] / pull.loc[rows.index[0], area]))
    if not ratios:
        raise ValueError("calibrate: no one-country domain with a known foreign audience")
    return OriginScale(float(np.exp(np.mean(ratios))), float(np.median(rests)))


def origin_shares(
    storefronts: pd.DataFrame, near: pd.DataFrame, users: pd.Series, scale: OriginScale, origin: Origin
) -> pd.DataFrame:
    """Share of each origin in the visits of each storefront: rows marketplace_id, columns members and `_O`.

    storefronts: marketplace_id, ref_area, storefront, foreign_sellers, domain_scope. Rows add up to 1. The
    visits of a `foreign_used` storefront come from its country alone.
    """
    weight = _pull(storefronts, near, users, origin) * scale.foreign
    home = storefronts["ref_area"].to_numpy()
    columns = weight.columns.to_numpy()
    is_home = home[:, None] == columns[None, :]
    values = np.where(is_home, 1.0, weight.to_numpy())
    values = values / values.sum(axis=1, keepdims=True)
    alone = (storefronts["storefront"] == "foreign_used").to_numpy()[:, None]
    rest = scale.rest * _openness(storefronts, origin).to_numpy()[:, None] ** 0.5
    shares = np.where(alone, is_home.astype(float), values * (1 - rest))
    result = pd.DataFrame(shares, index=storefronts["marketplace_id"], columns=columns)
    result[REST] = np.where(alone[:, 0], 0.0, rest[:, 0])
    return result


def _pull(storefronts: pd.DataFrame, near: pd.DataFrame, users: pd.Series, origin: Origin) -> pd.DataFrame:
    """Foreign weight of each origin against the home country, before calibration."""
    brand = brand_of(storefronts["marketplace_id"])
    reach = brand.map(storefronts.groupby(brand)["ref_area"].nunique()).to_numpy(float)
    present = pd.crosstab(brand, storefronts["ref_area"]).reindex(columns=near.columns, fill_value=0) > 0
    served = present.loc[brand].to_numpy()
    areas = near.columns
    size = (
        users.reindex(areas).to_numpy()[None, :] / users.reindex(storefronts["ref_area"]).to_numpy()[:, None]
    )
    weight = size**origin.mass_elasticity * near.reindex(storefronts["ref_area"]).to_numpy()
    weight = weight * (reach**origin.reach_elasticity)[:, None] * np.where(served, origin.own_storefront, 1.0)
    weight = weight * _openness(storefronts, origin).to_numpy()[:, None]
    return pd.DataFrame(weight, index=storefronts.index, columns=areas)


def _openness(storefronts: pd.DataFrame, origin: Origin) -> pd.Series:
    """1 with foreign sellers, `closed` without, their geometric middle where unknown; less if split."""
    unknown = origin.closed**0.5
    open_to = storefronts["foreign_sellers"].map({"yes": 1.0, "no": origin.closed}).fillna(unknown)
    split = storefronts["domain_scope"] == "multi_country"
    return open_to * np.where(split, origin.split_domain, 1.0)
