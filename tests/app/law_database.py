"""A page with the law database alone."""

from __future__ import annotations

import streamlit as st

from components import shell, state
from components.views.regulation.laws import draw_laws

state.begin()
draw_laws(shell.language())
for notice in state.notices():
    st.warning(f"{notice.key} {notice.value}")
