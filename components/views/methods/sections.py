"""The Methods page as a row of sections; only the open one is computed."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components.i18n import Language
from components.views.methods.exercises import draw_exercises
from components.views.methods.glossary import draw_glossary
from components.views.methods.indicators import draw_indicators
from components.views.methods.numbers import draw_numbers
from components.views.methods.quality import draw_quality
from components.views.methods.rules import draw_rules
from components.views.methods.sources import draw_sources
from components.views.methods.trust import draw_trust
from components.views.sections import draw_sections

_SECTIONS: dict[str, Callable[[Language], None]] = {
    "numbers": draw_numbers,
    "quality": draw_quality,
    "indicators": draw_indicators,
    "rules": draw_rules,
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
    titles = {name: t(f"methods.sections.{name}") for name in SECTIONS}
    draw_sections(t, titles, lambda name: _SECTIONS[name](t))
