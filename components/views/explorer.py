"""A Marketplace Explorer: one region's marketplaces, their visits, their visitors and what they are like."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components.faults import guarded
from components.i18n import Language
from components.views import choice as choices
from components.views import (
    development,
    downloads,
    features,
    frames,
    landscape,
    ranking,
    region_map,
    visitors,
)
from components.views.cards import draw_empty
from components.views.choice import SECTIONS, Choice
from components.views.determinants.in_explorer import draw_determinants_section
from components.views.estimate_note import draw_estimate_note
from components.views.filters import draw_filters
from components.views.key_figures import draw_key_figures
from components.views.sections import draw_sections


def draw_explorer(t: Language, region: str) -> None:
    """Draw the page of a region: question, filters, key figures, then one section at a time."""
    st.title(t(f"explorer.title.{region}"))
    st.markdown(t("explorer.lead"))
    choice = choices.read(region)
    draw_filters(t, choice)
    if frames.selected(choice.everything).empty:
        draw_empty(t, t("explorer.empty.selection"), t("explorer.empty.widen"))
        return
    with guarded(t):
        draw_key_figures(t, choice.everything)
    with guarded(t):
        draw_estimate_note(t, choice)
    _sections(t, choice)


def _sections(t: Language, choice: Choice) -> None:
    """One tab per section; only the open one is computed."""
    titles = {name: t(f"explorer.sections.{name}") for name in SECTIONS}
    draw_sections(t, titles, lambda name: _SECTIONS[name](t, choice))


def _map_and_development(t: Language, choice: Choice) -> None:
    left, right = st.columns(2, gap="medium")
    with left, guarded(t):
        region_map.draw_map(t, choice)
    with right, guarded(t):
        development.draw_development(t, choice)


_SECTIONS: dict[str, Callable[[Language, Choice], None]] = {
    "development": _map_and_development,
    "ranking": ranking.draw_ranking,
    "visitors": visitors.draw_visitors,
    "features": features.draw_features,
    "landscape": landscape.draw_landscape,
    "determinants": draw_determinants_section,
    "downloads": downloads.draw_downloads,
}
