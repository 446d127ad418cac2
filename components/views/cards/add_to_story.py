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
    if st.button(t("cards.add_view"), icon=":material/add_to_queue:", key=f"story.{card.key}"):
        if story_draft.add_here(card.key, card.title):
            st.toast(t("cards.view_added", count=t.number(story_draft.count())), icon=":material/check:")
        else:
            st.toast(t("cards.story_full", count=t.number(story_draft.count())), icon=":material/info:")
