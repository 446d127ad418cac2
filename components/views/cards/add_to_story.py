"""The button of a card that puts its view into the reader's own story."""

from __future__ import annotations

import streamlit as st

from components import state, story_draft
from components.i18n import Language
from components.views.cards.card import Card


def draw_add_to_story(t: Language, card: Card) -> None:
    """Draw the button; it says how many views the story then has, or that no more fit."""
    if not state.page():
        return
    full = story_draft.full()
    clicked = st.button(
        t("cards.add_view"),
        icon=":material/add_to_queue:",
        key=f"story.{card.key}",
        on_click=story_draft.add_here,
        args=(card.key, card.title),
    )
    if clicked:
        said = t("cards.story_full" if full else "cards.view_added", count=t.number(story_draft.count()))
        st.toast(said, icon=":material/info:" if full else ":material/check:")
