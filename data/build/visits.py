"""From evidence to visits by month, origin, sex and age: the order in which the estimates are made."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.analysis.estimates import (
    evidence,
    internet_users,
    model,
    monthly,
    replacement,
    seasonality,
    validation,
)
from data.build.derive_inputs import Inputs, country_ranks, popularity, size_classes
from data.build.visitors import origins, profile


@dataclass(frozen=True)
class Visits:
    """All traffic tables by dataset id, and the fitted model for whoever wants to report on it."""

    tables: dict[str, pd.DataFrame]
    fit: model.BaseFit
    users: pd.DataFrame


def make_visits(inputs: Inputs) -> Visits:
    """Run METHODS 1 on the inputs; pure, deterministic."""
    parameters = inputs.parameters
    ranks = inputs.base["popularity_rank"]
    classes = size_classes(ranks)
    people_of = inputs.series("population", sex="_T")
    users = internet_users.internet_users(
        inputs.series("internet_use", sex="_T"),
        people_of[people_of["ref_area"].isin(inputs.registers["country"]["ref_area"])],
        parameters.time,
    )
    figures = evidence.visits_per_month(inputs.published)
    figures = figures.assign(provider_code=figures["provider"].map(provider_code))
    known = evidence.classify(
        inputs.storefronts, figures, evidence.domain_figures(inputs.published), classes, country_ranks(ranks)
    )
    panel = popularity(inputs.base["seasonality_panel"], classes)
    season = _season(inputs)

    residuals = validation.leave_one_out(known, figures, panel, users, parameters)
    factors = validation.recalibration(residuals, parameters.interval)
    residuals = validation.with_intervals(residuals, factors, parameters.interval)
    fit = model.base_levels(known, figures, panel, users, parameters)
    estimated = monthly.estimate_months(
        inputs.storefronts, fit.levels, figures, users, season, factors, parameters
    )
    published = replacement.published_months(figures)
    months = replacement.replace_months({"published": published, "estimated": estimated})
    tables = {
        "visits_monthly": months,
        "visits_annual_origin": annual_origin(months, origins(inputs, users), profile(inputs, users)),
        "traffic_evidence": _evidence(
            known, fit, figures, inputs.published, factors, estimated, parameters.interval.normal_quantile
        ),
        "traffic_validation": validation.summarise(residuals, factors),
        "traffic_residuals": residuals.drop(columns="sigma"),
        "seasonality": season,
    }
    return Visits(tables, fit, users)


def annual_origin(months: pd.DataFrame, shares: pd.DataFrame, profile: pd.DataFrame) -> pd.DataFrame:
    """Yearly visits by origin, sex and age.

    months: visits_monthly; shares: marketplace_id, year, then one column per origin; profile: ref_area, year,
    sex, age, share. Columns as visits_annual_origin; years without any visit have no rows.
    """
    valued = months.dropna(subset=["visits"])
    valued = valued.assign(time_period=valued["time_period"].str[:4], total=valued["visits"])
    total = valued.groupby(["marketplace_id", "time_period"])[["total"]].sum().reset_index()
    long = shares.melt(["marketplace_id", "year"], var_name="counterpart_area", value_name="part")
    long = long[long["part"] > 0].assign(time_period=long["year"].astype(str))
    long = long.merge(total, on=["marketplace_id", "time_period"])
    long = long.merge(
        profile.rename(columns={"ref_area": "counterpart_area"}), on=["counterpart_area", "year"]
    )
    long["visits"] = (long["total"] * long["part"] * long["share"]).astype(np.float32)
    long = long.assign(obs_status="E", provider=monthly.PROVIDER)
    return long[
        [
            "marketplace_id",
            "time_period",
            "counterpart_area",
            "sex",
            "age",
            "visits",
            "obs_status",
            "provider",
        ]
    ]


def provider_code(name: str) -> str:
    """Short code of a provider's name: `Conversion (Relatorio ...)` -> `conversion`."""
    plain = re.split(r"[(,/]| via | with ", name)[0]
    return re.sub(r"[^a-z0-9]+", "_", plain.strip().lower()).strip("_")


def _season(inputs: Inputs) -> pd.DataFrame:
    country = inputs.registers["country"].set_index("ref_area")["region"]
    panel = inputs.base["seasonality_panel"]
    panel = panel.assign(region=panel["home_area"].map(country)).dropna(subset=["region"])
    return seasonality.seasonal_ratios(panel, tuple(sorted(country.unique())), inputs.parameters.seasonality)


def _evidence(
    known: pd.DataFrame,
    fit: model.BaseFit,
    figures: pd.DataFrame,
    published: pd.DataFrame,
    factors: dict[str, float],
    estimated: pd.DataFrame,
    quantile: float,
) -> pd.DataFrame:
    """One row per storefront: class, what its level rests on, and how wide it is at its anchor."""
    frame = known[["marketplace_id", "evidence_class", "evidence_domain"]].merge(
        fit.levels, on="marketplace_id"
    )
    newest = figures.drop_duplicates("marketplace_id", keep="last").set_index("marketplace_id")
    last = estimated.dropna(subset=["visits"]).drop_duplicates("marketplace_id", keep="last")
    last = last.set_index("marketplace_id")
    has = frame["evidence_class"].eq("A")
    ids = frame["marketplace_id"]
    width = pd.Series(np.log10(last["visits_high"] / last["visits"]) / quantile, index=last.index)
    frame["basis"] = frame["basis"].mask(has, "published_figure")
    frame["anchor_visits"] = ids.map(newest["visits"]).fillna(ids.map(last["visits"]))
    period = newest["first"].astype(str) + "/" + newest["last"].astype(str)
    period = period.where(newest["months"] > 1, newest["first"].astype(str))
    frame["anchor_period"] = ids.map(period).fillna(ids.map(last["time_period"]))
    whole = evidence.domain_figures(published).set_index("domain")["figure_id"]
    by_id = published.set_index("figure_id")
    figure = ids.map(newest["figure_id"]).fillna(
        frame["evidence_domain"].map(whole).where(frame["basis"].str.startswith("domain_figure"))
    )
    frame["source_url"] = figure.map(by_id["source_url"])
    frame["provider"] = figure.map(by_id["provider"]).map(provider_code, na_action="ignore")
    radar = frame["basis"].str.startswith("size_class") | frame["basis"].eq("country_top100")
    frame["provider"] = frame["provider"].mask(radar, "cloudflare_radar")
    at_anchor = frame["sigma"] * frame["class_without_figure"].map(factors)
    frame["log10_sigma"] = ids.map(width).where(has, at_anchor)
    return frame[
        [
            "marketplace_id",
            "evidence_class",
            "anchor_visits",
            "anchor_period",
            "basis",
            "source_url",
            "provider",
            "log10_sigma",
        ]
    ]
