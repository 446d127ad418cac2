"""A story of one's own: views added from cards, put in order, named, shared by address or as a file."""

from __future__ import annotations

import streamlit as st

from components import state, story_draft
from components.i18n import Language
from components.markup import plain
from components.views.stories.choice import OWN
from components.views.stories.packed import KEY, fits, pack
from data.catalog import CatalogError
from data.catalog.story import LONGEST
from data.catalog.story_loading import Broken, own_story, own_yaml, read_own

_TITLE = 120
_OPENED = "story.opened"


def draw_own(t: Language) -> None:
    """Draw the section: how it works, the views in their order, the ways to share and keep it."""
    st.subheader(t("stories.own.title"), anchor="own")
    st.markdown(t("stories.own.lead"))
    _say_opened(t)
    content = story_draft.content()
    if content["views"]:
        st.text_input(
            t("stories.own.name"),
            value=content["title"],
            max_chars=_TITLE,
            key="story.title",
            on_change=lambda: story_draft.name(st.session_state["story.title"]),
        )
        for at in range(len(content["views"])):
            _view(t, at)
        _ways(t)
    st.file_uploader(
        t("stories.own.open"),
        type=["yml", "yaml"],
        max_upload_size=1,
        key="story.file",
        on_change=_open,
    )


def _view(t: Language, at: int) -> None:
    view, last = story_draft.content()["views"][at], story_draft.count() - 1
    with st.container(border=True, key=f"own-view-{at}"):
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key=f"own-row-{at}"):
            title = str(view.get("title") or "")
            st.markdown(
                plain(t("stories.numbered", number=at + 1, title=title or t("stories.fault.untitled"))),
                width="stretch",
            )
            moves = (("up", -1, at == 0, "arrow_upward"), ("down", 1, at == last, "arrow_downward"))
            for name, by, off, icon in moves:
                st.button(
                    t(f"stories.own.{name}"),
                    icon=f":material/{icon}:",
                    disabled=off,
                    key=f"own.{name}.{at}",
                    on_click=story_draft.move,
                    args=(at, by),
                )
            st.button(
                t("stories.own.remove"),
                icon=":material/delete:",
                key=f"own.remove.{at}",
                on_click=story_draft.remove,
                args=(at,),
            )
        with st.expander(t("stories.own.words"), key=f"own.words.{at}"):
            for name, limit in (("title", _TITLE), ("message", 300), ("notes", LONGEST)):
                _words(t, at, name, limit)


def _words(t: Language, at: int, name: str, limit: int) -> None:
    held = story_draft.content()["views"][at].get(name, "")
    if not isinstance(held, str):  # a file may say it in three languages: those are changed in the file
        st.caption(t("stories.own.in_languages"))
        return
    key = f"own.{name}.text.{at}"
    if st.session_state.get(key) != held:
        st.session_state[key] = held
    draw = st.text_area if name == "notes" else st.text_input
    draw(
        t(f"stories.own.fields.{name}"),
        max_chars=limit,
        key=key,
        on_change=lambda: story_draft.write(at, **{name: st.session_state[key]}),
    )


def _ways(t: Language) -> None:
    """Tell it, share it by address, keep it as a file."""
    content = story_draft.content()
    packed = pack(content)
    with st.container(horizontal=True, gap="small", key="own-ways"):
        shown = {KEY: packed} if fits(packed) else {"story": OWN}
        st.button(
            t("stories.own.show"),
            type="primary",
            icon=":material/slideshow:",
            on_click=state.write,
            kwargs=shown,
        )
        st.download_button(
            t("stories.own.save"),
            own_yaml(own_story(content, KEY)),
            file_name="story.yml",
            mime="application/yaml",
            icon=":material/download:",
            key="own.save",
            on_click="ignore",
        )
        st.button(
            t("stories.own.clear"),
            icon=":material/delete_sweep:",
            on_click=story_draft.replace,
            args=({},),
        )
    if fits(packed):
        st.caption(t("stories.own.address"))
        base = str(st.context.url or "").split("?")[0]
        st.code(f"{base}?{KEY}={packed}", language=None, wrap_lines=True)
    else:
        st.info(t("stories.own.too_long", count=t.number(story_draft.count())), icon=":material/info:")


def _open() -> None:
    """Take over the story of an uploaded file; what is wrong with it is told on the next run."""
    file = st.session_state.get("story.file")
    if file is None:
        return
    try:
        text = file.getvalue().decode("utf-8")
        content, story = read_own(text, file.name[:60])
        story_draft.replace(content)
        faults = [str(view.fault) for view in story.views if isinstance(view, Broken)]
        st.session_state[_OPENED] = (len(story.views), faults, "")
    except UnicodeDecodeError:
        st.session_state[_OPENED] = (0, [], f"{file.name[:60]}: expected UTF-8 text")
    except CatalogError as fault:
        st.session_state[_OPENED] = (0, [], str(fault))


def _say_opened(t: Language) -> None:
    """What became of the file that was opened last."""
    opened = st.session_state.pop(_OPENED, None)
    if opened is None:
        return
    count, faults, refused = opened
    if refused:
        st.error(t("stories.fault.no_story", fault=plain(refused)), icon=":material/error:")
        return
    st.success(t("stories.own.opened", count=t.number(count)), icon=":material/check:")
    for fault in faults:
        st.warning(t("stories.fault.view", fault=plain(fault)), icon=":material/info:")
