"""The page: a dataset to choose, then what is known of it, one section at a time."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components import loaders, state
from components.export.described import shown_datasets
from components.faults import guarded
from components.i18n import Language
from components.views.data_catalogue.about import draw_about
from components.views.data_catalogue.columns import draw_columns
from components.views.data_catalogue.coverage import draw_coverage
from components.views.data_catalogue.download import draw_download
from components.views.data_catalogue.machines import draw_machines
from components.views.data_catalogue.versions import draw_versions
from components.views.sections import draw_sections

_SECTIONS: dict[str, Callable[[Language, str], None]] = {
    "about": draw_about,
    "columns": draw_columns,
    "coverage": draw_coverage,
    "download": draw_download,
    "machines": draw_machines,
    "versions": draw_versions,
}
SECTIONS = tuple(_SECTIONS)
# What opens first: most readers come for the figures.
_FIRST = "visits_monthly"
_WIDGET = "url.dataset"
# What was chosen of one dataset means nothing for the next.
_OF_A_DATASET = ("indicator", "marketplace", "period")


def draw_catalogue(t: Language) -> None:
    """Draw the page."""
    st.title(t("data_catalogue.title"))
    st.markdown(t("data_catalogue.lead"))
    with guarded(t):
        dataset = _choose(t)
        _sections(t, dataset)


def _choose(t: Language) -> str:
    catalog = loaders.catalog()
    titles = {name: t(catalog.datasets[name].title_key) for name in shown_datasets(catalog)}
    names = sorted(titles, key=titles.__getitem__)
    current = state.one("dataset", names, _FIRST if _FIRST in names else names[0])
    if st.session_state.get(_WIDGET) != current:
        st.session_state[_WIDGET] = current
    st.selectbox(
        t("data_catalogue.dataset"), names, format_func=titles.__getitem__, key=_WIDGET, on_change=_changed
    )
    return current


def _changed() -> None:
    state.write(dataset=str(st.session_state[_WIDGET]), **{name: None for name in _OF_A_DATASET})


def _sections(t: Language, dataset: str) -> None:
    titles = {name: t(f"data_catalogue.sections.{name}") for name in SECTIONS}
    draw_sections(t, titles, lambda name: _SECTIONS[name](t, dataset))
