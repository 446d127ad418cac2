"""Three doors into the explorer: compare, show, and look up one's own country."""

from __future__ import annotations

import streamlit as st

from components import loaders
from components.i18n import Language
from components.links import draw_link
from components.markup import plain
from data.catalog.story_loading import load_stories

_ARROW = ":material/arrow_forward:"
# Groups of the navigation whose pages compare.
_COMPARING = ("marketplaces", "policy")


def draw_doors(t: Language) -> None:
    """Draw the doors side by side; on a phone one below the other."""
    compare, show, own = st.columns(3, gap="medium")
    with compare.container(border=True, height="stretch"):
        st.markdown(t("overview.doors.compare"))
        for page in _compared():
            draw_link(t, page, t(f"frame.pages.{page}"), icon=_ARROW)
    with show.container(border=True, height="stretch"):
        st.markdown(t("overview.doors.show"))
        for story in load_stories().values():
            title = story.title.said(t.code, t("stories.country"))
            draw_link(t, "stories", plain(title), {"story": story.id}, icon=_ARROW)
    with own.container(border=True, height="stretch"):
        st.markdown(t("overview.doors.own"))
        _country_picker(t)


def _compared() -> list[str]:
    """The pages that compare, in the order of the navigation."""
    groups = loaders.catalog().app.navigation
    return [page.file for group in groups if group.group in _COMPARING for page in group.pages if page.built]


def _country_picker(t: Language) -> None:
    names = loaders.country_names(t.code)
    chosen = st.selectbox(
        t("overview.pick_country"),
        sorted(names, key=names.__getitem__),
        index=None,
        format_func=names.__getitem__,
        placeholder=t("overview.pick_country"),
        label_visibility="collapsed",
        key="overview.country",
    )
    if chosen:
        st.switch_page("pages/country_profile.py", query_params={"lang": t.code, "country": chosen})
