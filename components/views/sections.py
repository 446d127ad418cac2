"""The sections of a page as tabs, named by `section` in the URL; only the open one is computed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from components import state
from components.faults import guarded
from components.i18n import Language


def draw_sections(t: Language, titles: Mapping[str, str], draw: Callable[[str], None]) -> None:
    """One tab per section: `titles` is code -> title in order, `draw` draws the section of a code.

    The first section is the usual one and is left out of the URL.
    """
    names = list(titles)
    codes = {title: name for name, title in titles.items()}

    def to_url(title: object) -> str | None:
        name = codes.get(str(title), names[0])
        return None if name == names[0] else name

    current = state.one("section", names, names[0])
    tabs = st.tabs(list(codes), **state.bound("section", titles[current], to_url))
    for tab, name in zip(tabs, names, strict=True):
        if tab.open:
            with tab, guarded(t):
                draw(name)
