"""The brief of a country on paper and as slides, made when asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import streamlit as st

from components import state
from components.export.brief import Brief
from components.export.country_file import country_file
from components.export.document import pdf_of
from components.export.slides import slides_of
from components.i18n import Language
from components.views.cards import offer_brief
from components.views.country import known
from components.views.country.choice import Choice

_XML = "application/vnd.openxmlformats-officedocument"
# Kind of file: ending, type, who writes it.
_KINDS: Mapping[str, tuple[str, str, Callable[[Brief], bytes]]] = {
    "brief": ("pdf", "application/pdf", pdf_of),
    "slides": ("pptx", f"{_XML}.presentationml.presentation", slides_of),
}


def draw_take_away(t: Language, choice: Choice) -> None:
    """Draw a button for each kind of file."""
    # The address is fixed now: the file is made later, outside the page's run.
    url = state.address()
    for kind, (ending, mime, write) in _KINDS.items():
        st.download_button(
            t(f"takeaway.country_{kind}"),
            lambda write=write: write(brief_of_country(t, choice, url)),  # type: ignore[misc]
            file_name=f"{choice.area}-{t.code}.{ending}",
            mime=mime,
            icon=":material/download:",
            on_click="ignore",
            key=f"country.{kind}",
        )


def offer(t: Language, choice: Choice) -> None:
    """Let the menu of the page make the same."""
    offer_brief(lambda url: brief_of_country(t, choice, url))


def brief_of_country(t: Language, choice: Choice, url: str) -> Brief:
    """The brief of the country that is shown, with its peers as they were chosen."""
    site = url.split("?")[0].rpartition("/")[0]
    today = datetime.now(UTC).date().isoformat()
    return country_file(t, known.desk(), known.summary(choice), created=today, site=site, url=url)
