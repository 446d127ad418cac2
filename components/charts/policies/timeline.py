"""When measures began and ended, and how many were in place."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.keys import ON_PHONE, code_key
from components.charts.sealing import chart_builder
from components.charts.theme import palette


@chart_builder("year", "measures", "in_place", "measures_begun", "measures_ended")
def build_measures_over_time(
    *, language: str, theme: str, labels: Mapping[str, str], height: int = 300
) -> alt.TopLevelMixin:
    """Bars of beginnings above and endings below zero, and a line of the measures in place.

    Frame columns (one row per year and part): time_period ('YYYY'), part (begun, ended, in_place),
    part_label, measures (not negative).
    """
    c = palette(theme)
    colors = {"begun": c.positive, "ended": c.negative, "in_place": c.slate}
    names = {
        "begun": labels["measures_begun"], "ended": labels["measures_ended"], "in_place": labels["in_place"],
    }  # fmt: skip
    tooltip = [
        alt.Tooltip("time_period:N", title=labels["year"]),
        alt.Tooltip("part_label:N", title=labels["measures"]),
        alt.Tooltip("measures:Q", title=labels["measures"], format="d"),
    ]
    color = alt.Color(
        "part:N", scale=alt.Scale(domain=list(colors), range=list(colors.values())), legend=code_key(names)
    )
    years = alt.Axis(
        title=None, labelAngle=0, ticks=False, domain=False, labelOverlap="greedy", labelSeparation=8,
        labelExpr=f"{ON_PHONE}&&toNumber(datum.label)%5?'':datum.label",
    )  # fmt: skip
    x = alt.X("time_period:O", axis=years)
    y = alt.Y(
        "signed:Q",
        axis=alt.Axis(title=None, labelExpr="format(abs(datum.value),'d')", tickCount=6, tickMinStep=1),
    )
    base = alt.Chart().transform_calculate(signed="datum.part==='ended'?-datum.measures:datum.measures")
    bars = (
        base.transform_filter("datum.part!=='in_place'")
        .mark_bar(width={"band": 0.75})
        .encode(x=x, y=y, color=color, tooltip=tooltip)
    )
    line = (
        base.transform_filter("datum.part==='in_place'")
        .mark_line(strokeWidth=2.2, interpolate="monotone", point=alt.OverlayMarkDef(size=30))
        .encode(x=x, y=y, color=color, tooltip=tooltip)
    )
    zero = alt.Chart().mark_rule(color=c.axis, tooltip=None).encode(
        x=alt.value(0), x2=alt.value("width"), y=alt.datum(0)
    )  # fmt: skip
    return alt.layer(bars, line, zero).properties(height=height)
