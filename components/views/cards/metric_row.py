"""A row of key figures, each with its change and a word on how it was counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st


@dataclass(frozen=True)
class Metric:
    """One key figure, everything already written in the reader's language."""

    label: str
    value: str
    change: str | None = None
    help: str | None = None
    note: str = ""


def draw_metrics(metrics: Sequence[Metric], key: str) -> None:
    """Draw the figures side by side on a desk, two by two on a phone."""
    with st.container(horizontal=True, key=f"metrics-{key}", gap="small"):
        for metric in metrics:
            st.metric(
                metric.label,
                metric.value,
                delta=metric.change,
                delta_color="off",
                delta_arrow="off",
                delta_description=metric.note or None,
                help=metric.help,
                border=True,
                width="stretch",
            )
