"""The foot of every page: version, date of the data, licences, the map disclaimer, the way to the methods."""

from __future__ import annotations

import streamlit as st

from components import loaders
from components.i18n import Language


def draw(t: Language) -> None:
    """Draw the footer; it needs nothing but the app description and the manifest, and lives without either."""
    app = loaders.catalog().app
    st.divider()
    with st.container(key="footer"):
        st.caption(t("frame.map_disclaimer"))
        st.caption(
            t("frame.footer", version=app.version, until=t.period(app.data_span.end), licence=app.code_licence.name)
        )
        st.page_link("pages/methods.py", label=t("frame.to_methods"), query_params={"lang": t.code})
