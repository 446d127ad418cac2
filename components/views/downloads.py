"""Take it home: a cross-section or a time series of what is chosen, within the limits of its datasets."""

from __future__ import annotations

import streamlit as st

from components import loaders
from components.i18n import Language
from components.views import frames, labels
from components.views.cards import Column, Table, draw_table_downloads
from components.views.cards.leave import verdicts
from components.views.cards.source_note import citations
from components.views.choice import Choice
from components.views.ranking_table import ranking_table

_DATASETS = ("visits_monthly", "marketplace")


def draw_downloads(t: Language, choice: Choice) -> None:
    """Draw both tables with their size, their limit and their files."""
    st.markdown(t("downloads.lead"))
    st.caption(t("downloads.limits"))
    ranked = frames.ranked(choice.everything)
    _offer(
        t,
        "cross-section",
        t("downloads.cross_section"),
        t("metrics.visits.unit"),
        ranking_table(t, ranked.assign(time_period=ranked["period"])),
    )
    series = frames.series(choice, "ref_area")
    names = loaders.country_names(t.code)
    _offer(
        t,
        "time-series",
        t("downloads.time_series", metric=t(f"metrics.{choice.metric}.name")),
        t(f"metrics.{choice.metric}.unit"),
        Table(
            series.assign(country=series["ref_area"].astype(str).map(names)),
            (
                Column("ref_area", t("columns.ref_area")),
                Column("country", t("columns.country")),
                Column("time_period", t("columns.period"), "period"),
                *labels.measure_columns(t, choice.metric),
            ),
        ),
    )
    st.markdown(f"#### {t('downloads.citation')}")
    for citation in citations(_DATASETS):
        st.code(citation, language=None, wrap_lines=True)


def _offer(t: Language, key: str, title: str, unit: str, table: Table) -> None:
    limit = min(verdict.max_rows for verdict in verdicts(table, _DATASETS))
    with st.container(border=True):
        st.markdown(f"#### {title}")
        st.caption(t("downloads.rows", count=t.number(len(table.frame)), limit=t.number(limit)))
        draw_table_downloads(t, key, title, unit, table, _DATASETS)
