"""Reforms ranked by how much closer they bring a country, with the way each goes."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.correlation.names import long_names
from components.charts.keys import ON_PHONE
from components.charts.sealing import chart_builder
from components.charts.theme import palette

_ROW = 30


@chart_builder("reform", "way", "gain", "helped", "hurt", "level_change")
def build_reforms_chart(
    *,
    language: str,
    theme: str,
    labels: Mapping[str, str],
    rows: int,
    ends: tuple[float, float],
    gains_only: bool = False,
) -> alt.TopLevelMixin:
    """A bar per reform, the way it goes written at its end.

    Frame columns, in display order: label, value (percentage points), value_text, way_text (old to new) and,
    unless `gains_only`, helped_text, hurt_text, level_text. `ends`: of the axis, with room for the words.
    """
    c = palette(theme)
    y = alt.Y("label:N", sort=None, axis=long_names())
    x = alt.X(
        "value:Q",
        scale=alt.Scale(domain=list(ends), nice=False),
        axis=alt.Axis(title=labels["gain"], orient="top", tickCount=4, titleLimit=260),
    )
    tooltip = [
        alt.Tooltip("label:N", title=labels["reform"]),
        alt.Tooltip("way_text:N", title=labels["way"]),
        alt.Tooltip("value_text:N", title=labels["gain"]),
    ]
    if not gains_only:
        tooltip += [
            alt.Tooltip("helped_text:N", title=labels["helped"]),
            alt.Tooltip("hurt_text:N", title=labels["hurt"]),
            alt.Tooltip("level_text:N", title=labels["level_change"]),
        ]
    bars = (
        alt.Chart()
        .mark_bar(height={"band": 0.62})
        .encode(
            x=x,
            y=y,
            color=alt.condition("datum.value<0", alt.value(c.negative), alt.value(c.positive)),
            tooltip=tooltip,
        )
    )
    ways = (
        alt.Chart()
        .mark_text(
            align=alt.ExprRef("datum.value<0?'right':'left'"), dx=alt.ExprRef("datum.value<0?-6:6"),
            color=c.text, tooltip=None, opacity=alt.ExprRef(f"{ON_PHONE}?0:1"), limit=190,
        )
        .encode(x=x, y=y, text="way_text:N")
    )  # fmt: skip
    return alt.layer(bars, ways).properties(height=50 + _ROW * max(rows, 1))
