"""Chances of a process: how often the whole takes so long, before and after; and all routes at once."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.keys import ON_PHONE, code_key
from components.charts.sealing import chart_builder
from components.charts.theme import palette

SERIES = ("before", "after")


@chart_builder("process_days", "process_runs")
def build_chances_chart(
    *, language: str, theme: str, labels: Mapping[str, str], names: tuple[tuple[str, str], ...],
    height: int = 300,
) -> alt.TopLevelMixin:  # fmt: skip
    """Two outlines over days, and a line at the middle of each.

    Frame columns: series (before, after), kind (bin, middle), low, high, share, said. `names`: the series in
    use with their words.
    """
    c = palette(theme)
    colors = {"before": c.slate, "after": c.positive}
    codes = [code for code, _ in names]
    scale = alt.Scale(domain=codes, range=[colors[code] for code in codes])
    x = alt.X("low:Q", title=labels["process_days"], axis=alt.Axis(grid=False), scale=alt.Scale(nice=False))
    bins = alt.Chart().transform_filter("datum.kind==='bin'")
    bars = bins.mark_bar(opacity=0.55, binSpacing=0).encode(
        x=x, x2="high:Q", y2=alt.datum(0),
        y=alt.Y("share:Q", stack=None, title=labels["process_runs"], axis=alt.Axis(format="%", tickCount=4)),
        color=alt.Color("series:N", scale=scale, legend=code_key(dict(names), narrow=1)),
        tooltip=[
            alt.Tooltip("said:N", title=labels["process_days"]),
            alt.Tooltip("share:Q", title=labels["process_runs"], format=".1%"),
        ],
    )  # fmt: skip
    middle = alt.Chart().transform_filter("datum.kind==='middle'")
    rules = middle.mark_rule(strokeWidth=2.4, tooltip=None).encode(
        x=x,
        color=alt.Color("series:N", scale=scale),
        strokeDash=alt.StrokeDash(
            "series:N", scale=alt.Scale(domain=list(SERIES), range=[[1, 0], [5, 3]]), legend=None
        ),
    )
    return alt.layer(bars, rules).properties(height=height)


@chart_builder("process_route", "process_as_is", "process_to_be")
def build_routes_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int, title: str, form: str
) -> alt.TopLevelMixin:
    """Ranges of one measure for every route, as it is and as it could be, on one scale.

    Frame columns: route, variant (as_is, to_be), typical, low, high, said. `title` and `form`: title and
    number format of the axis.
    """
    c = palette(theme)
    names = {"as_is": labels["process_as_is"], "to_be": labels["process_to_be"]}
    colors = alt.Scale(domain=list(names), range=[c.slate, c.positive])
    shapes = alt.Scale(domain=list(names), range=["circle", "diamond"])
    key = code_key(names, narrow=1, symbolType=alt.Undefined)
    y = alt.Y(
        "route:N", sort=None,
        axis=alt.Axis(
            title=None, ticks=False, domain=False, labelOverlap=False, labelExpr="split(datum.label,'\\n')",
            labelLimit=alt.ExprRef(f"{ON_PHONE}?120:260"), labelFontSize=alt.ExprRef(f"{ON_PHONE}?10.5:12.5"),
        ),
    )  # fmt: skip
    aside = alt.YOffset("variant:N", sort=list(names), scale=alt.Scale(paddingOuter=0.35))
    base = alt.Chart()
    x = alt.X("typical:Q", title=title, axis=alt.Axis(format=form, tickCount=6), scale=alt.Scale(zero=True))
    ranges = base.mark_rule(strokeWidth=3, opacity=0.6, tooltip=None, aria=False).encode(
        x=alt.X("low:Q"),
        x2="high:Q",
        y=y,
        yOffset=aside,
        color=alt.Color("variant:N", scale=colors, legend=key),
    )
    dots = base.mark_point(filled=True, size=130, opacity=1).encode(
        x=x, y=y, yOffset=aside, description="said:N",
        color=alt.Color("variant:N", scale=colors, legend=key),
        shape=alt.Shape("variant:N", scale=shapes, legend=key),
        tooltip=[
            alt.Tooltip("route:N", title=labels["process_route"]),
            alt.Tooltip("said:N", title=title),
        ],
    )  # fmt: skip
    words = base.mark_text(
        baseline="middle",
        dy=alt.ExprRef("datum.variant==='to_be'?15:-13"),
        tooltip=None,
        aria=False,
        fontSize=11,
    ).encode(x=x, y=y, yOffset=aside, text="said:N")
    return alt.layer(ranges, dots, words).properties(height=96 * rows)
