"""A way from one section of the page to another."""

from __future__ import annotations

import streamlit as st

from components import state


def draw_section_link(label: str, section: str, key: str) -> None:
    """A link to a section. A page link would leave the address of the section before in the browser."""
    st.button(
        label,
        icon=":material/arrow_forward:",
        type="tertiary",
        key=f"to.{key}",
        on_click=state.write,
        kwargs={"section": section},
    )
