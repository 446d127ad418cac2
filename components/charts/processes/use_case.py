"""The use-case diagram: steps as ovals within the process, actors on both sides, lines for who takes part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from components.charts.keys import code_key
from components.charts.processes.marks import NARROW, area_scale, picked, step_tooltip
from components.charts.sealing import chart_builder
from components.charts.theme import palette

_ROW = 38
# A person as UML draws one: head, arms, body, legs.
_PERSON = (
    "M0,-0.9A0.22,0.22,0,1,1,-0.01,-0.9ZM0,-0.46L0,0.2M-0.42,-0.22L0.42,-0.22M0,0.2L-0.36,0.8M0,0.2L0.36,0.8"
)


@chart_builder("process_step", "process_actor", "process_time", "process_cost")
def build_use_case_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int, areas: tuple[tuple[str, str], ...]
) -> alt.TopLevelMixin:
    """Ovals, persons and lines from one frame; a click marks param `picked` (step).

    Frame columns: kind (frame, line, step, actor), x, y, x2, y2 (in the width 0..1 and rows), leads,
    critical, chosen, step, area, row, label, lines, left, actor_text, time_text, cost_text. Who does a step
    has a solid line, who takes part a dashed one.
    """
    c = palette(theme)
    # The scales stand in the first layer and hold for all; said again in each they would weigh.
    across = alt.Scale(domain=[0, 1], nice=False)
    down = alt.Scale(domain=[-0.8, rows - 0.2], nice=False, reverse=True)
    place: dict[str, Any] = {"x": alt.X("x:Q", axis=None), "y": alt.Y("y:Q", axis=None)}
    middle: dict[str, Any] = {"x": alt.XDatum(0.5, axis=None), "y": alt.Y("row:Q", axis=None)}
    silent: dict[str, Any] = {"tooltip": None, "aria": False}

    def of(kind: str) -> alt.Chart:
        return alt.Chart().transform_filter(f"datum.kind==='{kind}'")

    whole = (
        of("frame")
        .mark_rect(fill=c.panel, stroke=c.axis, cornerRadius=4, **silent)
        .encode(
            x=alt.X("x:Q", axis=None, scale=across), y=alt.Y("y:Q", axis=None, scale=down), x2="x2", y2="y2"
        )
    )
    ties = (
        of("line")
        .mark_rule(**silent)
        .encode(
            **place, x2="x2", y2="y2",
            color=alt.condition("datum.chosen", alt.value(c.text), alt.value(c.axis)),
            strokeWidth=alt.condition("datum.chosen", alt.value(2.4), alt.value(1)),
            strokeDash=alt.condition("datum.leads", alt.value([1, 0]), alt.value([4, 3])),
        )
    )  # fmt: skip
    ovals = (
        of("step")
        .mark_rect(cornerRadius=15, cursor="pointer")
        .encode(
            **place, x2="x2", y2="y2", description="label:N",
            fill=alt.condition("datum.chosen", alt.value(c.text), alt.value(c.background)),
            stroke=alt.condition("datum.critical", alt.value(c.latin_america), alt.value(c.axis)),
            strokeWidth=alt.condition("datum.critical", alt.value(2.4), alt.value(1)),
            tooltip=step_tooltip(labels),
        )
        .add_params(picked())
    )  # fmt: skip
    dots = (
        of("step")
        .mark_point(filled=True, size=80, opacity=1, xOffset=14, **silent)
        .encode(
            x=place["x"], y=middle["y"],
            color=alt.Color("area:N", scale=area_scale(theme, areas), legend=code_key(dict(areas), narrow=0)),
        )
    )  # fmt: skip
    words = (
        of("step")
        .mark_text(
            baseline="middle", cursor="pointer", dx=8, lineHeight=12, fontSize=alt.ExprRef("narrow?9.5:11.5"),
            dy=alt.ExprRef("6-6*length(datum.said)"), **silent,
        )
        .encode(
            **middle, text="said:N",
            color=alt.condition("datum.chosen", alt.value(c.background), alt.value(c.text)),
        )
    )  # fmt: skip
    people = (
        of("actor")
        .mark_point(
            shape=_PERSON, size=280, strokeWidth=1.6, opacity=1, fill=c.background, color=c.text, **silent
        )
        .encode(**place)
    )
    size = alt.ExprRef("narrow?9.5:12")
    called = of("actor").encode(**place, text="said:N")
    halo = called.mark_text(
        baseline="top", yOffset=12, lineHeight=12, fontSize=size, stroke=c.background, strokeWidth=4, **silent
    )
    names = called.mark_text(baseline="top", yOffset=12, lineHeight=12, fontSize=size, **silent)
    return (
        alt.layer(whole, ties, ovals, dots, words, people, halo, names)
        .transform_calculate(said="split((narrow?datum.left:datum.lines)||'','\\n')")
        .add_params(alt.param(name="narrow", expr=NARROW))
        .properties(height=_ROW * rows + 30)
    )
