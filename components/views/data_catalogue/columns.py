"""The columns of a dataset: meaning, unit and code lists in the reader's words."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import loaders
from components.export.described import column_words, unit_word
from components.i18n import Language
from components.markup import plain
from components.views.cards import Column, Table, draw_table, draw_table_downloads
from data.analysis.offer import Offer


def draw_columns(t: Language, dataset: str) -> None:
    """Draw the section: one row per column, then each code list to open."""
    doors = loaders.doors()
    offer = doors.offer(dataset)
    title = t("data_catalogue.columns.title", dataset=t(offer.dataset.title_key))
    if offer.summed:
        st.caption(t("data_catalogue.columns.summed"))
    table = _dictionary(t, offer)
    draw_table(t, table, title)
    draw_table_downloads(t, "dictionary", title, t("data_catalogue.columns.unit"), table, ("source",))
    coded = {name: column_words(t, column, doors) for name, column in offer.columns.items()}
    lists = {name: words for name, words in coded.items() if words}
    if not lists:
        return
    st.markdown(f"#### {t('data_catalogue.columns.lists')}")
    for name, words in lists.items():
        heading = t(
            "data_catalogue.columns.codes_of",
            column=t(offer.columns[name].title_key),
            count=t.number(len(words)),
        )
        with st.expander(plain(heading), on_change="rerun", key=f"codes.{dataset}.{name}") as opened:
            if opened.open:
                rows = pd.DataFrame({"code": list(words), "meaning": list(words.values())})
                columns = tuple(Column(n, t(f"data_catalogue.columns.{n}")) for n in ("code", "meaning"))
                draw_table(t, Table(rows, columns), heading)


def _dictionary(t: Language, offer: Offer) -> Table:
    doors = loaders.doors()
    rows = [
        {
            "name": t("data_catalogue.columns.key", name=name) if name in offer.keys else name,
            "meaning": t(column.title_key),
            "type": t(f"data_catalogue.types.{column.type}"),
            "measured": unit_word(t, column.unit) or None,
            "codes": len(column_words(t, column, doors)) or None,
        }
        for name, column in offer.columns.items()
    ]
    kinds = {"codes": "number"}
    columns = tuple(
        Column(name, t(f"data_catalogue.columns.{name}"), kinds.get(name, "text")) for name in rows[0]
    )
    return Table(pd.DataFrame(rows), columns)
