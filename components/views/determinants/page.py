"""The Determinants page: four ways to ask what goes together with buying and selling online."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components import state
from components.faults import guarded
from components.i18n import Language
from components.views.determinants import choice as choices
from components.views.determinants import comparison, explore, heat_map, profile
from components.views.determinants.choice import SECTIONS, Choice


def draw_determinants(t: Language) -> None:
    """Draw the page: question, what a correlation is not, then one section at a time."""
    st.title(t("determinants.title"))
    st.markdown(t("determinants.lead"))
    choice = choices.read()
    titles = {t(f"determinants.sections.{name}"): name for name in SECTIONS}
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


_SECTIONS: dict[str, Callable[[Language, Choice], None]] = {
    "explore": explore.draw_explore,
    "table": comparison.draw_comparison,
    "heat_map": heat_map.draw_heat_map,
    "profile": profile.draw_profile,
}
