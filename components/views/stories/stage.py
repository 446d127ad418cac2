"""The desk under a slide: keys, clicker and buttons, progress, clock, and step with the other window."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from components import state
from components.charts.theme import palette
from components.i18n import Language
from components.views.stories.choice import LOOKS, YES, Telling, title_of

_KEY = "story-desk"
# The last thing asked at the desk that was done: until it is, the desk counts from where it will be.
_STEP = "story.step"
_FOLDER = Path(__file__).parent


def draw_desk(
    t: Language, telling: Telling, acts: tuple[str, ...], notes: str = "", clock: bool = False
) -> None:
    """Draw the desk with these buttons; `notes` is the address of the speaker's window."""
    _desk()(
        key=_KEY,
        data={
            "story": f"{telling.story}-{telling.country}-{telling.packed[:40]}",
            "slide": telling.slide,
            "slides": len(telling.slides),
            "step": st.session_state.get(_STEP, 0),
            "number": t("stories.number", slide=telling.slide, slides=len(telling.slides)),
            "said": title_of(t, telling.now, telling.country),
            "labels": {name: t(f"stories.desk.{name}") for name in ("back", "next", *acts)},
            "notes": notes,
            "clock": clock,
            "asks": telling.mode == "notes",
            "language": t.code,
        },
        on_ask_change=lambda: _obey(telling),
    )


def _obey(telling: Telling) -> None:
    """Do what was asked at the desk; what comes from the browser is checked like any address."""
    asked: dict[str, Any] = getattr(st.session_state.get(_KEY), "ask", None) or {}
    act, slide = asked.get("act"), asked.get("slide")
    st.session_state[_STEP] = asked.get("step", 0)
    if act == "move" and isinstance(slide, int | float) and 1 <= slide <= len(telling.slides):
        state.write(slide=str(int(slide)), qr=None)
    elif act == "leave":
        state.write(present=None, notes=None, qr=None, look=None)
    elif act == "look":
        state.write(look=LOOKS[telling.look == LOOKS[0]])
    elif act == "qr":
        state.write(qr=None if telling.qr else YES)


@cache
def _script() -> tuple[str, ...]:
    return tuple((_FOLDER / f"stage.{kind}").read_text(encoding="utf-8") for kind in ("html", "css", "js"))


def _desk() -> ComponentRenderer:
    """The component, registered once per process; again where the registry was emptied."""
    html, css, js = _script()
    return st.components.v2.component("story_desk", html=html, css=css, js=js, isolate_styles=False)


def draw_style(look: str) -> None:
    """The rules for the whole screen in a theme of its own: our keys alone, over everything else."""
    st.html(_style(look))


@cache
def _style(look: str) -> str:
    colors = palette(look)
    named = {"ground": colors.background, "text": colors.text, "muted": colors.muted}
    values = "".join(f"--stage-{name}:{color};" for name, color in named.items())
    rules = (_FOLDER / "screen.css").read_text(encoding="utf-8")
    return f"<style>:root{{{values}color-scheme:{look}}}{rules}</style>"
