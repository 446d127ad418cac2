"""Both regions side by side on one scale: visits to their marketplaces by where the visitors come from."""

from __future__ import annotations

import streamlit as st

from components import state
from components.charts.flows import build_regions_chart
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.cross_region import known
from components.views.cross_region.choice import FlowChoice
from data.analysis import flows

SHOWN = ("abroad", "all")


def draw_regions(t: Language, choice: FlowChoice) -> None:
    """Draw the card, without the visits that stay at home unless the reader asks for them."""
    shown = state.one("visits", SHOWN, SHOWN[0])
    st.segmented_control(
        t("cross_region.regions.shown"),
        SHOWN,
        format_func=lambda code: t(f"cross_region.regions.{code}"),
        required=True,
        **state.bound("visits", shown, lambda code: None if code == SHOWN[0] else str(code)),
    )
    draw_card(t, regions_card(t, choice, shown, labels.theme()))


@kept
def regions_card(t: Language, choice: FlowChoice, shown: str, theme: str) -> Card | str:
    """Both regions on one scale, without visits at home or with them (SHOWN)."""
    parts = flows.by_origin_group(known.known_flows(choice.selection)).astype(
        {"time_period": str, "region": str, "origin_group": str}
    )
    if shown == "abroad":
        parts = parts[parts["origin_group"] != "national"].reset_index(drop=True)
    if parts["visits"].sum() <= 0:
        return t("cross_region.none")
    told = parts.assign(
        group=[_group(*pair) for pair in zip(parts["region"], parts["origin_group"], strict=True)],
        region_label=[t.code_label("region", region) for region in parts["region"]],
        group_label=[t.code_label("origin_group", group) for group in parts["origin_group"]],
        visits_text=[t.compact(visits) for visits in parts["visits"]],
        share_text=[t.percent(part) for part in parts["share"]],
        obs_status="E",
    )
    now = told[told["time_period"] == choice.year].groupby("region")["visits"].sum()
    return Card(
        key="regions",
        title=t(f"cross_region.regions.title_{shown}"),
        unit=t("cross_region.regions.unit"),
        reading=t(
            "cross_region.regions.reading",
            year=choice.year,
            east_asia=t.compact(now["east_asia"]),
            latin_america=t.compact(now["latin_america"]),
        ),
        spec=build_regions_chart(language=t.code, theme=theme, labels=labels.chart(t), home=shown == "all"),
        frame=told.drop(columns=["origin_group", "share", "obs_status"]),
        table=Table(
            told,
            (
                Column("time_period", t("columns.year")),
                Column("region_label", t("columns.destination")),
                Column("group_label", t("columns.origin")),
                Column("visits", t("columns.visits"), "amount"),
                Column("share", t("cross_region.share_of_region"), "percent"),
                Column("obs_status", t("columns.obs_status")),
            ),
        ),
        datasets=known.DATASETS,
        note=t("cross_region.regions.note"),
        variant=shown,
    )


def _group(region: str, origin_group: str) -> str:
    """The colour of a part: own country of a region, or where in the world its visitors come from."""
    other = {"east_asia": "latin_america", "latin_america": "east_asia"}
    return {"national": f"{region}_national", "own_region": region, "other_region": other[region]}.get(
        origin_group, flows.REST
    )
