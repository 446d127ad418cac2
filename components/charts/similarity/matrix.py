"""Similarity of every two countries as a matrix of shades; pairs without a value are striped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from components.charts.keys import ON_PHONE
from components.charts.sealing import chart_builder
from components.charts.theme import palette, region_color, steps

_ROW = 19
# Shades from the least similarity shown to complete similarity.
_SHADES = 9


@chart_builder("country", "other_country", "similarity", "common_items")
def build_similarity_matrix(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int, low: float, east: tuple[str, ...]
) -> alt.TopLevelMixin:
    """A cell per pair, in the order of the frame.

    Frame columns: row (begins with the ISO code), code (of the column), other_label, value, known (a value is
    given), own (a country with itself), value_text, common_text. `low`: where the scale begins; `east`: ISO
    codes whose names are written in the colour of East Asia, all others in that of Latin America.
    """
    c = palette(theme)
    colors = [region_color(region, theme) for region in ("east_asia", "latin_america")]
    ink = {
        "condition": {"test": f"indexof({list(east)},slice(datum.value,0,3))>=0", "value": colors[0]},
        "value": colors[1],
    }
    size = alt.ExprRef(f"{ON_PHONE}?8:11")
    x = alt.X(
        "code:N",
        sort=None,
        axis=alt.Axis(
            title=None, orient="top", labelAngle=-90, ticks=False, domain=False, labelOverlap=False,
            labelColor=ink, labelFontSize=size, labelPadding=3,
        ),
    )  # fmt: skip
    y = alt.Y(
        "row:N",
        sort=None,
        axis=alt.Axis(
            title=None, ticks=False, domain=False, labelOverlap=False, labelLimit=240, labelPadding=4,
            labelColor=ink, labelFontSize=size,
            labelExpr=f"{ON_PHONE}?slice(datum.label,0,3):slice(datum.label,4)",
        ),
    )  # fmt: skip
    tooltip = [
        alt.Tooltip("row:N", title=labels["country"]),
        alt.Tooltip("other_label:N", title=labels["other_country"]),
        alt.Tooltip("value_text:N", title=labels["similarity"]),
        alt.Tooltip("common_text:N", title=labels["common_items"]),
    ]
    color = alt.Color(
        "value:Q",
        scale=alt.Scale(domain=[low, 1], range=list(steps("both", theme, _SHADES)), clamp=True),
        legend=alt.Legend(title=None, format=".0%", gradientLength=180, gradientThickness=10, tickCount=4),
    )
    hovered = alt.selection_point(
        name="hovered", fields=["row", "code"], on="pointerover", clear="pointerout", empty=False
    )
    cells = (
        alt.Chart()
        .transform_filter("datum.known&&!datum.own")
        .mark_rect()
        .encode(
            x=x, y=y, color=color, tooltip=tooltip,
            stroke=alt.condition(hovered, alt.value(c.text), alt.value(c.background)),
        )
        .add_params(hovered)
    )  # fmt: skip
    own = (
        alt.Chart()
        .transform_filter("datum.own")
        .mark_rect(fill=c.grid, stroke=c.background, tooltip=None)
        .encode(x=x, y=y)
    )
    without = (
        alt.Chart()
        .transform_filter("!datum.known&&!datum.own")
        .mark_rect(stroke=c.background, fill=_stripes(c.hatch, c.background))
        .encode(x=x, y=y, tooltip=tooltip)
    )
    height = alt.param(name="height", expr=f"{ON_PHONE}?{11 * rows + 30}:{_ROW * rows + 40}")
    return (
        alt.layer(own, without, cells)
        .add_params(height)
        .properties(height=_ROW * rows + 40, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))
    )


def _stripes(color: str, ground: str) -> dict[str, Any]:
    """Diagonal stripes as a gradient with hard stops; Vega has no patterns."""
    stops = []
    for at in range(3):
        start, middle, end = at / 3, at / 3 + 0.15, (at + 1) / 3
        stops += [{"offset": round(offset, 2), "color": color} for offset in (start, middle)]
        stops += [{"offset": round(offset, 2), "color": ground} for offset in (middle, end)]
    return {"gradient": "linear", "x1": 0, "y1": 0, "x2": 1, "y2": 1, "stops": stops}
