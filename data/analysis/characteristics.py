"""What kinds of storefronts there are: features, ages, entries and exits, trust in the register."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from data.analysis.coding import (
    TOTAL,
    UNKNOWN,
    category,
    is_local,
    local_only,
    plain,
    positions,
    share,
    tally,
)

HOME_GROUP = "home_group"
HAS_MSME = "has_msme_programme"
FEATURES = (
    "market_type",
    "offering",
    "category",
    "transactional",
    "foreign_sellers",
    "own_logistics",
    "own_payments",
    HAS_MSME,
    HOME_GROUP,
    "verification",
)


def feature_of(
    storefronts: pd.DataFrame, feature: str, region_of: Mapping[str, str] | None = None
) -> pd.Series:
    """Value of a feature for each storefront, `unknown` where the register says nothing.

    has_msme_programme is yes where a programme is recorded and unknown elsewhere: none recorded is not none.
    home_group compares home and served country: national, own_region, other_region, rest (needs `region_of`).
    Raises ValueError for a feature that is not in FEATURES.
    """
    if feature not in FEATURES:
        raise ValueError(f"feature: expected one of {', '.join(FEATURES)}, got {feature!r}")
    if feature == HAS_MSME:
        programme = plain(storefronts["msme_programme"])
        recorded = pd.notna(programme) & (programme != "")
        return pd.Series(np.where(recorded, "yes", UNKNOWN), index=storefronts.index, dtype=object)
    if feature == HOME_GROUP:
        return _home_group(storefronts, region_of)
    values = plain(storefronts[feature])
    known = pd.notna(values) & (values != "")
    return pd.Series(np.where(known, values, UNKNOWN), index=storefronts.index, dtype=object)


def feature_shares(
    storefronts: pd.DataFrame,
    visits: pd.DataFrame,
    feature: str,
    *,
    by: str | None = "ref_area",
    region_of: Mapping[str, str] | None = None,
    active_only: bool = True,
) -> pd.DataFrame:
    """How many storefronts, and how much of the visits, have each value of a feature.

    `storefronts`: the register's columns, already selected; foreign sites used by residents are left out.
    `visits`: marketplace_id, visits in the period (`traffic.visits_in`). `by`: ref_area, region or None.
    With `active_only` storefronts without a value in the period (not open) are not counted.

    Returns [by, if given], feature_value, storefronts (count), share_storefronts, visits, share_visits; both
    shares sum to 1 within `by`; only values that occur, `unknown` among them.
    """
    local = is_local(storefronts)
    at = positions(storefronts["marketplace_id"], plain(visits["marketplace_id"]))
    amount = np.append(visits["visits"].to_numpy(dtype=np.float64), np.nan)[at]
    keep = local & ~np.isnan(amount) if active_only else local
    value_at, values = pd.factorize(plain(feature_of(storefronts, feature, region_of))[keep], sort=True)
    group_at, groups = pd.factorize(plain(storefronts[by])[keep] if by else np.zeros(keep.sum()), sort=True)
    axes = [(group_at, len(groups)), (value_at, len(values))]
    counts = tally(np.ones(len(value_at)), axes)
    sums = tally(amount[keep], axes)
    group, value = np.nonzero(counts)
    out: dict[str, object] = {by: category(group, groups)} if by else {}
    out |= {"feature_value": category(value, values), "storefronts": counts[group, value].astype(np.int64)}
    out["share_storefronts"] = share(counts, counts.sum(axis=1, keepdims=True))[group, value]
    out["visits"] = sums[group, value]
    out["share_visits"] = share(sums, sums.sum(axis=1, keepdims=True))[group, value]
    return pd.DataFrame(out, copy=False)


def trust_mix(storefronts: pd.DataFrame, visits: pd.DataFrame, *, by: str | None = None) -> pd.DataFrame:
    """How far rows of the register are sourced, domain_only or unverified; columns of `feature_shares`."""
    return feature_shares(storefronts, visits, "verification", by=by, active_only=False)


def active_in(storefronts: pd.DataFrame, year: int) -> np.ndarray:
    """Whether each storefront was open in a year: launched by then (or nobody knows) and not closed."""
    launched = storefronts["launched_year"].to_numpy(dtype=np.float64, na_value=np.nan)
    closed = storefronts["closed_year"].to_numpy(dtype=np.float64, na_value=np.nan)
    return ~(launched > year) & ~(closed < year)


def ages(storefronts: pd.DataFrame, year: int, *, width: int = 5) -> pd.DataFrame:
    """Storefronts open in a year by age in classes of `width` years.

    Returns age_from, age_to (years, both included; missing for storefronts whose launch year is unknown, last
    row, only if there are any), storefronts, share_storefronts (sums to 1); empty classes are kept.
    """
    local = local_only(storefronts, "launched_year", "closed_year")
    local = local[active_in(local, year)]
    age = year - local["launched_year"].to_numpy(dtype=np.float64, na_value=np.nan)
    known = age[~np.isnan(age)].astype(np.int64)
    counts = np.bincount(known // width)
    lower = np.arange(len(counts)) * width
    unknown = len(age) - len(known)
    extra = 1 if unknown else 0
    out = pd.DataFrame(
        {
            "age_from": pd.array([*lower.tolist(), *[None] * extra], dtype="Int64"),
            "age_to": pd.array([*(lower + width - 1).tolist(), *[None] * extra], dtype="Int64"),
            "storefronts": [*counts.tolist(), *[unknown] * extra],
        }
    )
    out["share_storefronts"] = share(out["storefronts"].to_numpy(), np.asarray(len(age)))
    return out


def entries_exits(storefronts: pd.DataFrame, *, by: str | None = None) -> pd.DataFrame:
    """Storefronts opened and closed by year, from the first to the last year known.

    A storefront without a launch year is in no year's entries, so balances understate what is open.
    Returns [by, if given], time_period (year), entries, exits, net.
    """
    local = local_only(storefronts)
    launched = local["launched_year"].to_numpy(dtype=np.float64, na_value=np.nan)
    closed = local["closed_year"].to_numpy(dtype=np.float64, na_value=np.nan)
    known = np.concatenate([launched, closed])
    known = known[~np.isnan(known)].astype(np.int64)
    if not len(known):
        return pd.DataFrame(columns=[*([by] if by else []), "time_period", "entries", "exits", "net"])
    years = np.arange(known.min(), known.max() + 1)
    groups, labels = (
        pd.factorize(local[by].astype(object), sort=True) if by else (np.zeros(len(local), int), [TOTAL])
    )

    def counts(year: np.ndarray) -> np.ndarray:
        keep = ~np.isnan(year) & (groups >= 0)
        cell = groups[keep] * len(years) + year[keep].astype(np.int64) - years[0]
        return np.bincount(cell, minlength=len(labels) * len(years))

    out = pd.DataFrame(
        {
            by or TOTAL: np.repeat(np.asarray(labels, dtype=object), len(years)),
            "time_period": np.tile(years.astype(str), len(labels)),
            "entries": counts(launched),
            "exits": counts(closed),
        }
    )
    out["net"] = out["entries"] - out["exits"]
    return out if by else out.drop(columns=TOTAL)


def _home_group(storefronts: pd.DataFrame, region_of: Mapping[str, str] | None) -> pd.Series:
    if region_of is None:
        raise ValueError("region_of: needed for the home country group (ref_area -> region)")
    home, served = plain(storefronts["home_area"]), plain(storefronts["ref_area"])
    home_region = np.array([region_of.get(area) for area in home], dtype=object)
    served_region = np.array([region_of.get(area) for area in served], dtype=object)
    values = np.select(
        [pd.isna(home) | (home == ""), home == served, pd.isna(home_region), home_region == served_region],
        [UNKNOWN, "national", "rest", "own_region"],
        "other_region",
    )
    return pd.Series(values, index=storefronts.index, dtype=object)
