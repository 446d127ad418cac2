"""The swim-lane diagram: a lane per actor, a row per step, arrows for what waits for what."""

from __future__ import annotations

from collections.abc import Mapping

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
    lines (name of step or lane, its lines), left (the same for a phone), number, and what the pointer
    shows: label,
    actor_text, time_text, cost_text. `areas`: codes with their words. The critical path has a thick edge in
    a colour of its own and a diamond; the chosen step is filled.
    """
    c = palette(theme)
    across = alt.Scale(
        nice=False,
        zero=False,
        domainMax=lanes - 0.5,
        domainMin=alt.ExprRef(f"narrow?{-0.5 - 0.85 * lanes}:-0.5"),
    )
    x = alt.X("x:Q", axis=None, scale=across)  # fmt: skip
    down = alt.Scale(
        nice=False,
        zero=False,
        reverse=True,
        domainMax=rows - 0.4,
        domainMin=alt.ExprRef(f"narrow?{-_HEAD_NARROW}:{-_HEAD}"),
    )
    y = alt.Y("y:Q", axis=None, scale=down)  # fmt: skip
    area = {"x": x, "y": y, "x2": "x2:Q", "y2": "y2:Q"}
    line = alt.condition("datum.critical", alt.value(c.latin_america), alt.value(c.axis))
    ink = alt.condition("datum.chosen", alt.value(c.background), alt.value(c.text))

    def of(kind: str) -> alt.Chart:
        return alt.Chart().transform_filter(f"datum.kind==='{kind}'")

    lane = of("lane")
    stripes = lane.mark_rect(fill=c.panel, stroke=c.grid, tooltip=None, aria=False).encode(**area)
    heads = (
        lane.transform_calculate(said="narrow?split(datum.left,'\\n'):split(datum.lines,'\\n')")
        .mark_text(
            fontWeight=600, tooltip=None, aria=False,
            angle=alt.ExprRef("narrow?270:0"), align=alt.ExprRef("narrow?'left':'center'"),
            baseline=alt.ExprRef("narrow?'middle':'line-bottom'"), fontSize=alt.ExprRef("narrow?10:12"),
            dy=alt.ExprRef("narrow?0:-14*(length(split(datum.lines,'\\n'))-1)"),
        )
        .encode(x=alt.X("order:Q", scale=across, axis=None), y=alt.YDatum(-0.55, axis=None, scale=down), text="said:N")
    )  # fmt: skip
    ways = (
        of("way")
        .mark_line(tooltip=None, aria=False, strokeJoin="round")
        .encode(
            x=x, y=y, detail="arrow:N", order="order:Q", color=line,
            strokeWidth=alt.condition("datum.critical", alt.value(2.2), alt.value(1)),
        )
    )  # fmt: skip
    tips = (
        of("tip")
        .mark_point(
            shape="triangle-down", filled=True, size=45, opacity=1, tooltip=None, aria=False, yOffset=-3
        )
        .encode(x=x, y=y, color=line)
    )
    step = of("step").transform_calculate(
        middle="(datum.x+datum.x2)/2",
        row="(datum.y+datum.y2)/2",
        said="narrow?datum.number:split(datum.lines,'\\n')",
        beside="narrow?split(datum.left,'\\n'):''",
        away="-0.62",
    )
    boxes = step.mark_rect(cornerRadius=4, cursor="pointer").encode(
        **area,
        description="label:N",
        fill=alt.condition("datum.chosen", alt.value(c.text), alt.value(c.background)),
        stroke=line,
        strokeWidth=alt.condition("datum.critical", alt.value(2.4), alt.value(1)),
        tooltip=step_tooltip(labels),
    )
    edges = step.mark_rule(strokeWidth=5, xOffset=3.5, tooltip=None, aria=False).encode(
        x=x, y=y, y2="y2:Q",
        color=alt.Color("area:N", scale=area_scale(theme, areas), legend=code_key(dict(areas), narrow=0)),
    )  # fmt: skip
    middle = {"x": alt.X("middle:Q", scale=across, axis=None), "y": alt.Y("row:Q", scale=down, axis=None)}
    words = step.mark_text(
        baseline="middle", tooltip=None, aria=False, cursor="pointer", lineHeight=13, dx=3,
        fontSize=alt.ExprRef("narrow||width<1020?9.5:11"),
        dy=alt.ExprRef("narrow?0:-6.5*(length(split(datum.lines,'\\n'))-1)"),
    ).encode(**middle, text="said:N", color=ink)  # fmt: skip
    names = step.mark_text(
        align="right", baseline="middle", tooltip=None, aria=False, cursor="pointer", fontSize=10,
        lineHeight=11, dy=alt.ExprRef("-5.5*(length(split(datum.left,'\\n'))-1)"),
    ).encode(x=alt.X("away:Q", scale=across, axis=None), y=middle["y"], text="beside:N")  # fmt: skip
    signs = (
        step.transform_filter("datum.critical")
        .mark_point(shape="diamond", filled=True, size=70, opacity=1, tooltip=None, aria=False)
        .encode(
            x=alt.X("x2:Q", scale=across, axis=None), y=y,
            color=alt.value(c.latin_america), stroke=alt.value(c.background),
        )
    )  # fmt: skip
    total = f"narrow?{_ROW_NARROW * (rows + _HEAD_NARROW):g}:{_ROW * (rows + _HEAD):g}"
    return (
        alt.layer(stripes, heads, ways, tips, boxes.add_params(picked()), edges, words, names, signs)
        .add_params(alt.param(name="narrow", expr=NARROW), alt.param(name="height", expr=total))
        .properties(height=_ROW * rows, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))
    )
