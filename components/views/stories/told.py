"""One story before it is told: what it says, its country, its slides, and the way to the room."""

from __future__ import annotations

import streamlit as st

from components import loaders, state, story_draft
from components.i18n import Language
from components.links import draw_link
from components.markup import plain
from components.views.cards import draw_empty
from components.views.stories import story_deck
from components.views.stories.choice import OWN, YES, Telling, country_name, title_of
from components.views.stories.packed import KEY, unpack
from components.views.stories.present import notes_address
from components.views.stories.slide import draw_slide
from components.views.stories.stage import draw_style
from data.catalog.story import View
from data.catalog.story_loading import Broken, load_stories


def draw_told(t: Language, telling: Telling) -> None:
    """Draw the story as a page to look through."""
    draw_link(t, "stories", t("stories.back"), icon=":material/arrow_back:")
    st.title(plain(telling.title))
    if telling.story != OWN:
        lead = load_stories()[telling.story].lead
        st.markdown(plain(lead.said(t.code, country_name(t, telling.country))))
    if telling.takes_country:
        _pick_country(t, telling)
    if telling.asks:
        draw_empty(t, t("stories.choose_country"))
        return
    story_deck.offer(t, telling)
    _ways(t, telling)
    broken = [slide for slide in telling.slides if isinstance(slide, Broken)]
    if broken:
        st.warning(t("stories.fault.some_broken", count=len(broken)), icon=":material/info:")
    contents, shown = st.columns([1, 2], gap="medium")
    with contents:
        _contents(t, telling)
    with shown:
        _preview(t, telling)


def _pick_country(t: Language, telling: Telling) -> None:
    names = loaders.country_names(t.code)
    st.selectbox(
        t("columns.country"),
        ["", *sorted(names, key=names.__getitem__)],
        format_func=lambda area: names.get(area, t("stories.choose")),
        width=360,
        **state.bound("country", telling.country, lambda area: str(area) or None),
    )


def _ways(t: Language, telling: Telling) -> None:
    """To the room, to the notes, and for a reader's story to change it."""
    with st.container(horizontal=True, gap="small", key="story-ways"):
        st.button(
            t("stories.present"),
            type="primary",
            icon=":material/slideshow:",
            on_click=state.write,
            kwargs={"present": YES},
        )
        notes = notes_address(t, telling)
        if notes:
            st.link_button(t("stories.notes"), notes, icon=":material/speaker_notes:")
        if telling.story == OWN:
            st.button(
                t("stories.own.change"), icon=":material/edit:", on_click=_change, args=(telling.packed,)
            )
    st.caption(t("stories.keys"))


def _change(packed: str) -> None:
    if packed:
        story_draft.replace(unpack(packed))
    state.write(story=None, slide=None, **{KEY: None})


def _contents(t: Language, telling: Telling) -> None:
    names = [str(number + 1) for number in range(len(telling.slides))]
    titles = [title_of(t, slide, telling.country) for slide in telling.slides]
    st.radio(
        t("stories.slides"),
        names,
        format_func=lambda name: plain(t("stories.numbered", number=name, title=titles[int(name) - 1])),
        **state.bound("slide", str(telling.slide), lambda name: None if name == "1" else str(name)),
    )


def _preview(t: Language, telling: Telling) -> None:
    draw_style(telling.look)
    slide = telling.now
    with st.container(border=True, key="slide-preview"):
        st.markdown(f"#### {plain(title_of(t, slide, telling.country))}")
        if isinstance(slide, View):
            st.markdown(plain(slide.message.said(t.code, country_name(t, telling.country))))
        draw_slide(t, slide, telling.look, "preview")
        if isinstance(slide, View):
            notes = slide.notes.said(t.code, country_name(t, telling.country))
            if notes:
                st.caption(t("stories.notes_of", notes=plain(notes)))
            built = {page.file for page in loaders.catalog().app.built_pages}
            if slide.page in built:
                draw_link(
                    t, slide.page, t("stories.open_view"), slide.values, icon=":material/arrow_forward:"
                )
