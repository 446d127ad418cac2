"""The Methods page as a row of sections; only the open one is computed."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components import state
from components.faults import guarded
from components.i18n import Language
from components.views.methods.exercises import draw_exercises
from components.views.methods.glossary import draw_glossary
from components.views.methods.indicators import draw_indicators
from components.views.methods.numbers import draw_numbers
from components.views.methods.quality import draw_quality
from components.views.methods.sources import draw_sources
from components.views.methods.trust import draw_trust

_SECTIONS: dict[str, Callable[[Language], None]] = {
    "numbers": draw_numbers,
    "quality": draw_quality,
    "indicators": draw_indicators,
    "trust": draw_trust,
    "sources": draw_sources,
    "glossary": draw_glossary,
    "exercises": draw_exercises,
}
SECTIONS = tuple(_SECTIONS)


def draw_methods(t: Language) -> None:
    """Draw the page: question, then one section at a time, named by `section` in the URL."""
    st.title(t("methods.title"))
    st.markdown(t("methods.lead"))
    titles = {t(f"methods.sections.{name}"): name for name in SECTIONS}
    current = state.one("section", SECTIONS, SECTIONS[0])
    label = next(title for title, name in titles.items() if name == current)
    tabs = st.tabs(list(titles), **state.bound("section", label, lambda title: _code(titles, title)))
    for tab, name in zip(tabs, titles.values(), strict=True):
        if tab.open:
            with tab, guarded(t):
                _SECTIONS[name](t)


def _code(titles: dict[str, str], title: object) -> str | None:
    """What the URL holds for an open tab: nothing for the first."""
    name = titles.get(str(title), SECTIONS[0])
    return None if name == SECTIONS[0] else name
