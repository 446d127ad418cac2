"""The swim-lane diagram: a lane per actor, a row per step, arrows for what waits for what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from components.charts.keys import code_key
from components.charts.processes.marks import NARROW, area_scale, picked, step_tooltip
from components.charts.sealing import chart_builder
from components.charts.theme import palette

_ROW, _ROW_NARROW = 56, 34
# Rows that the names of the lanes take above the first step: in lines, or on a phone upright.
_HEAD, _HEAD_NARROW = 1.25, 5.2


@chart_builder("process_step", "process_actor", "process_time", "process_cost")
def build_activity_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int, lanes: int,
    areas: tuple[tuple[str, str], ...],
) -> alt.TopLevelMixin:  # fmt: skip
    """Boxes and arrows from one frame; a click marks param `picked` (step).

    Frame columns: kind (lane, way, tip, step), x, x2, y, y2, order, arrow, critical, chosen, step, area,
    lines (name of step or lane, its lines), left (the same for a phone), number, row, middle
    (of a box), and what the pointer shows: label, actor_text, time_text, cost_text. `areas`: codes with their
    words. The critical path has a thick edge in a colour of its own and a diamond; the chosen step is filled.
    """
    c = palette(theme)
    # The scales stand in the first layer and hold for all; said again in each they would weigh.
    across = alt.Scale(
        nice=False, domainMax=lanes - 0.5,
        domainMin=alt.ExprRef(f"narrow?-0.5-{lanes}*(width<450?0.85:0.45):-0.5"),
    )  # fmt: skip
    down = alt.Scale(
        nice=False, reverse=True, domainMax=rows - 0.4,
        domainMin=alt.ExprRef(f"narrow?{-_HEAD_NARROW}:{-_HEAD}"),
    )  # fmt: skip
    x, y = alt.X("x:Q", axis=None), alt.Y("y:Q", axis=None)
    middle: dict[str, Any] = {"x": alt.X("middle:Q", axis=None), "y": alt.Y("row:Q", axis=None)}
    line = alt.condition("datum.critical", alt.value(c.latin_america), alt.value(c.axis))
    ink = alt.condition("datum.chosen", alt.value(c.background), alt.value(c.text))
    silent: dict[str, Any] = {"tooltip": None, "aria": False}

    def of(kind: str) -> alt.Chart:
        return alt.Chart().transform_filter(f"datum.kind==='{kind}'")

    stripes = (
        of("lane")
        .mark_rect(fill=c.panel, stroke=c.grid, **silent)
        .encode(
            x=alt.X("x:Q", axis=None, scale=across), y=alt.Y("y:Q", axis=None, scale=down), x2="x2", y2="y2"
        )
    )
    heads = (
        of("lane")
        .mark_text(
            fontWeight=600, angle=alt.ExprRef("narrow?270:0"), align=alt.ExprRef("narrow?'left':'center'"),
            baseline=alt.ExprRef("narrow?'middle':'line-bottom'"), fontSize=alt.ExprRef("narrow?10:12"),
            dy=alt.ExprRef("narrow?0:14-14*length(datum.said)"), **silent,
        )
        .encode(**middle, text="said:N")
    )  # fmt: skip
    ways = (
        of("way")
        .mark_line(**silent)
        .encode(
            x=x, y=y, detail="arrow:N", order="order:Q", color=line,
            strokeWidth=alt.condition("datum.critical", alt.value(2.2), alt.value(1)),
        )
    )  # fmt: skip
    tips = (
        of("tip")
        .mark_point(shape="triangle-down", filled=True, size=45, opacity=1, yOffset=-3, **silent)
        .encode(x=x, y=y, color=line)
    )
    boxes = (
        of("step")
        .mark_rect(cornerRadius=4, cursor="pointer")
        .encode(
            x=x, y=y, x2="x2", y2="y2", description="label:N",
            fill=alt.condition("datum.chosen", alt.value(c.text), alt.value(c.background)),
            stroke=line,
            strokeWidth=alt.condition("datum.critical", alt.value(2.4), alt.value(1)),
            tooltip=step_tooltip(labels),
        )
        .add_params(picked())
    )  # fmt: skip
    edges = (
        of("step")
        .mark_rule(strokeWidth=5, xOffset=3.5, **silent)
        .encode(
            x=x, y=y, y2="y2",
            color=alt.Color("area:N", scale=area_scale(theme, areas), legend=code_key(dict(areas), narrow=0)),
        )
    )  # fmt: skip
    words = (
        of("step")
        .mark_text(
            baseline="middle", cursor="pointer", lineHeight=13, dx=3,
            fontSize=alt.ExprRef("narrow||width<1020?9.5:11"),
            dy=alt.ExprRef("narrow?0:6.5-6.5*length(datum.said)"), **silent,
        )
        .encode(**middle, text="said:N", color=ink)
    )  # fmt: skip
    names = (
        of("step")
        .mark_text(
            align="right", baseline="middle", cursor="pointer", fontSize=10, lineHeight=11,
            dy=alt.ExprRef("5.5-5.5*length(datum.beside)"), **silent,
        )
        .encode(x=alt.XDatum(-0.62, axis=None), y=middle["y"], text="beside:N")
    )  # fmt: skip
    signs = (
        of("step")
        .transform_filter("datum.critical")
        .mark_point(shape="diamond", filled=True, size=70, color=c.latin_america, opacity=1, **silent)
        .encode(x=alt.X("x2:Q", axis=None), y=y, stroke=alt.value(c.background))
    )
    total = f"narrow?{_ROW_NARROW * (rows + _HEAD_NARROW):g}:{_ROW * (rows + _HEAD):g}"
    return (
        alt.layer(stripes, heads, ways, tips, boxes, edges, words, names, signs)
        .transform_calculate(
            said="narrow?(datum.number||split(datum.left,'\\n')):split(datum.lines||'','\\n')",
            beside="split(narrow&&datum.left||'','\\n')",
        )
        .add_params(alt.param(name="narrow", expr=NARROW), alt.param(name="height", expr=total))
        .properties(height=_ROW * rows, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))
    )
