"""The period shown: typed from and to, or moved on a slider; all write the same part of the URL."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import state
from components.i18n import Language
from components.views.choice import Choice, months


def draw_period(t: Language, choice: Choice, place: str) -> None:
    """Typed from and to; `place` tells apart the several that share the URL's `period`."""
    _end(t, "from", place, choice.start, choice.end)
    _end(t, "to", place, choice.end, choice.start)


def _end(t: Language, name: str, place: str, month: str, other: str) -> None:
    """One end of the period; `other` is the month at the other end."""
    st.selectbox(
        t(f"filters.{name}"),
        months(),
        format_func=t.period,
        width=150,
        **state.tie(
            f"url.period.{place}.{name}", "period", month, lambda chosen: _to_url(str(chosen), other)
        ),
    )


def draw_period_slider(t: Language, choice: Choice) -> None:
    """The same two months as the ends of a slider."""
    span = (choice.start, choice.end)
    widget: dict[str, Any] = state.tie("url.period.slider", "period", span, lambda ends: _to_url(*ends))  # type: ignore[misc]
    st.select_slider(
        t("explorer.development.slider"),
        months(),
        # The session holds the value; two months here tell Streamlit to read two back.
        value=span,
        format_func=t.period,
        label_visibility="collapsed",
        **widget,
    )


def _to_url(start: str, end: str) -> str | None:
    known, (first, last) = months(), sorted((start, end))
    return None if (first, last) == (known[0], known[-1]) else f"{first}:{last}"
