"""A profile as one page to print: sentences, figures and tables in a file without scripts."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from components import state
from components.export.printed import write_page
from components.i18n import Language
from components.views.cards.source_note import citations, licence_line
from components.views.country import known
from components.views.country.choice import Choice


def draw_printed(t: Language, choice: Choice) -> None:
    """Draw the button; the file is made when it is asked for."""
    url = state.address()
    st.download_button(
        t("country.print"),
        lambda: printed_profile(t, choice, url),
        file_name=f"{choice.area}-{t.code}.html",
        mime="text/html",
        icon=":material/print:",
        on_click="ignore",
        key="country.print",
    )


def printed_profile(t: Language, choice: Choice, url: str) -> bytes:
    """The page: who it is, the sentences, what is estimated, figures, tables, and what it rests on."""
    brief = known.brief(t, choice)
    facts = [
        (t("export.sources"), " ".join(citations(brief.datasets))),
        (t("export.licence"), licence_line(t, brief.datasets)),
        (t("export.created"), t.day(datetime.now(UTC).date().isoformat())),
        (t("export.url"), url),
    ]
    said = [t("country.said", title=one.title, text=one.text) for one in brief.sentences]
    lead = [brief.facts, *said, brief.peers, brief.estimate]
    parts = [brief.figures, brief.coverage, *brief.parts]
    return write_page(brief.question, lead, parts, facts, t.code)
