"""The main picture: bands between the two regions and the rest of the world, as wide as the visits."""

from __future__ import annotations

from components.charts.sankey import build_sankey, prepare_sankey
from components.i18n import Language
from components.kept import kept
from components.views import labels
from components.views.cards import Card, Column, Table, draw_card
from components.views.cross_region import known
from components.views.cross_region.choice import FlowChoice


def draw_region_flows(t: Language, choice: FlowChoice) -> None:
    """Draw the card."""
    draw_card(t, region_flows_card(t, choice, labels.theme()))


@kept
def region_flows_card(t: Language, choice: FlowChoice, theme: str) -> Card | str:
    """The bands of the chosen year, or why there are none."""
    totals = known.totals(choice.selection)
    here = totals[(totals["time_period"] == choice.year).to_numpy() & (totals["visits"] > 0).to_numpy()]
    if here.empty:
        return t("cross_region.none")
    here = here.astype({"origin_region": str, "destination_region": str}).reset_index(drop=True)
    leaving = here.groupby("origin_region")["visits"].sum().to_dict()
    arriving = here.groupby("destination_region")["visits"].sum().to_dict()
    everything = here["visits"].sum()
    names = {code: t(f"cross_region.places.{code}") for code in {*leaving, *arriving}}
    links = here.assign(
        source=here["origin_region"],
        target=here["destination_region"],
        region=here["origin_region"],
        target_region=here["destination_region"],
        source_name=here["origin_region"].map(names),
        target_name=here["destination_region"].map(names),
        source_label=[_node(t, names[code], leaving[code]) for code in here["origin_region"]],
        target_label=[_node(t, names[code], arriving[code]) for code in here["destination_region"]],
        link_label=[
            t("cross_region.corridor", origin=names[a], destination=names[b])
            for a, b in zip(here["origin_region"], here["destination_region"], strict=True)
        ],
        visits_text=[t.compact(visits) for visits in here["visits"]],
        share=here["visits"] / everything,
        share_text=[t.percent(visits / everything) for visits in here["visits"]],
        obs_status="E",
    )
    most = links.sort_values("visits", ascending=False).iloc[0]
    return Card(
        key="region-flows",
        title=t("cross_region.region_flows.title", year=choice.year),
        unit=t("cross_region.unit", year=choice.year),
        reading=t(
            "cross_region.region_flows.reading",
            corridor=most["link_label"],
            visits=most["visits_text"],
            share=most["share_text"],
        ),
        spec=build_sankey(language=t.code, theme=theme, labels=labels.chart(t), places=3, least=280),
        frame=prepare_sankey(links),
        table=Table(
            links,
            (
                Column("source_name", t("columns.origin")),
                Column("target_name", t("columns.destination")),
                Column("visits", t("columns.visits"), "amount"),
                Column("share", t("columns.share"), "percent"),
                Column("obs_status", t("columns.obs_status")),
            ),
        ),
        datasets=known.DATASETS,
        note=t("cross_region.abroad_note"),
    )


def _node(t: Language, name: str, visits: float) -> str:
    return t("explorer.named_value", name=name, value=t.compact(visits))
