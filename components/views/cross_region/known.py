"""Flows of the chosen marketplaces, computed once per choice and never changed, and the words for them."""

from __future__ import annotations

import pandas as pd

from components import loaders
from components.i18n import Language
from components.kept import kept
from components.views import frames, labels
from components.views.cross_region.choice import FlowChoice
from data.analysis import flows
from data.analysis.flows import Flows, Scope
from data.analysis.selection import Selection

DATASETS = ("visits_annual_origin",)


@kept
def known_flows(selection: Selection) -> Flows:
    """Flows through the selected storefronts."""
    return flows.flows(loaders.origin(), frames.selected(selection), loaders.region_of())


@kept
def totals(selection: Selection) -> pd.DataFrame:
    """Visits by region of origin and destination, per year."""
    return flows.region_totals(known_flows(selection))


@kept
def ranked(choice: FlowChoice, scope: Scope) -> pd.DataFrame:
    """The largest corridors of the choice."""
    return flows.corridors(
        known_flows(choice.selection), year=choice.year, base=choice.base, scope=scope, limit=choice.limit
    )


@kept
def told(t: Language, choice: FlowChoice, scope: Scope) -> pd.DataFrame:
    """The largest corridors in the reader's words: names, texts and the region of the visitors."""
    top = ranked(choice, scope).astype({"counterpart_area": str, "ref_area": str})
    names = storefront_names()
    return top.assign(
        origin_label=[labels.area_name(t, area) for area in top["counterpart_area"]],
        destination_label=[labels.area_name(t, area) for area in top["ref_area"]],
        label=[corridor(t, *ends) for ends in zip(top["counterpart_area"], top["ref_area"], strict=True)],
        region=top["counterpart_area"].map(loaders.region_of()),
        target_region=top["ref_area"].map(loaders.region_of()),
        value=top["visits"],
        visits_text=[t.compact(visits) for visits in top["visits"]],
        change_text=[change(t, choice, ratio) for ratio in top["change"]],
        value_text=[
            with_change(t, choice, visits, ratio)
            for visits, ratio in zip(top["visits"], top["change"], strict=True)
        ],
        share_text=[t.percent(part) for part in top["share"]],
        leader_name=[names.get(leader, leader) for leader in top["leader"]],
        obs_status="E",
    )


@kept
def storefront_names() -> dict[str, str]:
    """marketplace_id -> name."""
    stores = loaders.storefronts()
    return dict(zip(stores["marketplace_id"], stores["name"], strict=True))


def corridor(t: Language, origin: str, destination: str) -> str:
    """A corridor in words: visitors of one country to the marketplaces of another."""
    return t(
        "cross_region.corridor",
        origin=labels.area_name(t, origin),
        destination=labels.area_name(t, destination),
    )


def change(t: Language, choice: FlowChoice, ratio: float) -> str:
    """The change since the base year; none in the base year itself."""
    return t("cards.missing_mark") if choice.year == choice.base else t.change(ratio)


def with_change(t: Language, choice: FlowChoice, visits: float, ratio: float) -> str:
    """Visits and, where it is known, their change since the base year."""
    if choice.year == choice.base or ratio != ratio:
        return t.compact(visits)
    return t("explorer.named_value", name=t.compact(visits), value=t.change(ratio))


def changes(choice: FlowChoice, column: pd.Series) -> pd.Series:
    """A column of changes since the base year, missing throughout in the base year itself."""
    return column if choice.year != choice.base else pd.Series(float("nan"), index=column.index)
