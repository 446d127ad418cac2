"""The Determinants page: four ways to ask what goes together with buying and selling online."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components.i18n import Language
from components.views.determinants import choice as choices
from components.views.determinants import comparison, explore, heat_map, profile
from components.views.determinants.choice import SECTIONS, Choice
from components.views.sections import draw_sections


def draw_determinants(t: Language) -> None:
    """Draw the page: question, what a correlation is not, then one section at a time."""
    st.title(t("determinants.title"))
    st.markdown(t("determinants.lead"))
    choice = choices.read()
    titles = {name: t(f"determinants.sections.{name}") for name in SECTIONS}
    draw_sections(t, titles, lambda name: _SECTIONS[name](t, choice))


_SECTIONS: dict[str, Callable[[Language, Choice], None]] = {
    "explore": explore.draw_explore,
    "table": comparison.draw_comparison,
    "heat_map": heat_map.draw_heat_map,
    "profile": profile.draw_profile,
}
