"""Ranking of the marketplaces: a table to sort and search; choosing a row opens the marketplace."""

from __future__ import annotations

import unicodedata

import pandas as pd
import streamlit as st

from components import loaders, state
from components.i18n import Language
from components.views import frames
from components.views.cards import draw_empty, draw_table_downloads, source_line
from components.views.choice import Choice
from components.views.marketplace import draw_marketplace
from components.views.ranking_table import ranking_table, told

_KEY = "ranking"
_ROW_HEIGHT = 36
_TALLEST = 640


def draw_ranking(t: Language, choice: Choice) -> None:
    """Draw the chosen marketplace if the URL names one, else the ranking."""
    known = loaders.storefronts()["marketplace_id"]
    opened = state.one("marketplace", ("", *known), "")
    if opened:
        draw_marketplace(t, opened)
        return
    ranked = frames.ranked(choice.everything)
    words = _search_box(t)
    found = _matching(t, ranked, words)
    _picker(t, ranked)
    if found.empty:
        draw_empty(t, t("ranking.none", words=state.printable(words)), t("explorer.empty.widen"))
        return
    _grid(t, found)
    st.caption(t("ranking.reading", shown=t.number(len(found)), total=t.number(len(ranked))))
    st.caption(source_line(t, ("visits_monthly", "marketplace")))
    draw_table_downloads(
        t,
        "ranking",
        t("ranking.title"),
        t("ranking.visits"),
        ranking_table(t, found),
        ("visits_monthly", "marketplace"),
    )


def _search_box(t: Language) -> str:
    words = state.words("q")
    return st.text_input(
        t("ranking.search"),
        icon=":material/search:",
        max_chars=80,
        **state.bound("q", words, lambda said: str(said or "") or None),
    )


def _picker(t: Language, ranked: pd.DataFrame) -> None:
    """The same choice as a row of the grid, for keyboards and screen readers."""
    names = loaders.country_names(t.code)
    named = {
        identity: t("ranking.named", name=name, country=names[area])
        for identity, name, area in zip(
            ranked["marketplace_id"], ranked["name"], ranked["ref_area"], strict=True
        )
    }
    st.selectbox(
        t("ranking.open"),
        list(named),
        index=None,
        format_func=named.__getitem__,
        placeholder=t("ranking.open_hint"),
        key="ranking.picked",
        on_change=_open_picked,
    )


def _open_picked() -> None:
    state.write(marketplace=st.session_state["ranking.picked"])


def _matching(t: Language, ranked: pd.DataFrame, words: str) -> pd.DataFrame:
    """Rows whose name, address, owner or country hold every word, accents and case aside."""
    wanted = _plain(words).split()
    if not wanted:
        return ranked
    names = loaders.country_names(t.code)
    searched = (
        ranked["name"].fillna("")
        + " "
        + ranked["domain"].fillna("")
        + " "
        + ranked["owner"].fillna("")
        + " "
        + ranked["ref_area"].map(names)
    )
    kept = [all(word in _plain(row) for word in wanted) for row in searched.astype(str)]
    return ranked[kept]


def _plain(said: str) -> str:
    return "".join(
        sign for sign in unicodedata.normalize("NFKD", said.casefold()) if not unicodedata.combining(sign)
    )


def _grid(t: Language, found: pd.DataFrame) -> None:
    config = st.column_config
    shown = {
        "rank": config.NumberColumn(t("columns.rank"), width="small", pinned=True),
        "name": config.TextColumn(t("columns.marketplace"), pinned=True),
        "visits": config.NumberColumn(
            t("ranking.visits"), format="compact", help=t("key_figures.visits.help")
        ),
        "country": config.TextColumn(t("columns.country")),
        "change": config.NumberColumn(t("columns.change"), format="percent"),
        "sparkline": config.LineChartColumn(t("columns.trend"), y_min=0, help=t("ranking.trend_help")),
        "status": config.TextColumn(t("columns.obs_status")),
        "offering": config.TextColumn(t("columns.offering")),
        "market_type": config.TextColumn(t("columns.market_type")),
        "category": config.TextColumn(t("columns.category")),
        "home": config.TextColumn(t("columns.home")),
        "launched_year": config.NumberColumn(t("columns.launched"), format="%d"),
        "closed_year": config.NumberColumn(t("columns.closed"), format="%d"),
        "transactional": config.TextColumn(t("columns.transactional")),
        "foreign_sellers": config.TextColumn(t("columns.foreign_sellers")),
        "own_logistics": config.TextColumn(t("columns.own_logistics")),
        "own_payments": config.TextColumn(t("columns.own_payments")),
        "msme_programme": config.TextColumn(t("columns.msme_programme")),
        "verification": config.TextColumn(t("columns.trust")),
        "evidence_class": config.TextColumn(t("columns.evidence")),
    }
    rows = told(t, found)
    # The grid writes lists with gaps as text: the line starts where the marketplace does.
    rows["sparkline"] = [[visits for visits in line if visits is not None] for line in rows["sparkline"]]
    st.dataframe(
        rows[list(shown)],
        column_config=shown,
        hide_index=True,
        row_height=_ROW_HEIGHT,
        height=min(_TALLEST, _ROW_HEIGHT * (len(found) + 1) + 3),
        on_select=_open_row,
        selection_mode="single-row",
        key=_KEY,
        placeholder=t("cards.missing_mark"),
        alt=t("ranking.title"),
    )
    st.session_state["ranking.ids"] = found["marketplace_id"].tolist()


def _open_row() -> None:
    rows = st.session_state[_KEY].selection.rows
    if rows:
        state.write(marketplace=st.session_state["ranking.ids"][rows[0]])
