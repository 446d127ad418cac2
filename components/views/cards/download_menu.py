"""What a reader takes from a card: tables, pictures and the link to exactly this view, made when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from components import state
from components.i18n import Language

if TYPE_CHECKING:
    from components.views.cards.chart_card import Card
    from components.views.cards.table import Table


def draw_downloads(t: Language, card: Card) -> None:
    with st.popover(t("cards.link")):
        st.code(state.address())


def draw_table_downloads(t: Language, key: str, title: str, table: Table, datasets: tuple[str, ...]) -> None:
    pass
