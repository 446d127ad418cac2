"""The three sentences of a profile, side by side, each with the way to the rows behind it."""

from __future__ import annotations

import streamlit as st

from components.i18n import Language
from components.links import draw_link
from components.markup import plain
from components.views.country import known
from components.views.country.choice import Choice

_ARROW = ":material/arrow_forward:"


def draw_sentences(t: Language, choice: Choice) -> None:
    """Draw the sentences and who the peers are."""
    brief = known.brief(t, choice)
    for number, (column, said) in enumerate(zip(st.columns(3, gap="small"), brief.sentences, strict=True)):
        with column.container(border=True, height="stretch", key=f"sentence-{number}"):
            st.markdown(f"##### {plain(said.title)}")
            st.markdown(plain(said.text))
            if said.page:
                draw_link(t, said.page, said.link, said.query, icon=_ARROW)
    st.caption(plain(brief.peers))
