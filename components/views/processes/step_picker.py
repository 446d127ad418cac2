"""The list from which a step is chosen; the same step is marked in every picture."""

from __future__ import annotations

import streamlit as st

from components import state
from components.i18n import Language
from components.views.processes import known, words
from components.views.processes.choice import Choice


def draw_step_picker(t: Language, choice: Choice, place: str) -> None:
    """Draw the list of steps in their order, and the whole process as the first choice."""
    numbers = known.numbers(choice.process, choice.variant)
    options = ["", *sorted(numbers, key=numbers.__getitem__)]
    st.selectbox(
        t("processes.step"),
        options,
        format_func=lambda name: (
            words.step(t, choice.process, choice.variant, name) if name else t("processes.no_step")
        ),
        width=420,
        **state.tie(
            f"url.step.{place}",
            "step",
            choice.step if choice.step in numbers else "",
            lambda name: str(name) or None,
        ),
    )
