"""The page: question, key figures, then one section at a time; or, instead of all, one measure."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components.faults import guarded
from components.i18n import Language
from components.views.policies import (
    benchmark,
    contribute,
    figures,
    good_practices,
    inventory,
    measure,
    overview,
    programmes,
)
from components.views.policies.choice import SECTIONS
from components.views.register import draw_back, opened
from components.views.sections import draw_sections


def draw_policies(t: Language) -> None:
    """Draw the page."""
    register = inventory.measures()
    record = opened(register)
    if record:
        draw_back(t, register)
        with guarded(t):
            measure.draw_measure(t, record)
        return
    st.title(t("policies.title"))
    st.markdown(t("policies.lead"))
    with guarded(t):
        figures.draw_figures(t)
    titles = {name: t(f"policies.sections.{name}") for name in SECTIONS}
    draw_sections(t, titles, lambda name: _SECTIONS[name](t))


_SECTIONS: dict[str, Callable[[Language], None]] = {
    "inventory": inventory.draw_inventory,
    "overview": overview.draw_overview,
    "benchmark": benchmark.draw_benchmark,
    "good_practices": good_practices.draw_good_practices,
    "programmes": programmes.draw_programmes,
    "contribute": contribute.draw_contribute,
}
