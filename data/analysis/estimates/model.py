"""Base level of every storefront from what is known without its own published figures."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.analysis.estimates.level import LevelRelation, fit_level, middle_rank
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


def base_levels(evidence: pd.DataFrame, figures: pd.DataFrame, panel: pd.DataFrame, users: pd.DataFrame,
                parameters: Parameters) -> BaseFit:
    """Fit level and prior on the figures given, and set the base level of each storefront.

    evidence: see evidence.classify, with region; figures: marketplace_id, visits, when; panel: rank_bucket,
    popularity; users: ref_area, year, users. Leave-one-out passes the figures without those of one storefront.
    """
    latest = users[users["year"] == users["year"].max()].set_index("ref_area")["users"]
    frame = evidence.assign(users=evidence["ref_area"].map(latest))
    known = _known(frame, figures, users)
    members = frozenset(latest.index)
    frame = frame.merge(_split(frame, latest, members, parameters, weights=None), "left", on="marketplace_id")
    relation = fit_level(_points(frame, known), panel, parameters.level)
    frame["floor"] = _floor_per_user(frame, known)
    prior = fit_prior(_observations(frame, known, figures, relation, parameters), parameters.prior)
    weights = pd.Series([10 ** prior.mean(o, c) for o, c in zip(frame["offering"], frame["category"],
                                                                strict=True)], index=frame.index)
    frame = frame.drop(columns=["share", "is_split"]).merge(
        _split(frame, latest, members, parameters, weights), "left", on="marketplace_id")
    levels = _levels(frame, figures, relation, prior, parameters)
    return BaseFit(levels, relation, prior, float(frame["floor"].iloc[0]))


def _known(frame: pd.DataFrame, figures: pd.DataFrame, users: pd.DataFrame) -> pd.Series:
    """Newest figure of a storefront, carried to the last year with its country's internet users (visits)."""
    newest = figures.sort_values("when").drop_duplicates("marketplace_id", keep="last")
    newest = newest[["marketplace_id", "visits", "when"]].merge(
        frame[["marketplace_id", "ref_area", "users"]], on="marketplace_id")
    ratio = np.log10(newest["visits"]) - log10_users(newest["ref_area"], newest["when"], users)
    return pd.Series(10 ** ratio.to_numpy() * newest["users"].to_numpy(), index=newest["marketplace_id"])


def log10_users(areas: pd.Series, when: pd.Series, users: pd.DataFrame) -> np.ndarray:
    """log10 internet users of each area at each date, between the middles of the years; flat outside."""
    result = np.empty(len(areas))
    grouped = {area: (part["year"].to_numpy(float) + 0.5, np.log10(part["users"].to_numpy(float)))
               for area, part in users.groupby("ref_area")}
    for position, (area, date) in enumerate(zip(areas, when, strict=True)):
        result[position] = np.interp(date, *grouped[area])
    return result


def _split(frame: pd.DataFrame, users: pd.Series, members: frozenset[str], parameters: Parameters,
           weights: pd.Series | None) -> pd.DataFrame:
    weighted = frame.assign(category_weight=1.0 if weights is None else weights)
    return domain_shares(weighted, users, members, parameters.split)


def _points(frame: pd.DataFrame, known: pd.Series) -> pd.DataFrame:
    """Domains with both a class and a figure: whole-domain figures, and storefronts that own their domain."""
    own = frame[frame["rank_bucket"].notna() & frame["marketplace_id"].isin(known.index)
                & ~frame["is_split"].fillna(True).astype(bool)]
    own = pd.DataFrame({"rank_bucket": own["rank_bucket"], "visits": own["marketplace_id"].map(known)})
    whole = frame[frame["rank_bucket"].notna() & frame["domain_visits"].notna()]
    whole = whole.drop_duplicates("evidence_domain")
    whole = pd.DataFrame({"rank_bucket": whole["rank_bucket"], "visits": whole["domain_visits"]})
    return pd.concat([own, whole], ignore_index=True)


