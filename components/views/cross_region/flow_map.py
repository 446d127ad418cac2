"""Arcs across the Pacific between the regions, with the same flows as bands below them."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import pandas as pd
import streamlit as st

from components import loaders, state
from components.charts.flow_map import HEIGHT, Deck, build_flow_map
from components.faults import guarded
from components.i18n import Language
from components.kept import kept
from components.markup import plain
from components.views import labels
from components.views.cards import Card, draw_card, draw_table, source_line
from components.views.cards.download_menu import draw_downloads
from components.views.cross_region import known
from components.views.cross_region.choice import FlowChoice
from components.views.cross_region.corridors import bands_card

_DIRECTIONS = ("both", "east_to_west", "west_to_east")
_FROM = {"east_to_west": "east_asia", "west_to_east": "latin_america"}
# A map of the whole Pacific says nothing at the width of a phone; there the bands take its place.
_STYLE = """<style>
@media (max-width: 640px) { .st-key-flow-deck { display: none; } }
@media (min-width: 641px) { .st-key-flow-instead { display: none; } }
</style>"""


def draw_flow_map(t: Language, choice: FlowChoice) -> None:
    """Draw the map in a frame like a card's and the bands that say the same."""
    theme = labels.theme()
    bands = bands_card(t, choice, "between", theme)
    if isinstance(bands, str):
        draw_card(t, bands)
        return
    with guarded(t):
        _draw_map(t, choice, bands, theme)
    with guarded(t):
        draw_card(t, bands)


@st.fragment
def _draw_map(t: Language, choice: FlowChoice, bands: Card, theme: str) -> None:
    """The frame of the map; a fragment, so that its controls send no other part of the page again."""
    # Run again on its own, it has to catch its own faults.
    with guarded(t), st.container(border=True, key="card-flow-map"):
        direction = state.one("direction", _DIRECTIONS, _DIRECTIONS[0])
        card = replace(
            bands,
            key="flow-map",
            title=t("cross_region.map.title", year=choice.year),
            unit=t("cross_region.map.unit", year=choice.year),
            reading=t("cross_region.map.reading", reading=_strongest(t, choice, direction)),
        )
        st.html(_STYLE)
        st.markdown(f"#### {plain(card.title)}")
        st.caption(plain(card.unit))
        st.segmented_control(
            t("cross_region.map.direction"),
            _DIRECTIONS,
            format_func=lambda code: t(f"cross_region.map.{code}"),
            required=True,
            **state.bound("direction", direction, lambda code: None if code == "both" else str(code)),
        )
        with st.container(key="flow-deck"):
            st.pydeck_chart(deck(t, choice, direction, theme), height=HEIGHT, key="chart.flow-map")
        with st.container(key="flow-instead"):
            st.caption(t("cross_region.map.instead"))
        st.html(f'<p class="visually-hidden">{escape(card.spoken)}</p>')
        st.markdown(plain(card.sentence))
        st.caption(t("cross_region.map.note"))
        st.caption(source_line(t, card.datasets))
        with st.container(horizontal=True, gap="small", key="foot-flow-map"):
            table = st.toggle(t("cards.table"), key="table.flow-map")
            draw_downloads(t, card)
        if table:
            draw_table(t, card.table, t("cards.table_of", title=card.title))


def _arcs(t: Language, choice: FlowChoice, direction: str) -> pd.DataFrame:
    top = known.told(t, choice, "between")
    return top if direction == "both" else top[top["region"] == _FROM[direction]]


def _strongest(t: Language, choice: FlowChoice, direction: str) -> str:
    first = [
        t("explorer.named_value", name=row.label, value=row.visits_text)
        for row in _arcs(t, choice, direction).head(3).itertuples()
    ]
    return t.listing(first) if first else t("cards.missing_mark")


@kept
def deck(t: Language, choice: FlowChoice, direction: str, theme: str) -> Deck:
    """The arcs of the largest corridors between the regions, from capital to capital."""
    held = loaders.countries()
    lon, lat = held["capital_lon"].astype(float), held["capital_lat"].astype(float)
    capitals = dict(zip(held["ref_area"], zip(lon, lat, strict=True), strict=True))
    return build_flow_map(_arcs(t, choice, direction), capitals, theme=theme)
