"""Studies of business processes that begin or end in a country; nothing is shown until there are some."""

from __future__ import annotations

import streamlit as st

from components import loaders
from components.i18n import Language
from components.links import draw_link
from components.markup import plain
from components.views.country.choice import Choice
from data.catalog.process import Process

_PAGE = "business_processes"


def touching(area: str) -> tuple[Process, ...]:
    """The studies of which the country is the exporter or the importer; none before the page is built."""
    built = {page.file for group in loaders.catalog().app.navigation for page in group.pages if page.built}
    if _PAGE not in built:
        return ()
    known = loaders.studies().found
    return tuple(one for one in known.values() if area in (one.exporter, one.importer))


def draw_processes(t: Language, choice: Choice) -> None:
    """Draw a link to each study with its summary."""
    names = loaders.country_names(t.code)
    st.markdown(t("country.processes.lead"))
    for one in touching(choice.area):
        with st.container(border=True, gap=None, key=f"country-process-{one.id}"):
            title = str(getattr(one.title, t.code))
            ends = {"exporter": names[one.exporter], "importer": names[one.importer]}
            label = plain(t("country.processes.open", title=title, **ends))
            draw_link(t, _PAGE, label, {"process": one.id}, icon=":material/arrow_forward:")
            st.caption(plain(str(getattr(one.summary, t.code))))
