"""Countries as points, those that are alike near each other, with lines between the most similar."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.keys import code_key
from components.charts.sealing import chart_builder
from components.charts.theme import palette, region_color

_REGIONS = ("east_asia", "latin_america")
_SHAPES = ("circle", "diamond")


@chart_builder("country", "links", "level", *_REGIONS)
def build_similarity_network(
    *, language: str, theme: str, labels: Mapping[str, str], low: float, height: int = 560
) -> alt.TopLevelMixin:
    """Lines and points from one frame.

    Frame columns: kind (link, country), x, y (0..1), x2, y2 (links), value (links), code, label, region,
    links_text, level_text (countries). `low`: similarity of the thinnest line. The place has no scale of its
    own, so there are no axes.
    """
    c = palette(theme)
    place = alt.Scale(domain=[-0.04, 1.04], nice=False, zero=False)
    x, y = (alt.X("x:Q", scale=place, axis=None), alt.Y("y:Q", scale=place, axis=None))
    key = code_key({code: labels[code] for code in _REGIONS}, symbolType=alt.Undefined, symbolSize=110)
    regions = alt.Scale(domain=list(_REGIONS), range=[region_color(code, theme) for code in _REGIONS])
    shapes = alt.Scale(domain=list(_REGIONS), range=list(_SHAPES))
    links = (
        alt.Chart()
        .transform_filter("datum.kind==='link'")
        .mark_rule(color=c.muted, tooltip=None)
        .encode(
            x=x, y=y, x2="x2:Q", y2="y2:Q",
            strokeWidth=alt.StrokeWidth(
                "value:Q", scale=alt.Scale(domain=[low, 1], range=[0.4, 2.6], clamp=True), legend=None
            ),
            opacity=alt.Opacity(
                "value:Q", scale=alt.Scale(domain=[low, 1], range=[0.25, 0.8], clamp=True), legend=None
            ),
        )
    )  # fmt: skip
    points = alt.Chart().transform_filter("datum.kind==='country'")
    marks = points.mark_point(filled=True, size=170, opacity=1, stroke=c.background, strokeWidth=1.2).encode(
        x=x, y=y,
        color=alt.Color("region:N", scale=regions, legend=key),
        shape=alt.Shape("region:N", scale=shapes, legend=key),
        tooltip=[
            alt.Tooltip("label:N", title=labels["country"]),
            alt.Tooltip("links_text:N", title=labels["links"]),
            alt.Tooltip("level_text:N", title=labels["level"]),
        ],
    )  # fmt: skip
    halo = points.mark_text(dy=-15, stroke=c.background, strokeWidth=4, tooltip=None).encode(
        x=x, y=y, text="code:N"
    )
    names = points.mark_text(dy=-15, color=c.text, tooltip=None).encode(x=x, y=y, text="code:N")
    return alt.layer(links, marks, halo, names).properties(height=height)
