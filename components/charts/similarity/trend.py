"""Means within and between the regions, or levels of the regions, year by year."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.keys import code_key
from components.charts.sealing import chart_builder
from components.charts.theme import palette, region_color

SERIES = ("east_asia", "latin_america", "between")
_DASHES = {"east_asia": [1, 0], "latin_america": [6, 2], "between": [2, 2]}


@chart_builder("year", "series", "value", "pairs", *SERIES)
def build_trend_chart(
    *,
    language: str,
    theme: str,
    labels: Mapping[str, str],
    series: tuple[str, ...] = SERIES,
    percent: bool = True,
    height: int = 300,
) -> alt.TopLevelMixin:
    """One line per series from 0 to 1, told apart by colour and dash.

    Frame columns: year (number), series (one of SERIES), value, series_text, value_text, count_text.
    `percent`: write the axis in per cent.
    """
    c = palette(theme)
    shown = {"between": c.slate} | {code: region_color(code, theme) for code in SERIES[:2]}
    key = code_key({code: labels[code] for code in series}, symbolType="stroke", symbolSize=300, narrow=1)
    x = alt.X(
        "year:Q",
        scale=alt.Scale(nice=False, zero=False),
        axis=alt.Axis(title=None, format="d", tickCount=6, grid=False),
    )
    y = alt.Y(
        "value:Q",
        scale=alt.Scale(domain=[0, 1], nice=False),
        axis=alt.Axis(title=None, format=".0%" if percent else ".1f", tickCount=5),
    )
    color = alt.Color(
        "series:N", scale=alt.Scale(domain=list(series), range=[shown[code] for code in series]), legend=key
    )
    dash = alt.StrokeDash(
        "series:N", scale=alt.Scale(domain=list(series), range=[_DASHES[code] for code in series]), legend=key
    )
    lines = (
        alt.Chart()
        .mark_line(strokeWidth=2.2, interpolate="step-after", tooltip=None)
        .encode(x=x, y=y, color=color, strokeDash=dash)
    )
    dots = (
        alt.Chart()
        .mark_point(filled=True, size=30, opacity=1)
        .encode(
            x=x,
            y=y,
            color=color,
            tooltip=[
                alt.Tooltip("year:Q", title=labels["year"], format="d"),
                alt.Tooltip("series_text:N", title=labels["series"]),
                alt.Tooltip("value_text:N", title=labels["value"]),
                alt.Tooltip("count_text:N", title=labels["pairs"]),
            ],
        )
    )
    return alt.layer(lines, dots).properties(height=height)
