"""The other countries ranked by how alike their rules are to those of one country."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.keys import code_key
from components.charts.sealing import chart_builder
from components.charts.theme import palette, region_color

_REGIONS = ("east_asia", "latin_america")
_SHAPES = ("circle", "diamond")
_ROW = 20


@chart_builder("country", "similarity", "common_items", "level", *_REGIONS)
def build_ranks_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int, low: float
) -> alt.TopLevelMixin:
    """A dot per country, the nearest few strong and with their value.

    Frame columns, most alike first: label, region, value, near (one of the nearest), value_text, common_text,
    level_text. `low`: where the axis begins.
    """
    c = palette(theme)
    y = alt.Y(
        "label:N",
        sort=None,
        axis=alt.Axis(title=None, ticks=False, domain=False, labelLimit=190, labelOverlap=False, grid=True),
    )
    x = alt.X(
        "value:Q",
        scale=alt.Scale(domain=[low, 1], nice=False, clamp=True),
        axis=alt.Axis(title=labels["similarity"], format=".0%", orient="top", tickCount=5),
    )
    key = code_key({code: labels[code] for code in _REGIONS}, symbolType=alt.Undefined, symbolSize=90)
    colors = alt.Scale(domain=list(_REGIONS), range=[region_color(code, theme) for code in _REGIONS])
    shapes = alt.Scale(domain=list(_REGIONS), range=list(_SHAPES))
    dots = (
        alt.Chart()
        .mark_point(filled=True, size=110)
        .encode(
            x=x,
            y=y,
            color=alt.Color("region:N", scale=colors, legend=key),
            shape=alt.Shape("region:N", scale=shapes, legend=key),
            opacity=alt.condition("datum.near", alt.value(1), alt.value(0.5)),
            tooltip=[
                alt.Tooltip("label:N", title=labels["country"]),
                alt.Tooltip("value_text:N", title=labels["similarity"]),
                alt.Tooltip("common_text:N", title=labels["common_items"]),
                alt.Tooltip("level_text:N", title=labels["level"]),
            ],
        )
    )
    right = "datum.value>0.9"
    said = (
        alt.Chart()
        .transform_filter("datum.near")
        .mark_text(
            align=alt.ExprRef(f"{right}?'right':'left'"), dx=alt.ExprRef(f"{right}?-10:10"),
            color=c.text, fontWeight=600, tooltip=None,
        )
        .encode(x=x, y=y, text="value_text:N")
    )  # fmt: skip
    return alt.layer(dots, said).properties(height=70 + _ROW * max(rows, 1))
