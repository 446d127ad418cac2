"""Key figures as one definition list: light, wrapping on phones, read in order by a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from components.i18n import Language
from components.views.cards.drawn import note_figures


@dataclass(frozen=True)
class Metric:
    """One key figure, everything already written in the reader's language.

    change: its change on the year before; note: a word on the figure; help: what it counts.
    """

    label: str
    value: str
    change: str | None = None
    note: str = ""
    help: str | None = None


def draw_metrics(t: Language, metrics: Sequence[Metric], key: str) -> None:
    """Draw the figures side by side on a desk, two by two on a phone, and offer what they mean."""
    note_figures(key, [(metric.label, metric.value, _below(metric)) for metric in metrics])
    st.html(f'<dl class="figures">{"".join(_figure(metric) for metric in metrics)}</dl>')
    explained = [metric for metric in metrics if metric.help]
    if explained:
        with st.popover(t("cards.meaning"), type="tertiary", icon=":material/help:", key=f"meaning.{key}"):
            for metric in explained:
                st.markdown(f"**{metric.label}.** {metric.help}")


def _figure(metric: Metric) -> str:
    below = _below(metric)
    extra = f'<dd class="below">{escape(below)}</dd>' if below else ""
    return f"<div><dt>{escape(metric.label)}</dt><dd>{escape(metric.value)}</dd>{extra}</div>"


def _below(metric: Metric) -> str:
    return " · ".join(part for part in (metric.change, metric.note) if part)
