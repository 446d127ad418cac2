"""The largest corridors, what changed in them, and the marketplaces that carry them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders, state
from components.charts.flows import build_corridor_chart
from components.charts.sankey import build_sankey, prepare_sankey
from components.faults import guarded
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.cross_region import known
from components.views.cross_region.choice import FlowChoice
from data.analysis import flows
from data.analysis.flows import SCOPES, Scope

_CARRIERS = 10


def draw_corridors(t: Language, choice: FlowChoice) -> None:
    """Draw the ranking, the same as bands, and the marketplaces of the corridor that the reader picks."""
    scope = state.one("scope", SCOPES, SCOPES[0])
    st.segmented_control(
        t("cross_region.corridors.scope"),
        SCOPES,
        format_func=lambda code: t(f"cross_region.corridors.{code}"),
        required=True,
        **state.bound("scope", scope, lambda code: None if code == SCOPES[0] else str(code)),
    )
    theme = labels.theme()
    left, right = st.columns(2, gap="medium")
    with left, guarded(t):
        draw_card(t, corridors_card(t, choice, scope, theme))  # type: ignore[arg-type]
    with right, guarded(t):
        draw_card(t, bands_card(t, choice, scope, theme))  # type: ignore[arg-type]
    top = known.told(t, choice, scope)  # type: ignore[arg-type]
    if not top.empty:
        with guarded(t):
            _draw_carriers(t, choice, top, theme)


@kept
def corridors_card(t: Language, choice: FlowChoice, scope: Scope, theme: str) -> Card | str:
    """The largest corridors in order, or why there are none."""
    top = known.told(t, choice, scope)
    if top.empty:
        return t("cross_region.none")
    first = [
        t("explorer.named_value", name=row.label, value=row.visits_text) for row in top.head(3).itertuples()
    ]
    return Card(
        key="corridors",
        title=t(f"cross_region.corridors.title_{scope}", year=choice.year),
        unit=t("cross_region.corridors.unit", year=choice.base),
        reading=t("cross_region.corridors.reading", first=t.listing(first)),
        spec=build_corridor_chart(language=t.code, theme=theme, labels=labels.chart(t), rows=len(top)),
        frame=top[["label", "region", "value", "value_text", "visits_text", "change_text", "obs_status"]],
        table=corridor_table(t, choice, top),
        datasets=known.DATASETS,
        note=t("cross_region.corridors.note"),
        variant=scope,
    )


def corridor_table(t: Language, choice: FlowChoice, top: pd.DataFrame) -> Table:
    """The corridors as a table, with the marketplace that carries most of each."""
    return Table(
        top.assign(change=known.changes(choice, top["change"])),
        (
            Column("rank", t("columns.rank"), "number"),
            Column("origin_label", t("columns.origin")),
            Column("destination_label", t("columns.destination")),
            Column("visits", t("columns.visits"), "amount"),
            Column("share", t("columns.share"), "percent"),
            Column("change", t("cross_region.change", year=choice.base), "change"),
            Column("leader_name", t("cross_region.leader")),
            Column("leader_share", t("cross_region.leader_share"), "percent"),
            Column("carriers", t("columns.storefronts"), "number"),
            Column("obs_status", t("columns.obs_status")),
        ),
    )


@kept
def bands_card(t: Language, choice: FlowChoice, scope: Scope, theme: str) -> Card | str:
    """The corridors as bands from the origins on the left to the destinations on the right."""
    top = known.told(t, choice, scope)
    if top.empty:
        return t("cross_region.none")
    order = {area: place for place, area in enumerate(loaders.region_of())}
    links = top.assign(
        source=top["counterpart_area"],
        target=top["ref_area"],
        source_label=top["origin_label"],
        target_label=top["destination_label"],
        link_label=top["label"],
    ).sort_values(["counterpart_area", "ref_area"], key=lambda ends: ends.map(order), ignore_index=True)
    return Card(
        key="corridor-bands",
        title=t(f"cross_region.corridors.bands_{scope}", year=choice.year),
        unit=t("cross_region.unit", year=choice.year),
        reading=t(
            "cross_region.corridors.bands_reading",
            count=t.number(len(top)),
            share=t.percent(top["share"].sum()),
        ),
        spec=build_sankey(
            language=t.code,
            theme=theme,
            labels=labels.chart(t),
            places=max(links["source"].nunique(), links["target"].nunique()),
        ),
        frame=prepare_sankey(links),
        table=corridor_table(t, choice, top),
        datasets=known.DATASETS,
        variant=scope,
    )


def _draw_carriers(t: Language, choice: FlowChoice, top: pd.DataFrame, theme: str) -> None:
    """A list of the corridors shown and the marketplaces of the one picked."""
    names = {f"{row.counterpart_area}-{row.ref_area}": str(row.label) for row in top.itertuples()}
    first = next(iter(names))
    # A corridor of an earlier choice may be none of these any more.
    given = st.query_params.get("corridor", first)
    picked = given if given in names else first
    st.selectbox(
        t("cross_region.corridors.pick"),
        list(names),
        format_func=names.__getitem__,
        width=460,
        **state.bound("corridor", picked, lambda ends: None if ends == first else str(ends)),
    )
    origin, destination = picked.split("-")
    draw_card(t, carriers_card(t, choice, origin, destination, theme))


@kept
def carriers_card(t: Language, choice: FlowChoice, origin: str, destination: str, theme: str) -> Card | str:
    """The marketplaces that carry the visits from one country to another."""
    found = flows.carriers(
        known.known_flows(choice.selection), origin, destination, year=choice.year, base=choice.base
    )
    name = known.corridor(t, origin, destination)
    if found.empty:
        return t("cross_region.carriers.none", corridor=name)
    stores = known.storefront_names()
    told = found.assign(
        label=[stores.get(store, store) for store in found["marketplace_id"]],
        region=loaders.region_of().get(origin, flows.REST),
        value=found["visits"],
        visits_text=[t.compact(visits) for visits in found["visits"]],
        change_text=[known.change(t, choice, ratio) for ratio in found["change"]],
        value_text=[
            known.with_change(t, choice, visits, ratio)
            for visits, ratio in zip(found["visits"], found["change"], strict=True)
        ],
        change=known.changes(choice, found["change"]),
        obs_status="E",
    )
    drawn = told.head(_CARRIERS)
    # Two storefronts may share a name: a bar needs one of its own.
    drawn = drawn.assign(
        label=drawn["label"].where(
            ~drawn["label"].duplicated(keep=False), drawn["label"] + " · " + drawn["marketplace_id"]
        )
    )
    return Card(
        key=f"carriers-{origin}-{destination}",
        title=t("cross_region.carriers.title", corridor=name, year=choice.year),
        unit=t("cross_region.corridors.unit", year=choice.base),
        reading=t(
            "cross_region.carriers.reading",
            count=t.number(len(told)),
            name=told["label"].iloc[0],
            share=t.percent(told["share"].iloc[0]),
        ),
        spec=build_corridor_chart(
            language=t.code, theme=theme, labels=labels.chart(t), rows=len(drawn), of="marketplace"
        ),
        frame=drawn[["label", "region", "value", "value_text", "visits_text", "change_text", "obs_status"]],
        table=Table(
            told,
            (
                Column("label", t("columns.marketplace")),
                Column("visits", t("columns.visits"), "amount"),
                Column("share", t("columns.share"), "percent"),
                Column("change", t("cross_region.change", year=choice.base), "change"),
                Column("obs_status", t("columns.obs_status")),
            ),
        ),
        datasets=known.DATASETS,
    )
