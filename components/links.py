"""Ways from one page to another, in the reader's language, that also work where a page runs alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError

from components.i18n import Language

Query = Mapping[str, str | Sequence[str]]


def draw_link(
    t: Language, page: str, label: str, query: Query | None = None, icon: str | None = None
) -> None:
    """A link to a view: `page` (stem of its file) with `query`; the language goes along."""
    values = {"lang": t.code, **(query or {})}
    try:
        st.page_link(f"pages/{page}.py", label=label, icon=icon, query_params=values)  # type: ignore[arg-type]
    except StreamlitPageNotFoundError:  # a page that runs without Home.py knows no other page
        st.link_button(label, f"{page}?{urlencode(values, doseq=True)}", icon=icon, type="tertiary")
