"""The stories that come with the explorer, each with what it says and how long it takes."""

from __future__ import annotations

import streamlit as st

from components.i18n import Language
from components.links import draw_link
from components.markup import plain
from components.views.stories.choice import country_name
from data.catalog.story_loading import load_stories


def draw_library(t: Language) -> None:
    """Draw title, lead and one box per story."""
    st.title(t("stories.title"))
    st.markdown(t("stories.lead"))
    stories = list(load_stories().values())
    for start in range(0, len(stories), 2):
        for column, story in zip(st.columns(2, gap="medium"), stories[start : start + 2], strict=False):
            with column.container(border=True, height="stretch", key=f"story-{story.id}"):
                name = country_name(t, "")
                st.markdown(f"#### {plain(story.title.said(t.code, name))}")
                st.markdown(plain(story.lead.said(t.code, name)))
                count = t.number(len(story.views))
                st.caption(
                    t("stories.about", slides=count, minutes=story.minutes)
                    if story.minutes
                    else t("stories.about_slides", slides=count)
                )
                draw_link(
                    t, "stories", t("stories.open"), {"story": story.id}, icon=":material/arrow_forward:"
                )
