"""On the page of a law, a treaty or a support measure: the steps of processes that it touches."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from components import loaders
from components.i18n import Language
from components.links import draw_link
from components.markup import plain
from components.views.processes import known, words
from data.analysis.processes.links import steps_of

_PAGE = "business_processes"


def draw_touched(t: Language, kind: Literal["rule", "policy", "marketplace"], identifier: str) -> None:
    """Draw a link to each step that `identifier` touches; nothing where there is none."""
    if _PAGE not in {page.file for page in loaders.catalog().app.built_pages}:
        return
    rows = steps_of(known.linked(), kind, identifier)
    # A step of the as-is is named there; only what the to-be alone touches leads to the to-be.
    rows = rows.drop_duplicates(["process", "step"])
    if rows.empty:
        return
    st.markdown(f"#### {plain(t('processes.touched'))}")
    for row in rows.itertuples(index=False):
        process, variant, step = str(row.process), str(row.variant), str(row.step)
        if step not in known.steps(process, variant):
            variant = "as_is"
        if step not in known.steps(process, variant):
            continue
        said = t(
            "processes.touched_step",
            step=words.said(t, known.steps(process, variant)[step].name),
            title=words.title(t, process),
            variant=t.code_label("process_variant", variant),
        )
        draw_link(t, _PAGE, plain(said), {"process": process, "variant": variant, "step": step})
