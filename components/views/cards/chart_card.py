"""Draws a chart card: title, unit, chart, one sentence that reads it, source, table, downloads and link."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.faults import guarded
from components.i18n import Language
from components.markup import plain
from components.views.cards.add_to_story import draw_add_to_story
from components.views.cards.card import Card, chart_key
from components.views.cards.download_menu import draw_downloads
from components.views.cards.empty_state import draw_empty
from components.views.cards.source_note import source_line
from components.views.cards.table import draw_table


def draw_card(t: Language, card: Card | str) -> None:
    """Draw a chart card; a text instead of a card says why there is none."""
    if isinstance(card, str):
        draw_empty(t, card, t("cards.empty_advice"))
        return
    with st.container(border=True, key=f"card-{card.key}"):
        st.markdown(f"#### {plain(card.title)}")
        st.caption(plain(card.unit))
        if card.controls:
            card.controls()
        choices: dict[str, Any] = {
            "width": "stretch",
            "alt": card.spoken,
            "key": chart_key(card.key, card.variant),
        }
        if card.on_select:
            # Named, because a chart's other parameters would send every hover to the server.
            choices |= {"on_select": card.on_select, "selection_mode": card.marks}
        st.vega_lite_chart(card.rows, dict(card.spec), theme=None, **choices)
        st.markdown(plain(card.sentence))
        if card.note:
            st.caption(plain(card.note))
        st.caption(source_line(t, card.datasets))
        _foot(t, card)


@st.fragment
def _foot(t: Language, card: Card) -> None:
    """Table, downloads and link; made only when opened, and opening them reruns nothing else."""
    # Opened later, it runs without the page around it and has to catch its own faults.
    with guarded(t):
        with st.container(horizontal=True, gap="small", key=f"foot-{card.key}"):
            table = st.toggle(t("cards.table"), key=f"table.{card.key}")
            draw_downloads(t, card)
            draw_add_to_story(t, card)
        if table:
            draw_table(t, card.table, t("cards.table_of", title=card.title))
