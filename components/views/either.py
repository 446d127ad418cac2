"""One answer out of a few, or all: the buttons of a filter that has a handful of codes."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components import state
from components.i18n import Language

_ALL = "all"


def draw_either(
    t: Language, key: str, options: Sequence[str], current: tuple[str, ...], place: str = "more"
) -> None:
    """Buttons for `options` and for all of them; `place` tells apart several that share the URL key."""
    st.segmented_control(
        t(f"filters.{key}"),
        (_ALL, *options),
        format_func=lambda code: t("filters.all") if code == _ALL else t.code_label(key, code),
        required=True,
        **state.tie(
            f"url.{key}.{place}",
            key,
            current[0] if current else _ALL,
            lambda code: None if code == _ALL else str(code),
        ),
    )
