"""The register as a whole: matrix, map, time, composition."""

from __future__ import annotations

import streamlit as st

from components.faults import guarded
from components.i18n import Language
from components.views import labels
from components.views.cards import draw_card
from components.views.policies import choice as choices
from components.views.policies.composition import draw_composition
from components.views.policies.controls import draw_trust
from components.views.policies.matrix import draw_matrix
from components.views.policies.places import draw_map
from components.views.policies.time import pandemic_card, timeline_card


def draw_overview(t: Language) -> None:
    """Draw the section; the choice of what counts holds for all of it."""
    trust = choices.trust()
    draw_trust(t, trust, "overview")
    with guarded(t):
        draw_matrix(t, trust)
    left, right = st.columns(2, gap="medium")
    with left, guarded(t):
        draw_card(t, timeline_card(t, trust, labels.theme()))
    with right, guarded(t):
        draw_card(t, pandemic_card(t, trust, labels.theme()))
    left, right = st.columns(2, gap="medium")
    with left, guarded(t):
        draw_composition(t, trust)
    with right, guarded(t):
        draw_map(t, trust)
