"""A register as a page shows it: controls, chips, results, and the way back from an opened record."""

from __future__ import annotations

import streamlit as st

from components import state
from components.i18n import Language
from components.views.register.bar import draw_bar
from components.views.register.chips import draw_chips
from components.views.register.choice import RegisterChoice, read_choice
from components.views.register.definition import Register
from components.views.register.found import Found, find
from components.views.register.results import draw_results


def draw_register(t: Language, register: Register) -> None:
    """Draw search, facets, chips and results as the URL asks."""
    choice = read_choice(register)
    found = find(register, choice, t.code)
    draw_controls(t, register, choice, found)
    draw_results(t, register, choice, found)


def draw_controls(t: Language, register: Register, choice: RegisterChoice, found: Found) -> None:
    """Draw search, facets and chips alone."""
    draw_bar(t, register, choice, found)
    draw_chips(t, register, choice)


def draw_back(t: Language, register: Register) -> None:
    """A way from an opened record back to the results, which are as they were."""
    st.button(
        t("register.back"),
        icon=":material/arrow_back:",
        type="tertiary",
        on_click=state.write,
        kwargs={register.record: None},
        key=f"{register.name}.back",
    )