def _floor_per_user(frame: pd.DataFrame, known: pd.Series) -> float:
    """Visits per internet user that a site in its country's top 100 has at least: first decile of figures."""
    seen = frame[frame["country_rank"].notna() & frame["marketplace_id"].isin(known.index)]
    if seen.empty:
        return 0.0
    return float((seen["marketplace_id"].map(known) / seen["users"]).quantile(0.1))


def _class_visits(frame: pd.DataFrame, relation: LevelRelation) -> pd.Series:
    """Visits of the storefront from the figure or class of its domain, times its share of the domain."""
    by_class = pd.Series(relation.visits(middle_rank(frame["rank_bucket"].astype(float))), index=frame.index)
    return frame["domain_visits"].fillna(by_class) * frame["share"]


def _caps(frame: pd.DataFrame, figures: pd.DataFrame, relation: LevelRelation,
          parameters: Parameters) -> pd.Series:
    """log10 upper bound of visits per user of storefronts that the lists do not hold; NaN without bound."""
    quantile = figures["visits"].quantile(parameters.prior.list_floor_quantile) if len(figures) else np.inf
    end = float(relation.visits(parameters.level.list_floor_rank)) * 10 ** -parameters.level.absent_below_cap
    cap = pd.Series(np.where(frame["absent"], min(end, quantile), quantile), index=frame.index)
    return np.log10(cap / frame["users"]).where(frame["closed_year"].isna())


def _observations(frame: pd.DataFrame, known: pd.Series, figures: pd.DataFrame, relation: LevelRelation,
                  parameters: Parameters) -> pd.DataFrame:
    """What the prior learns from: known levels, class levels (one per split domain), and upper bounds."""
    value = frame["marketplace_id"].map(known)
    by_class = _class_visits(frame, relation)
    repeated = frame["is_split"].eq(True) & frame.duplicated("evidence_domain")
    value = value.fillna(by_class.where(~repeated))
    cap = _caps(frame, figures, relation, parameters)
    bounded = value.isna() & cap.notna() & by_class.isna() & frame["country_rank"].isna()
    use = value.notna() | bounded
    result = pd.DataFrame({"offering": frame["offering"], "category": frame["category"],
                           "value": np.log10(value / frame["users"]), "cap": cap})
    return result[use].reset_index(drop=True)


def _levels(frame: pd.DataFrame, figures: pd.DataFrame, relation: LevelRelation, prior: PriorFit,
            parameters: Parameters) -> pd.DataFrame:
    by_class = np.log10(_class_visits(frame, relation) / frame["users"])
    cap = _caps(frame, figures, relation, parameters)
    guess = predict_prior(frame.assign(cap=cap.where(~frame["evidence_class"].eq("A"))), prior)
    is_whole, is_class = frame["domain_visits"].notna(), by_class.notna()
    base = by_class.fillna(guess["mean"])
    floor = np.log10(frame["floor"].clip(lower=1e-9)).where(frame["country_rank"].notna(), -np.inf)
    base = np.maximum(base, floor)
    split = np.where(frame["is_split"].eq(True), parameters.split.sigma, 0.0)
    own = np.where(is_whole, parameters.time.loose_figure_sigma, relation.sigma)
    sigma = np.where(is_class, np.hypot(own, split), guess["sigma"])
    names = np.select(
        [is_whole & frame["is_split"].eq(True), is_whole, is_class & frame["is_split"].eq(True), is_class,
         frame["country_rank"].notna(), frame["absent"]],
        ["domain_figure_split", "domain_figure", "size_class_split", "size_class", "country_top100",
         "prior_below_list"], default="prior")
    date = np.where(is_whole, frame["domain_when"].fillna(0), np.where(
        frame["country_rank"].notna() & ~is_class, 2024.46, parameters.level.class_date))
    return pd.DataFrame({"marketplace_id": frame["marketplace_id"], "base": base, "sigma": sigma,
                         "base_date": date, "basis": names, "share": frame["share"],
                         "class_without_figure": frame["class_without_figure"]})
