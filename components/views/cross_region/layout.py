"""The page: question, filters, key figures, the flows between regions, then one section at a time."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components import state
from components.faults import guarded
from components.i18n import Language
from components.links import draw_link
from components.views import frames
from components.views.cards import draw_empty
from components.views.cross_region import choice as choices
from components.views.cross_region import (
    corridors,
    figures,
    filters,
    flow_map,
    matrix,
    pair,
    region_flows,
    regions,
)
from components.views.cross_region.choice import SECTIONS, FlowChoice


def draw_cross_region(t: Language) -> None:
    """Draw the page."""
    st.title(t("cross_region.title"))
    st.markdown(t("cross_region.lead"))
    choice = choices.read()
    filters.draw_filters(t, choice)
    if frames.selected(choice.selection).empty:
        draw_empty(t, t("explorer.empty.selection"), t("explorer.empty.widen"))
        return
    with guarded(t):
        figures.draw_figures(t, choice)
    _estimated(t, choice)
    with guarded(t):
        region_flows.draw_region_flows(t, choice)
    _sections(t, choice)


def _estimated(t: Language, choice: FlowChoice) -> None:
    """The banner: origins of visitors are estimated throughout."""
    with st.container(horizontal=True, vertical_alignment="center", key="estimate", gap="small"):
        st.badge(t("cards.estimated"), color="orange", icon=":material/experiment:")
        said = t("cross_region.estimate", anchored=t.percent(frames.anchored_share(choice.selection), 0))
        st.caption(said, width="stretch")
        draw_link(t, "methods", t("frame.to_methods"))


def _sections(t: Language, choice: FlowChoice) -> None:
    """One tab per section; only the open one is computed, so the code of maps comes with the map alone."""
    titles = {t(f"cross_region.sections.{name}"): name for name in SECTIONS}
    current = state.one("section", SECTIONS, SECTIONS[0])
    label = next(title for title, name in titles.items() if name == current)
    tabs = st.tabs(
        list(titles),
        **state.bound(
            "section",
            label,
            lambda title: None if titles.get(str(title)) == SECTIONS[0] else titles[str(title)],
        ),
    )
    for tab, name in zip(tabs, titles.values(), strict=True):
        if tab.open:
            with tab, guarded(t):
                _SECTIONS[name](t, choice)


_SECTIONS: dict[str, Callable[[Language, FlowChoice], None]] = {
    "matrix": matrix.draw_matrix,
    "map": flow_map.draw_flow_map,
    "corridors": corridors.draw_corridors,
    "regions": regions.draw_regions,
    "pair": pair.draw_pair,
}
