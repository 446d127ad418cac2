"""Measures as short rows that open their page, wherever another part of the page names some."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import pandas as pd
import streamlit as st

from components import state
from components.i18n import Language
from components.markup import plain
from components.views.policies import known


def draw_rows(
    t: Language,
    rows: pd.DataFrame,
    place: str,
    notes: Mapping[str, str] | None = None,
    *,
    brief: bool = False,
) -> None:
    """Draw `rows` of the register in their order; `place` tells apart lists of one page.

    notes: policy_id -> a word beside the facts; brief: without the description.
    """
    for row in rows.to_dict("records"):
        identity = str(row["policy_id"])
        with st.container(border=True, gap=None, key=f"result-{place}-{identity}"):
            draw_opener(t, row, f"{place}.{identity}")  # type: ignore[arg-type]
            st.html(row_body(t, row, (notes or {}).get(identity, ""), brief=brief))  # type: ignore[arg-type]


def draw_opener(t: Language, row: known.Row, key: str) -> None:
    """The name of a measure as the way to its page."""
    st.button(
        plain(known.title(t, row)),
        type="tertiary",
        key=f"open.{key}",
        on_click=state.write,
        kwargs={"policy": str(row["policy_id"])},
    )


def row_body(t: Language, row: known.Row, note: str = "", *, brief: bool = False) -> str:
    """The facts, the trust level and the description of a measure as HTML."""
    facts = (
        known.country(t, row),
        known.said(t, "instrument", row["instrument"]),
        known.said(t, "target_groups", row["target_groups"]),
        known.phase(t, row),
        known.years(t, row),
        note,
    )
    trust = escape(t.code_label("verification", row["verification"]))
    mark = "trusted" if row["verification"] == "sourced" else "doubtful"
    line = escape(" · ".join(filter(None, facts)))
    said = [f'<p class="facts">{line} <span class="{mark}">{trust}</span></p>']
    if not brief:
        said.append(f"<p>{escape(known.description(t, row))}</p>")
    return f'<div class="result">{"".join(said)}</div>'
