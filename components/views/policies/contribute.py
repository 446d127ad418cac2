"""Correct or add: a template with the fields of a measure and a letter; nothing here writes the register."""

from __future__ import annotations

import streamlit as st

from components import loaders, state
from components.export.template import letter, write_template, written
from components.i18n import Language
from components.views.cards import Column, Table, draw_table
from components.views.policies import known
from components.views.policies.fields import field_frame

_NEW = ""
_COMMAND = "python -m data.build --propose FILE"
_DATASET = "policy"
# What a letter about a measure names first; the template has all fields.
_ASKED = ("policy_id", "ref_area", "name_en", "agency", "instrument", "scope", "target_groups", "sector",
          "start_year", "end_year", "status", "source_url")  # fmt: skip


def draw_contribute(t: Language) -> None:
    """Draw the section."""
    st.markdown(t("policies.contribute.lead"))
    measures = known.by_id()
    chosen = state.one("correct", (_NEW, *measures), _NEW)
    st.selectbox(
        t("policies.contribute.which"),
        [
            _NEW,
            *sorted(
                measures, key=lambda one: (known.country(t, measures[one]), known.title(t, measures[one]))
            ),
        ],
        format_func=lambda one: (
            t("policies.contribute.new")
            if one == _NEW
            else t(
                "ranking.named", name=known.title(t, measures[one]), country=known.country(t, measures[one])
            )
        ),
        **state.bound("correct", chosen, lambda one: str(one) or None),
    )
    row, address = measures.get(chosen, {}), loaders.catalog().policies.corrections_to
    columns = list(loaders.catalog().datasets[_DATASET].columns)
    with st.container(horizontal=True, gap="small", key="contribute-files"):
        st.download_button(
            t("policies.contribute.template"),
            write_template(columns, row),
            file_name=f"{chosen or 'new-measure'}.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key="contribute.template",
        )
        st.link_button(
            t("policies.contribute.letter"),
            letter(
                t("policies.contribute.subject", measure=chosen or t("policies.contribute.new")),
                t("policies.contribute.opening"),
                [(t_name(t, name), written(row.get(name))) for name in _ASKED],
                to=address,
            ),
            icon=":material/mail:",
        )
    st.caption(
        t("policies.contribute.to", address=address) if address else t("policies.contribute.no_address")
    )
    st.markdown(t("policies.contribute.after"))
    st.code(_COMMAND, language=None)
    st.markdown(f"#### {t('policies.contribute.fields')}")
    table = Table(
        field_frame(t, columns, _DATASET),
        (
            Column("name", t("policies.contribute.column")),
            Column("title", t("policies.contribute.meaning")),
            Column("needed", t("policies.contribute.needed")),
            Column("allowed", t("policies.contribute.allowed")),
        ),
    )
    draw_table(t, table, t("policies.contribute.fields"))


def t_name(t: Language, column: str) -> str:
    """The reader's word for a column of the register."""
    return t(loaders.catalog().datasets[_DATASET].columns[column].title_key)
