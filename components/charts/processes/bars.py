"""Bars of a process: measures before and after, where time and money go, and what single changes save."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.keys import ON_PHONE
from components.charts.sealing import chart_builder
from components.charts.theme import palette

_ROW = 34


def _names(field: str = "label:N") -> alt.Y:
    return alt.Y(
        field,
        sort=None,
        axis=alt.Axis(
            title=None, ticks=False, domain=False, labelOverlap=False,
            labelLimit=alt.ExprRef(f"{ON_PHONE}?150:340"), labelFontSize=alt.ExprRef(f"{ON_PHONE}?10.5:12"),
        ),
    )  # fmt: skip


@chart_builder("process_measure", "process_as_is", "process_to_be", "process_of_as_is")
def build_before_after_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int
) -> alt.TopLevelMixin:
    """A line from what is (100 per cent) to what could be, measure by measure.

    Frame columns: label, share (of the as-is), whole (1), better, before_text, after_text, said.
    """
    c = palette(theme)
    x = alt.X(
        "share:Q", title=labels["process_of_as_is"], axis=alt.Axis(format="%", grid=True, tickCount=5),
        scale=alt.Scale(zero=True, nice=False, padding=8),
    )  # fmt: skip
    base = alt.Chart()
    color = alt.condition("datum.better", alt.value(c.positive), alt.value(c.slate))
    tooltip = [
        alt.Tooltip("label:N", title=labels["process_measure"]),
        alt.Tooltip("before_text:N", title=labels["process_as_is"]),
        alt.Tooltip("after_text:N", title=labels["process_to_be"]),
    ]
    ways = base.mark_rule(strokeWidth=3, tooltip=None, aria=False).encode(
        x=x, x2="whole:Q", y=_names(), color=color
    )
    before = base.mark_point(size=80, fill=c.background, opacity=1, strokeWidth=1.6, tooltip=None).encode(
        x=alt.X("whole:Q"), y=_names(), color=alt.value(c.muted)
    )
    after = base.mark_point(filled=True, size=110, opacity=1).encode(
        x=x, y=_names(), color=color, description="label:N", tooltip=tooltip
    )
    words = base.mark_text(
        baseline="bottom",
        align="left",
        dy=-5,
        tooltip=None,
        aria=False,
        fontSize=alt.ExprRef(f"{ON_PHONE}?9.5:11"),
    ).encode(x=alt.value(3), y=_names(), text="said:N")
    return alt.layer(ways, before, after, words).properties(height=(_ROW + 6) * rows)


@chart_builder("process_time", "process_cost", "process_days")
def build_losses_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int, unit: str
) -> alt.TopLevelMixin:
    """Bars of time or cost with their amount at the end; a thin line from least to most.

    Frame columns: label, amount, low, high, said, critical, chosen, time_text, cost_text. `unit`: the
    title of the axis. What is critical is filled in the colour of the critical path.
    """
    c = palette(theme)
    x = alt.X("amount:Q", title=unit, axis=alt.Axis(tickCount=5), scale=alt.Scale(zero=True))
    base = alt.Chart()
    bars = base.mark_bar(height=alt.RelativeBandSize(0.62)).encode(
        x=x, y=_names(), description="label:N",
        color=alt.condition("datum.critical", alt.value(c.latin_america), alt.value(c.grey)),
        stroke=alt.condition("datum.chosen", alt.value(c.text), alt.value(c.background)),
        strokeWidth=alt.value(2),
        tooltip=[
            alt.Tooltip("label:N", title=" "),
            alt.Tooltip("time_text:N", title=labels["process_time"]),
            alt.Tooltip("cost_text:N", title=labels["process_cost"]),
        ],
    )  # fmt: skip
    words = base.mark_text(
        align="left", baseline="middle", dx=5, tooltip=None, aria=False, fontSize=11
    ).encode(x=x, y=_names(), text="said:N")
    return alt.layer(bars, words).properties(height=_ROW * rows)


@chart_builder("process_saved_days", "process_change", "process_saved_cost", "process_saved_typed")
def build_savings_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int
) -> alt.TopLevelMixin:
    """Bars of the days that single changes save, the largest first; a click marks param `picked` (change).

    Frame columns: label, days, said, kind, change, made, cost_text, typed_text.
    """
    c = palette(theme)
    x = alt.X("days:Q", title=labels["process_saved_days"], axis=alt.Axis(tickCount=5))
    base = alt.Chart()
    click = alt.selection_point(name="picked", fields=["change"], on="click", clear=False, toggle=False)
    bars = (
        base.mark_bar(height=alt.RelativeBandSize(0.62), cursor="pointer")
        .encode(
            x=x, y=_names(), description="label:N",
            color=alt.condition("datum.made", alt.value(c.text), alt.value(c.positive)),
            tooltip=[
                alt.Tooltip("label:N", title=labels["process_change"]),
                alt.Tooltip("said:N", title=labels["process_saved_days"]),
                alt.Tooltip("cost_text:N", title=labels["process_saved_cost"]),
                alt.Tooltip("typed_text:N", title=labels["process_saved_typed"]),
            ],
        )
        .add_params(click)
    )  # fmt: skip
    words = base.mark_text(
        align="left", baseline="middle", dx=5, tooltip=None, aria=False, fontSize=11
    ).encode(x=x, y=_names(), text="said:N")
    return alt.layer(bars, words).properties(height=_ROW * rows)
