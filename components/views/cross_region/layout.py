"""The page: question, filters, key figures, the flows between regions, then one section at a time."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components.faults import guarded
from components.i18n import Language
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
from components.views.estimate_note import draw_estimate_banner
from components.views.sections import draw_sections


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
    said = t("cross_region.estimate", anchored=t.percent(frames.anchored_share(choice.selection), 0))
    draw_estimate_banner(t, said)


def _sections(t: Language, choice: FlowChoice) -> None:
    """One tab per section; only the open one is computed, so the code of maps comes with the map alone."""
    titles = {name: t(f"cross_region.sections.{name}") for name in SECTIONS}
    draw_sections(t, titles, lambda name: _SECTIONS[name](t, choice))


_SECTIONS: dict[str, Callable[[Language, FlowChoice], None]] = {
    "matrix": matrix.draw_matrix,
    "map": flow_map.draw_flow_map,
    "corridors": corridors.draw_corridors,
    "regions": regions.draw_regions,
    "pair": pair.draw_pair,
}
