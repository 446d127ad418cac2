"""Measures of every country by what they are: a cell per country and code, shaded by their number."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.keys import ON_PHONE
from components.charts.policies.axes import column_heads
from components.charts.sealing import chart_builder
from components.charts.theme import palette, steps

# From this number on, more measures make a cell no darker.
MOST = 4
_ROW = 19


@chart_builder("country", "kind_of_measure", "measures", "measures_sourced")
def build_measure_matrix(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int, counts: bool
) -> alt.TopLevelMixin:
    """Heat map of country (rows) by code (columns); an outline alone: nothing there is supported by a page.

    Frame columns (one row per pair, in display order): country (its ISO code and name), head (from
    `head_of`), code_label, measures, sourced, sourced_text. counts: the number is written into each
    cell; else a cell is filled or not.
    """
    c = palette(theme)
    code = "slice(datum.label,0,3)"
    x = alt.X("head:N", sort=None, axis=column_heads())
    y = alt.Y(
        "country:N",
        sort=None,
        axis=alt.Axis(
            title=None, ticks=False, domain=False, labelOverlap=False, labelLimit=230,
            labelExpr=f"{ON_PHONE}?{code}:slice(datum.label,4)",
            labelFontSize=alt.ExprRef(f"{ON_PHONE}?10:12"),
        ),
    )  # fmt: skip
    shades = list(steps("both", theme, MOST + 1))[1:]
    fill = alt.Color(
        "shade:O",
        scale=alt.Scale(domain=list(range(1, MOST + 1)), range=shades if counts else [shades[1]] * MOST),
        legend=None,
    )
    tooltip = [
        alt.Tooltip("country:N", title=labels["country"]),
        alt.Tooltip("code_label:N", title=labels["kind_of_measure"]),
        alt.Tooltip("measures:Q", title=labels["measures"], format="d"),
        alt.Tooltip("sourced_text:N", title=labels["measures_sourced"]),
    ]
    base = alt.Chart().transform_calculate(shade=f"min(datum.measures,{MOST})")
    ground = base.mark_rect(color=c.land, stroke=c.background).encode(x=x, y=y, tooltip=tooltip)
    cells = (
        base.transform_filter("datum.measures>0")
        .mark_rect(strokeWidth=1.5)
        .encode(
            x=x,
            y=y,
            color=fill,
            fillOpacity=alt.condition("datum.sourced>0", alt.value(1), alt.value(0)),
            stroke=alt.condition("datum.sourced>0", alt.value(c.background), alt.value(c.muted)),
            tooltip=tooltip,
        )
    )
    numbers = (
        base.transform_filter("datum.measures>0")
        .mark_text(fontSize=11, tooltip=None)
        .encode(
            x=x,
            y=y,
            text=alt.Text("measures:Q", format="d"),
            color=alt.condition("datum.sourced>0&&datum.shade>1", alt.value(c.background), alt.value(c.text)),
        )
    )
    layers = [ground, cells, numbers] if counts else [ground, cells]
    return alt.layer(*layers).properties(height=110 + _ROW * max(rows, 1))
