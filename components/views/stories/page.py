"""The page: the stories, one story with its slides, a story of one's own, or the presenter's screens."""

from __future__ import annotations

import streamlit as st

from components import state
from components.faults import guarded
from components.i18n import Language
from components.markup import plain
from components.views.stories import choice as choices
from components.views.stories.library import draw_library
from components.views.stories.own import draw_own
from components.views.stories.packed import KEY
from components.views.stories.present import draw_notes, draw_screen
from components.views.stories.told import draw_told
from data.catalog import CatalogError


def draw_stories(t: Language) -> None:
    """Draw the page."""
    try:
        telling = choices.read(t)
    except CatalogError as fault:
        if fault.file != KEY:
            raise
        st.title(t("stories.title"))
        st.error(t("stories.fault.no_story", fault=plain(str(fault))), icon=":material/error:")
        telling = None
        state.write(mine=None, story=None)
    if telling and telling.mode != "list" and not telling.asks:
        (draw_notes if telling.mode == "notes" else draw_screen)(t, telling)
        return
    if telling:
        draw_told(t, telling)
        return
    draw_library(t)
    with guarded(t):
        draw_own(t)
