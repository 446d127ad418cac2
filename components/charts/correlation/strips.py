"""Dot strips: where a country stands among all on each determinant, with its region and the year."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.correlation.names import long_names
from components.charts.keys import ON_PHONE, code_key
from components.charts.sealing import chart_builder
from components.charts.theme import palette, region_color

_REGIONS = ("east_asia", "latin_america")
_ROW = 34


@chart_builder("country", "determinant", "value", "position", "place_first", "place_last", *_REGIONS)
def build_strips_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int
) -> alt.TopLevelMixin:
    """One strip per determinant from the last place to the first; the country itself large with its value.

    Frame columns: label (determinant), place (0 last to 1 first), region, own (the country of the profile),
    country_label, value_text (value and year), rank_text, own_text (value and year beside the strip; only of
    the country). Countries of both regions are small marks of their region's colour.
    """
    c = palette(theme)
    y = alt.Y("label:N", sort=None, axis=long_names())
    ends = f"datum.value<0.5?{labels['place_last']!r}:{labels['place_first']!r}"
    x = alt.X(
        "place:Q",
        scale=alt.Scale(domain=[0, 1], nice=False, padding=10),
        axis=alt.Axis(title=None, values=[0, 1], labelExpr=ends, orient="top", grid=False, labelFlush=True),
    )
    regions = alt.Scale(domain=list(_REGIONS), range=[region_color(code, theme) for code in _REGIONS])
    key = code_key({code: labels[code] for code in _REGIONS}, symbolType="circle")
    tooltip = [
        alt.Tooltip("country_label:N", title=labels["country"]),
        alt.Tooltip("label:N", title=labels["determinant"]),
        alt.Tooltip("value_text:N", title=labels["value"]),
        alt.Tooltip("rank_text:N", title=labels["position"]),
    ]
    color = alt.Color("region:N", scale=regions, legend=key)
    base = alt.Chart()
    others = (
        base.transform_filter("!datum.own")
        .mark_tick(thickness=2.2, height=13, opacity=0.5)
        .encode(x=x, y=y, color=color, tooltip=tooltip)
    )
    own = base.transform_filter("datum.own")
    dot = own.mark_point(filled=True, size=190, opacity=1, stroke=c.background, strokeWidth=1.5).encode(
        x=x, y=y, color=color, tooltip=tooltip
    )
    said = own.mark_text(
        align=alt.ExprRef("datum.place>0.5?'right':'left'"),
        dx=alt.ExprRef("datum.place>0.5?-13:13"),
        fontWeight=600, color=c.text, stroke=c.background, strokeWidth=0, tooltip=None,
        limit=alt.ExprRef(f"{ON_PHONE}?110:260"),
    ).encode(x=x, y=y, text="own_text:N")  # fmt: skip
    plate = own.mark_text(
        align=alt.ExprRef("datum.place>0.5?'right':'left'"),
        dx=alt.ExprRef("datum.place>0.5?-13:13"),
        fontWeight=600, stroke=c.background, strokeWidth=5, tooltip=None,
        limit=alt.ExprRef(f"{ON_PHONE}?110:260"),
    ).encode(x=x, y=y, text="own_text:N")  # fmt: skip
    return alt.layer(others, plate, said, dot).properties(height=40 + _ROW * max(rows, 1))
