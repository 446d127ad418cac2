"""Base level of every storefront from what is known without its own published figures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.analysis.estimates.ceiling import below_ceiling
from data.analysis.estimates.level import LevelRelation, fit_level
from data.analysis.estimates.observations import (
    class_visits,
    floor_per_user,
    known_levels,
    level_points,
    prior_observations,
    upper_bounds,
)
from data.analysis.estimates.parameters import Parameters
from data.analysis.estimates.prior import PriorFit, fit_prior, predict_prior
from data.analysis.estimates.split import domain_shares


@dataclass(frozen=True)
class BaseFit:
    """Base levels and the two fitted relations behind them.

    levels: marketplace_id, base, sigma (log10 visits per internet user), base_date, basis (code), share.
    """

    levels: pd.DataFrame
    relation: LevelRelation
    prior: PriorFit
    floor_per_user: float


def base_levels(
    evidence: pd.DataFrame,
    figures: pd.DataFrame,
    panel: pd.DataFrame,
    users: pd.DataFrame,
    parameters: Parameters,
) -> BaseFit:
    """Fit level and prior on the figures given, and set the base level of each storefront.

    evidence: see evidence.classify, with region; figures: marketplace_id, visits, when; panel: rank_bucket,
    popularity; users: ref_area, year, users. Leave-one-out leaves out the figures of one storefront.
    """
    latest = users[users["year"] == users["year"].max()].set_index("ref_area")["users"]
    frame = evidence.assign(users=evidence["ref_area"].map(latest))
    known = known_levels(frame, figures, users)
    members = frozenset(latest.index)
    split = _split(frame, latest, members, parameters, weights=None)
    frame = frame.merge(split, "left", on="marketplace_id")
    relation = fit_level(level_points(frame, known), panel, parameters.level)
    frame["floor"] = floor_per_user(frame, known)
    prior = fit_prior(prior_observations(frame, known, figures, relation, parameters), parameters.prior)
    weights = pd.Series(
        [10 ** prior.mean(o, c) for o, c in zip(frame["offering"], frame["category"], strict=True)],
        index=frame.index,
    )
    frame = frame.drop(columns=["share", "is_split"]).merge(
        _split(frame, latest, members, parameters, weights), "left", on="marketplace_id"
    )
    per_user = frame["marketplace_id"].map(known) / frame["users"]
    levels = _levels(frame, figures, relation, prior, per_user, parameters)
    return BaseFit(levels, relation, prior, float(frame["floor"].iloc[0]))


def _split(
    frame: pd.DataFrame,
    users: pd.Series,
    members: frozenset[str],
    parameters: Parameters,
    weights: pd.Series | None,
) -> pd.DataFrame:
    weighted = frame.assign(category_weight=1.0 if weights is None else weights)
    return domain_shares(weighted, users, members, parameters.split)


def combined(
    first: pd.Series, first_sigma: np.ndarray, second: pd.Series, second_sigma: pd.Series
) -> tuple[pd.Series, np.ndarray]:
    """Two independent statements on one level, weighted by their precision; mean and sigma (log10)."""
    first_weight, second_weight = 1 / np.square(first_sigma), 1 / np.square(second_sigma.to_numpy())
    total = first_weight + second_weight
    return (first * first_weight + second * second_weight) / total, np.sqrt(1 / total)


def _levels(
    frame: pd.DataFrame,
    figures: pd.DataFrame,
    relation: LevelRelation,
    prior: PriorFit,
    per_user: pd.Series,
    parameters: Parameters,
) -> pd.DataFrame:
    """Class and prior together; a site of the top 100 has at least the floor, and none has more visits per
    internet user than the most visited storefront with a published figure, nor all of a country more than
    those of the best known country. per_user: visits per internet user by figures, missing without one.
    """
    by_class = pd.Series(np.log10(class_visits(frame, relation) / frame["users"]), index=frame.index)
    cap = upper_bounds(frame, figures, relation, parameters)
    guess = predict_prior(frame.assign(cap=cap), prior)
    is_whole, is_class = frame["domain_visits"].notna(), by_class.notna()
    split = np.where(frame["is_split"].eq(True), parameters.split.sigma, 0.0)
    own = np.where(is_whole, parameters.split.whole_sigma, relation.sigma)
    typical = predict_prior(frame.assign(cap=np.nan), prior)
    class_sigma = np.hypot(own, split)
    mean, spread = combined(by_class, class_sigma, typical["mean"], typical["sigma"])
    base, sigma = mean.where(is_class, guess["mean"]), np.where(is_class, spread, guess["sigma"])
    floor = np.log10(frame["floor"].clip(lower=1e-9)).where(frame["country_rank"].notna(), -np.inf)
    base = base.clip(lower=floor).clip(upper=float(np.log10(per_user.max())))
    is_open = frame["closed_year"].isna()
    base = below_ceiling(base, per_user, frame["ref_area"], is_open, parameters.level.ceiling_known_share)
    names = np.select(
        [
            is_whole & frame["is_split"].eq(True),
            is_whole,
            is_class & frame["is_split"].eq(True),
            is_class,
            frame["country_rank"].notna(),
            frame["absent"],
        ],
        [
            "domain_figure_split",
            "domain_figure",
            "size_class_split",
            "size_class",
            "country_top100",
            "prior_below_list",
        ],
        default="prior",
    )
    date = np.where(
        is_whole,
        frame["domain_when"].fillna(0),
        np.where(
            frame["country_rank"].notna() & ~is_class,
            parameters.level.top100_date,
            parameters.level.class_date,
        ),
    )
    return pd.DataFrame(
        {
            "marketplace_id": frame["marketplace_id"],
            "base": base,
            "sigma": sigma,
            "base_date": date,
            "basis": names,
            "share": frame["share"],
            "class_without_figure": frame["class_without_figure"],
        }
    )
