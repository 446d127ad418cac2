"""RDTII scores of the economies that have them: indicators, pillars and the overall level by weights."""

from __future__ import annotations

import pandas as pd

from components import loaders
from components.i18n import Language
from components.kept import kept
from components.views.regulation import known
from components.views.regulation.scores_weights import Weights, pillars
from data.analysis.regulation.panel import Panel, panel_of
from data.analysis.regulation.reached import how_reached
from data.analysis.regulation.scores import (
    indicator_shares,
    overall_scores,
    pillar_scores,
    pillar_weights,
)

DATASETS = known.DATASETS["rdtii"]


@kept
def panel() -> Panel:
    """Economies by indicators, as of today."""
    rules = known.rules("rdtii")
    return panel_of(known.answers("rdtii", None, "sourced"), known.areas("rdtii"), rules.items, rules.scores)


@kept
def by_pillar() -> pd.DataFrame:
    """ref_area, pillar, score, known, items."""
    least = loaders.catalog().regulation.shared_items
    return pillar_scores(panel(), indicator_shares(loaders.rdtii_indicators()), least=least)


@kept
def shares() -> dict[str, float]:
    """Share of each indicator in its pillar."""
    return indicator_shares(loaders.rdtii_indicators())


@kept
def overall(weights: Weights) -> pd.DataFrame:
    """One row per economy, most regulated first: ref_area, score, known, equal (by equal pillars), place.

    place counts equal scores as one place; it is missing where there is no score.
    """
    least = loaders.catalog().regulation.shared_items
    found = overall_scores(by_pillar(), weights.by_pillar, least=least)
    equal = overall_scores(by_pillar(), pillar_weights(pillars()), least=least)
    found = found.assign(equal=found["ref_area"].map(equal.set_index("ref_area")["score"]))
    place = found["score"].round(6).rank(method="min", ascending=False)
    return (
        found.assign(place=place.astype("Int64"))
        .sort_values(["score", "ref_area"], ascending=[False, True], kind="stable")
        .reset_index(drop=True)
    )


@kept
def of_pillar(pillar: str) -> pd.DataFrame:
    """One row per economy and indicator of a pillar: ref_area, indicator, score (missing where unknown)."""
    cells = known.answers("rdtii", None, "sourced")
    inside = cells[cells["group"] == pillar]
    return inside[["ref_area", "item", "score"]].rename(columns={"item": "indicator"}).reset_index(drop=True)


def measures(area: str, indicator: str) -> pd.DataFrame:
    """The measures of an economy for an indicator, the most restrictive first."""
    frame = loaders.rdtii_measures()
    rows = frame[(frame["ref_area"] == area) & (frame["indicator"] == indicator)]
    return rows.sort_values(["raw_score", "measure_id"], ascending=[False, True])


def way(rows: pd.DataFrame, indicator: str) -> str:
    """How the score of an indicator follows from these measures (see data/analysis/regulation/reached.py)."""
    about = loaders.rdtii_indicators().set_index("indicator").loc[indicator]
    scores = rows["raw_score"].astype(float).tolist()
    return how_reached(scores, indicator, known.count_rules(), lack_of=bool(about["lack_of"]))


def title(t: Language, indicator: str) -> str:
    """Number and title of an indicator."""
    return known.item_name(t, "rdtii", indicator)


def unscored() -> tuple[str, ...]:
    """The members without scores."""
    scored = set(known.areas("rdtii"))
    return tuple(area for area in loaders.catalog().ref_areas if area not in scored)
