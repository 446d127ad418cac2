"""The regulatory matrix page: matrix, law database, one topic, countries side by side, RDTII scores."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components.i18n import Language
from components.views.regulation import choice as choices
from components.views.regulation import compare, figures, laws, matrix, scores, topic
from components.views.regulation.choice import SECTIONS, Choice
from components.views.regulation.filters import draw_layer
from components.views.sections import draw_sections

# Sections in which the reader chooses between the layers.
_LAYERED = ("matrix", "compare")
_LAWS = "laws"


def draw_regulatory_matrix(t: Language) -> None:
    """Draw the page: question, what it rests on, key figures, then one section at a time."""
    st.title(t("regulation.title"))
    st.markdown(t("regulation.lead"))
    figures.draw_figures(t)
    titles = {name: t(f"regulation.sections.{name}") for name in SECTIONS}
    draw_sections(t, titles, lambda name: _draw(t, name))


def _draw(t: Language, name: str) -> None:
    if name == _LAWS:
        # The database reads the address by facets of its own.
        laws.draw_laws(t)
        return
    choice = choices.read()
    if name in _LAYERED:
        draw_layer(t, choice)
    _SECTIONS[name](t, choice)


_SECTIONS: dict[str, Callable[[Language, Choice], None]] = {
    "matrix": matrix.draw_matrix,
    "topic": topic.draw_topic,
    "compare": compare.draw_compare,
    "scores": scores.draw_scores,
}
