"""The foot of every page: version, date of the data, licences, the map disclaimer, the way to the methods."""

from __future__ import annotations

import streamlit as st

from components import loaders
from components.i18n import Language
from components.links import draw_link
from data.catalog import App, CatalogError

_SPEAK = "<script>document.documentElement.lang = '{language}'</script>"


def draw(t: Language) -> None:
    """Draw the footer; it needs nothing but the description of the app, and lives without it."""
    app = _app()
    st.divider()
    with st.container(key="footer"):
        st.caption(t("frame.map_disclaimer"))
        if app:
            until, licence = t.period(app.data_span.end), app.code_licence.name
            st.caption(t("frame.footer", version=app.version, until=until, licence=licence))
        draw_link(t, "methods", t("frame.to_methods"))
        # Streamlit's page says that it is in English, and screen readers would read it so.
        st.html(_SPEAK.format(language=t.code), unsafe_allow_javascript=True)


def _app() -> App | None:
    try:
        return loaders.catalog().app
    except CatalogError:  # the navigation has logged it
        return None
