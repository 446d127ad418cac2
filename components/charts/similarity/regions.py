"""How many of each region's members have an item: two marks per item and the distance between them."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.correlation.names import long_names
from components.charts.keys import code_key
from components.charts.sealing import chart_builder
from components.charts.theme import palette, region_color

_REGIONS = ("east_asia", "latin_america")
_SHAPES = ("circle", "diamond")
_ROW = 27


@chart_builder("item", "region", "share_having", "answers_known", *_REGIONS)
def build_regions_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int
) -> alt.TopLevelMixin:
    """Two marks per item from nobody to everybody, in the order of the frame, with the half marked.

    Frame columns (a row per item and region): label, region, region_text, share, share_text, known_text.
    """
    c = palette(theme)
    y = alt.Y("label:N", sort=None, axis=long_names())
    x = alt.X(
        "share:Q",
        scale=alt.Scale(domain=[0, 1], nice=False, padding=9),
        axis=alt.Axis(title=labels["share_having"], format=".0%", orient="top", tickCount=5, titleLimit=300),
    )
    half = alt.Chart().mark_rule(color=c.axis, strokeDash=[3, 3], tooltip=None).encode(x=alt.datum(0.5))
    ways = (
        alt.Chart()
        .transform_aggregate(first="min(share)", last="max(share)", groupby=["label"])
        .mark_rule(color=c.hatch, strokeWidth=3, tooltip=None)
        .encode(x=alt.X("first:Q"), x2="last:Q", y=y)
    )
    key = code_key({code: labels[code] for code in _REGIONS}, symbolType=alt.Undefined, symbolSize=100)
    colors = alt.Scale(domain=list(_REGIONS), range=[region_color(code, theme) for code in _REGIONS])
    shapes = alt.Scale(domain=list(_REGIONS), range=list(_SHAPES))
    marks = (
        alt.Chart()
        .mark_point(filled=True, size=120, opacity=1)
        .encode(
            x=x,
            y=y,
            color=alt.Color("region:N", scale=colors, legend=key),
            shape=alt.Shape("region:N", scale=shapes, legend=key),
            tooltip=[
                alt.Tooltip("label:N", title=labels["item"]),
                alt.Tooltip("region_text:N", title=labels["region"]),
                alt.Tooltip("share_text:N", title=labels["share_having"]),
                alt.Tooltip("known_text:N", title=labels["answers_known"]),
            ],
        )
    )
    return alt.layer(half, ways, marks).properties(height=70 + _ROW * max(rows, 1))
