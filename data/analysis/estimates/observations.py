"""What is known about levels, put into the shapes that the fits of level and prior learn from."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.analysis.estimates.level import LevelRelation, middle_rank
from data.analysis.estimates.parameters import Parameters


def known_levels(frame: pd.DataFrame, figures: pd.DataFrame, users: pd.DataFrame) -> pd.Series:
    """Newest figure of a storefront, carried to the last year with its country's internet users (visits)."""
    newest = figures.sort_values("when").drop_duplicates("marketplace_id", keep="last")
    newest = newest[["marketplace_id", "visits", "when"]].merge(
        frame[["marketplace_id", "ref_area", "users"]], on="marketplace_id"
    )
    ratio = np.log10(newest["visits"]) - log10_users(newest["ref_area"], newest["when"], users)
    return pd.Series(10 ** ratio.to_numpy() * newest["users"].to_numpy(), index=newest["marketplace_id"])


def log10_users(areas: pd.Series, when: pd.Series, users: pd.DataFrame) -> np.ndarray:
    """log10 internet users of each area at each date, between the middles of the years; flat outside."""
    wide = users.pivot(index="ref_area", columns="year", values="users")
    middles, logs = wide.columns.to_numpy(float) + 0.5, np.log10(wide.to_numpy(float))
    rows, dates = logs[wide.index.get_indexer(pd.Index(areas))], np.asarray(when, dtype=float)
    position = np.clip((dates - middles[0]) / 1.0, 0, len(middles) - 1)
    left = np.minimum(position.astype(int), len(middles) - 2)
    step = position - left
    each = np.arange(len(rows))
    return rows[each, left] * (1 - step) + rows[each, left + 1] * step


def level_points(frame: pd.DataFrame, known: pd.Series) -> pd.DataFrame:
    """Domains with both a class and a figure: whole-domain figures, and storefronts that own their domain."""
    own = frame[
        frame["rank_bucket"].notna()
        & frame["marketplace_id"].isin(known.index)
        & ~frame["is_split"].fillna(True).astype(bool)
    ]
    own = pd.DataFrame(
        {
            "rank_bucket": own["rank_bucket"],
            "ref_area": own["ref_area"],
            "visits": own["marketplace_id"].map(known),
        }
    )
    whole = frame[frame["rank_bucket"].notna() & frame["domain_visits"].notna()]
    whole = whole.drop_duplicates("evidence_domain")
    whole = pd.DataFrame(
        {"rank_bucket": whole["rank_bucket"], "ref_area": None, "visits": whole["domain_visits"]}
    )
    return pd.concat([own, whole], ignore_index=True)


def floor_per_user(frame: pd.DataFrame, known: pd.Series) -> float:
    """Visits per internet user that a site in its country's top 100 has at least: first decile of figures."""
    seen = frame[frame["country_rank"].notna() & frame["marketplace_id"].isin(known.index)]
    if seen.empty:
        return 0.0
    return float((seen["marketplace_id"].map(known) / seen["users"]).quantile(0.1))


def class_visits(frame: pd.DataFrame, relation: LevelRelation) -> pd.Series:
    """Visits of the storefront from the figure or class of its domain, times its share of the domain."""
    one_country = frame["ref_area"].where(~frame["is_split"].eq(True))
    by_class = relation.visits(middle_rank(frame["rank_bucket"].astype(float)), one_country)
    return frame["domain_visits"].fillna(by_class) * frame["share"]


def upper_bounds(
    frame: pd.DataFrame, figures: pd.DataFrame, relation: LevelRelation, parameters: Parameters
) -> pd.Series:
    """log10 upper bound of visits per user of storefronts that the lists do not hold; NaN without bound.

    A storefront with a figure has a bound only from the popularity list, if it was looked up there in vain.
    One that closed had been no larger than those that no list of figures names.
    """
    quantile = figures["visits"].quantile(parameters.prior.list_floor_quantile) if len(figures) else np.inf
    end = float(relation.visits(pd.Series([parameters.level.list_floor_rank])).iloc[0])
    end *= 10**-parameters.level.absent_below_cap
    unnamed = np.where(frame["evidence_class"].eq("A"), np.nan, quantile)
    cap = pd.Series(np.where(frame["absent"], np.fmin(end, unnamed), unnamed), index=frame.index)
    return pd.Series(np.log10(cap / frame["users"]), index=frame.index)


def prior_observations(
    frame: pd.DataFrame,
    known: pd.Series,
    figures: pd.DataFrame,
    relation: LevelRelation,
    parameters: Parameters,
) -> pd.DataFrame:
    """What the prior learns from: known levels, class levels (one per split domain), and upper bounds."""
    value = frame["marketplace_id"].map(known)
    by_class = class_visits(frame, relation)
    repeated = frame["is_split"].eq(True) & frame.duplicated("evidence_domain")
    value = value.fillna(by_class.where(~repeated))
    cap = upper_bounds(frame, figures, relation, parameters)
    # Closed storefronts are missing from today's lists because they closed: no evidence on the living.
    living = frame["closed_year"].isna()
    bounded = value.isna() & cap.notna() & by_class.isna() & frame["country_rank"].isna() & living
    use = value.notna() | bounded
    result = pd.DataFrame(
        {
            "ref_area": frame["ref_area"],
            "offering": frame["offering"],
            "category": frame["category"],
            "value": np.log10(value / frame["users"]),
            "cap": cap,
            "is_class": value.notna() & ~frame["marketplace_id"].isin(known.index),
        }
    )
    return result[use].reset_index(drop=True)
