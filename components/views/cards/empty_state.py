"""Where nothing can be shown: what is missing, since when, and what the reader can do."""

from __future__ import annotations

import streamlit as st

from components.i18n import Language


def draw_empty(t: Language, why: str, advice: str | None = None) -> None:
    """Draw a designed blank with the reason and, if there is one, a way on."""
    with st.container(border=True):
        st.markdown(f"**{t('cards.empty_title')}**")
        st.caption(why if advice is None else f"{why} {advice}")
