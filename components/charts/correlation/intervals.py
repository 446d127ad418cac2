"""Coefficients of many determinants as dots with their intervals, in the order of the frame."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.bars import bar_height
from components.charts.correlation.names import long_names
from components.charts.sealing import chart_builder
from components.charts.theme import palette


@chart_builder("determinant", "coefficient", "interval_95", "without_one", "countries_known", "note")
def build_coefficients_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int
) -> alt.TopLevelMixin:
    """One row per determinant: dot, thin 95 % interval, thick range when one country is left out.

    Frame columns: label, value, low, high, without_low, without_high, plain (false: by construction, drawn
    hollow), value_text, interval_text, without_text, n_text, note_text. An interval that holds zero is faint.
    """
    c = palette(theme)
    y = alt.Y("label:N", sort=None, axis=long_names())
    scale = alt.Scale(domain=[-1, 1], nice=False)
    axis = alt.Axis(title=labels["coefficient"], values=[-1, -0.5, 0, 0.5, 1], format="+.1f", orient="top")
    sure = alt.condition("datum.low*datum.high>0", alt.value(1), alt.value(0.45))
    color = alt.condition("datum.value<0", alt.value(c.negative), alt.value(c.positive))
    zero = alt.Chart().mark_rule(color=c.axis, tooltip=None).encode(x=alt.datum(0, scale=scale))
    whole = (
        alt.Chart()
        .mark_rule(strokeWidth=1.4, tooltip=None)
        .encode(x=alt.X("low:Q", scale=scale, axis=axis), x2="high:Q", y=y, color=color, opacity=sure)
    )
    robust = (
        alt.Chart()
        .mark_rule(strokeWidth=5, tooltip=None)
        .encode(x=alt.X("without_low:Q", scale=scale), x2="without_high:Q", y=y, color=color, opacity=sure)
    )
    dots = (
        alt.Chart()
        .mark_point(size=75, strokeWidth=1.8, opacity=1)
        .encode(
            x=alt.X("value:Q", scale=scale),
            y=y,
            stroke=color,
            fill=alt.value(c.background),
            tooltip=[
                alt.Tooltip("label:N", title=labels["determinant"]),
                alt.Tooltip("value_text:N", title=labels["coefficient"]),
                alt.Tooltip("interval_text:N", title=labels["interval_95"]),
                alt.Tooltip("without_text:N", title=labels["without_one"]),
                alt.Tooltip("n_text:N", title=labels["countries_known"]),
                alt.Tooltip("note_text:N", title=labels["note"]),
            ],
        )
    )
    solid = (
        alt.Chart()
        .transform_filter("datum.plain")
        .mark_point(size=75, filled=True, opacity=1, tooltip=None)
        .encode(x=alt.X("value:Q", scale=scale), y=y, color=color)
    )
    return alt.layer(zero, whole, robust, dots, solid).properties(height=bar_height(rows) + 46)
