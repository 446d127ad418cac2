"""Tables of measures to take home, beside each other and no wider than they need to be."""

from __future__ import annotations

import streamlit as st

from components.i18n import Language
from components.views.cards import Table, draw_table_downloads
from components.views.policies import known

_WIDTH = 420


def draw_files(
    t: Language,
    key: str,
    title: str,
    table: Table,
    datasets: tuple[str, ...] = known.DATASETS,
    *,
    unit: str = "",
) -> None:
    """Draw the buttons for CSV and XLSX; one row of `table` is one measure unless `unit` says otherwise."""
    with st.container(width=_WIDTH):
        draw_table_downloads(t, key, title, unit or t("policies.inventory.unit"), table, datasets)
