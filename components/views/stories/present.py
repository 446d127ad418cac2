"""The screen of a presenter: one slide over everything, large, light or dark, and the speaker's window."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import state
from components.i18n import Language
from components.views.stories.choice import YES, Telling, country_name, title_of
from components.views.stories.qr import address_of, qr_address
from components.views.stories.slide import draw_slide
from components.views.stories.stage import draw_desk, draw_style
from data.catalog.story import View

_SCREEN = ("full", "notes", "look", "qr", "leave")
_NOTES = ("look", "leave")


def draw_screen(t: Language, telling: Telling) -> None:
    """Draw the slide for the room."""
    draw_style(telling.look)
    with st.container(key="stage"):
        with st.container(key="stage-head"):
            _head(t, telling)
        if telling.qr and isinstance(telling.now, View):
            _large_qr(t, telling.now)
        else:
            with st.container(key="stage-picture"):
                draw_slide(t, telling.now, telling.look, "now")
        with st.container(key="stage-foot"):
            draw_desk(t, telling, _SCREEN, notes=notes_address(t, telling))


def draw_notes(t: Language, telling: Telling) -> None:
    """Draw what the speaker sees: notes of this slide, the next one, time, the same desk."""
    draw_style(telling.look)
    with st.container(key="stage"):
        with st.container(key="stage-head"):
            st.html(f'<div class="slide-head"><h1>{escape(_title(t, telling))}</h1></div>')
        notes, following = st.columns([3, 2], gap="large")
        with notes:
            st.html(
                f'<div class="speaker">{escape(_words(t, telling, "notes") or t("stories.no_notes"))}</div>'
            )
        with following:
            _next(t, telling)
        with st.container(key="stage-foot"):
            draw_desk(t, telling, _NOTES, clock=True)


def notes_address(t: Language, telling: Telling) -> str:
    """The address of the speaker's window; empty where the story is only in this session."""
    if telling.story == "own" and not telling.packed:
        return ""
    return state.link("stories", lang=t.code, present=None, qr=None, notes=YES, slide=str(telling.slide))


def _head(t: Language, telling: Telling) -> None:
    message = _words(t, telling, "message")
    code = ""
    if isinstance(telling.now, View):
        picture, about = qr_address(address_of(t, telling.now)), t("stories.qr_alt")
        code = f'<img class="qr" src="{escape(picture)}" alt="{escape(about)}">'
    st.html(
        f'<div class="slide-head"><div><h1>{escape(_title(t, telling))}</h1><p>{escape(message)}</p></div>'
        f"{'' if telling.qr else code}</div>"
    )


def _large_qr(t: Language, view: View) -> None:
    address = address_of(t, view)
    st.html(
        f'<div class="large-qr"><img src="{escape(qr_address(address))}" alt="{escape(t("stories.qr_alt"))}">'
        f"<p>{escape(t('stories.qr_help'))}</p><p>{escape(address)}</p></div>"
    )


def _next(t: Language, telling: Telling) -> None:
    if telling.next is None:
        st.html(f'<div class="slide-next"><h2>{escape(t("stories.last"))}</h2></div>')
        return
    message = ""
    if isinstance(telling.next, View):
        message = telling.next.message.said(t.code, country_name(t, telling.country))
    st.html(
        f'<div class="slide-next"><h2>{escape(t("stories.next"))}</h2>'
        f"<h3>{escape(title_of(t, telling.next, telling.country))}</h3><p>{escape(message)}</p></div>"
    )
    draw_slide(t, telling.next, telling.look, "next")


def _title(t: Language, telling: Telling) -> str:
    return title_of(t, telling.now, telling.country)


def _words(t: Language, telling: Telling, name: str) -> str:
    if not isinstance(telling.now, View):
        return ""
    return str(getattr(telling.now, name).said(t.code, country_name(t, telling.country)))
