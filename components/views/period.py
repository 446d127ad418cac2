"""The period shown: typed from and to, or moved on a slider; all write the same part of the URL."""

from __future__ import annotations

import streamlit as st

from components import state
from components.i18n import Language
from components.views.choice import Choice, months


def draw_period(t: Language, choice: Choice, place: str) -> None:
    """Typed from and to; `place` tells apart the several that share the URL's `period`."""
    span, known = (choice.start, choice.end), months()
    with st.container(horizontal=True, gap="small"):
        for name, position in (("from", 0), ("to", 1)):
            other = span[1 - position]
            st.selectbox(
                t(f"filters.{name}"),
                known,
                format_func=t.period,
                **state.tie(
                    f"url.period.{place}.{name}",
                    "period",
                    span[position],
                    lambda month, other=other: _to_url(str(month), other),
                ),
            )


def draw_period_slider(t: Language, choice: Choice) -> None:
    """The same two months as the ends of a slider."""
    st.select_slider(
        t("explorer.development.slider"),
        months(),
        # The session holds the value; two months here tell Streamlit to read two back.
        (choice.start, choice.end),
        format_func=t.period,
        label_visibility="collapsed",
        **state.tie("url.period.slider", "period", (choice.start, choice.end), lambda span: _to_url(*span)),  # type: ignore[misc]
    )


def _to_url(start: str, end: str) -> str | None:
    known, (first, last) = months(), sorted((start, end))
    return None if (first, last) == (known[0], known[-1]) else f"{first}:{last}"
