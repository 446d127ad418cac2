"""The time-procedure chart: time since the order, step by step, from the shortest to the longest case."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.keys import code_key
from components.charts.processes.marks import NARROW, area_scale, picked, step_tooltip
from components.charts.sealing import chart_builder
from components.charts.theme import BAND_OPACITY, palette


@chart_builder("process_step", "process_actor", "process_time", "process_cost", "process_since")
def build_time_procedure_chart(
    *, language: str, theme: str, labels: Mapping[str, str], areas: tuple[tuple[str, str], ...],
    height: int = 460,
) -> alt.TopLevelMixin:  # fmt: skip
    """A line of the typical case in its band; a click marks param `picked` (step).

    Frame columns, one row per step in order of their ends: named (number and name), days, low, high
    (since the start), area, critical, chosen, step, label, actor_text, time_text, cost_text.
    """
    c = palette(theme)
    x = alt.X(
        "named:N",
        sort=None,
        scale=alt.Scale(paddingOuter=0.3),
        axis=alt.Axis(
            title=None, labelAngle=alt.ExprRef("narrow?0:-40"), labelOverlap=False, labelLimit=190,
            labelExpr="narrow?split(datum.label,' ')[0]:datum.label", grid=False,
            labelFontSize=alt.ExprRef("narrow?8.5:11"),
            labelAlign=alt.ExprRef("narrow?'center':'right'"),
        ),
    )  # fmt: skip
    y = alt.Y("days:Q", title=labels["process_since"], axis=alt.Axis(tickCount=6))
    base = alt.Chart()
    band = base.mark_area(color=c.slate, opacity=BAND_OPACITY, tooltip=None, aria=False).encode(
        x=x, y=alt.Y("low:Q"), y2="high:Q"
    )
    ends = [
        base.mark_line(color=c.muted, strokeDash=[4, 3], strokeWidth=1, tooltip=None, aria=False).encode(
            x=x, y=alt.Y(f"{name}:Q")
        )
        for name in ("low", "high")
    ]
    typical = base.mark_line(color=c.text, strokeWidth=2, tooltip=None, aria=False).encode(x=x, y=y)
    chosen = (
        base.transform_filter("datum.chosen").mark_rule(color=c.text, strokeWidth=2, tooltip=None).encode(x=x)
    )
    dots = (
        base.mark_point(filled=True, opacity=1, cursor="pointer", strokeWidth=1.4)
        .encode(
            x=x, y=y, description="label:N",
            fill=alt.Fill("area:N", scale=area_scale(theme, areas), legend=code_key(dict(areas), narrow=0)),
            stroke=alt.value(c.background),
            shape=alt.condition("datum.critical", alt.value("diamond"), alt.value("circle")),
            size=alt.condition("datum.chosen", alt.value(260), alt.value(130)),
            tooltip=[
                *step_tooltip(labels),
                alt.Tooltip("days:Q", title=labels["process_since"], format=",.1f"),
            ],
        )
        .add_params(picked())
    )  # fmt: skip
    return (
        alt.layer(band, *ends, typical, chosen, dots)
        .add_params(alt.param(name="narrow", expr=NARROW))
        .properties(height=height)
    )
