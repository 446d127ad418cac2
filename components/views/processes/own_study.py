"""An own study: the template as workbook and as YAML, and how it is checked."""

from __future__ import annotations

import streamlit as st

from components import loaders
from components.export.process_workbook import study_workbook
from components.i18n import Language
from data.catalog.process_loading import load_template

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_STEPS = 4
_CHECK = "python -m data.build --propose my_study.xlsx"


def draw_own_study(t: Language) -> None:
    """Draw the section: what to do, step by step, with both forms of the template."""
    st.markdown(t("processes.own.lead"))
    st.markdown("\n".join(f"{at}. {t(f'processes.own.step_{at}')}" for at in range(1, _STEPS + 1)))
    with st.container(horizontal=True, gap="small", key="process-template"):
        st.download_button(
            t("processes.own.workbook"),
            _workbook,
            file_name="process_template.xlsx",
            mime=_XLSX,
            icon=":material/download:",
            type="primary",
            on_click="ignore",
            key="process.template.xlsx",
        )
        st.download_button(
            t("processes.own.yaml"),
            lambda: load_template()[0].encode(),
            file_name="process_template.yml",
            mime="application/yaml",
            icon=":material/download:",
            on_click="ignore",
            key="process.template.yml",
        )
    st.caption(t("processes.own.check"))
    st.code(_CHECK, language=None)
    st.caption(t("processes.own.after"))


def _workbook() -> bytes:
    return study_workbook(load_template()[1], loaders.catalog().codes)
