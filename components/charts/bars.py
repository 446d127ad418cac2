"""Horizontal bars with a value at the end, and stacked bars of shares: the two forms most cards use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from components.charts.keys import ON_PHONE, code_key
from components.charts.theme import palette

ROW_HEIGHT = 28
# A part is labelled where its bar has room for the text (pixels); narrower ones speak in the tooltip.
_ROOM_ACROSS, _ROOM_UPRIGHT = 34, 17


def bar_height(rows: int) -> int:
    """Pixels of a chart with `rows` horizontal bars and no horizontal axis."""
    return 12 + ROW_HEIGHT * max(rows, 1)


def row_axis() -> alt.Axis:
    """The names of rows, without ticks, cut where they would take more than their share of a phone."""
    limit = alt.ExprRef(f"{ON_PHONE}?118:230")
    return alt.Axis(title=None, ticks=False, domain=False, labelLimit=limit, labelOverlap=False)


def ended_bars(
    *, theme: str, color: Any, tooltip: Sequence[alt.Tooltip], rows: int, estimated: bool = True
) -> alt.TopLevelMixin:
    """Bars from zero with `value_text` at their end, in the order of the frame.

    Columns: label, value, value_text, obs_status. `estimated` draws rows with status E hollow.
    """
    c = palette(theme)
    y = alt.Y("label:N", sort=None, axis=row_axis())
    x = alt.X("value:Q", axis=None, scale=alt.Scale(zero=True, nice=False))
    encoding: dict[str, Any] = {"x": x, "y": y, "tooltip": list(tooltip)}
    bars = alt.Chart().mark_bar(height={"band": 0.66}, strokeWidth=1.5).encode(**encoding, fill=color)
    if estimated:
        bars = bars.encode(
            stroke=alt.Stroke(**(color.to_dict() | {"legend": None})) if hasattr(color, "to_dict") else color,
            fillOpacity=alt.condition("datum.obs_status==='E'", alt.value(0.3), alt.value(1)),
        )
    ends = (
        alt.Chart()
        .mark_text(align="left", dx=6, color=c.text, tooltip=None)
        .encode(x=x, y=y, text="value_text:N")
    )
    return alt.layer(bars, ends).properties(height=bar_height(rows))


def stacked_shares(
    *,
    theme: str,
    along: str,
    part: str,
    colors: Mapping[str, str],
    tooltip: Sequence[alt.Tooltip],
    height: int,
    upright: bool,
    names: Mapping[str, str],
) -> alt.TopLevelMixin:
    """100 % bars along the column `along`, parts coloured by `part` and stacked in the order of `colors`.

    Columns: along, part, part_label, share (0 to 1), share_text. `names` gives the key's texts by code.
    """
    c = palette(theme)
    codes = list(colors)
    order = f"indexof([{','.join(repr(code) for code in codes)}],datum['{part}'])"
    place = alt.X if upright else alt.Y
    extent = alt.Y if upright else alt.X
    where = place(f"{along}:O" if upright else f"{along}:N", sort=None, axis=_place_axis(upright))
    thickness: dict[str, Any] = {"width" if upright else "height": {"band": 0.74}}
    percent = _percent_axis() if upright else None
    amount = extent("share:Q", stack="normalize", axis=percent, scale=alt.Scale(nice=False))
    room = f"datum.share*height>={_ROOM_UPRIGHT}" if upright else f"datum.share*width>={_ROOM_ACROSS}"
    channels: dict[str, Any] = {("x" if upright else "y"): where, ("y" if upright else "x"): amount}
    fill = alt.Color(
        f"{part}:N",
        scale=alt.Scale(domain=codes, range=list(colors.values())),
        legend=code_key(names, narrow=2 if upright else 1),
    )
    bars = (
        alt.Chart()
        .mark_bar(stroke=c.background, strokeWidth=1, **thickness)
        .encode(**channels, color=fill, tooltip=list(tooltip))
    )
    inside = extent("share:Q", stack="normalize", bandPosition=0.5)
    words = (
        alt.Chart()
        .mark_text(fontWeight=600, tooltip=None)
        .encode(
            **(channels | {("y" if upright else "x"): inside}),
            text="share_text:N",
            detail=f"{part}:N",
            color=alt.value(_on_marks(theme)),
            opacity=alt.condition(room, alt.value(1), alt.value(0)),
        )
    )
    return (
        alt.layer(bars, words)
        .transform_calculate(part_order=order)
        .encode(order=alt.Order("part_order:Q"))
        .properties(height=height)
    )


def _on_marks(theme: str) -> str:
    """Text on coloured bars: white on the light theme, the dark ground on its lighter twins."""
    return palette(theme).background


def _place_axis(upright: bool) -> alt.Axis:
    return alt.Axis(title=None, labelAngle=0, ticks=False) if upright else row_axis()


def _percent_axis() -> alt.Axis:
    return alt.Axis(title=None, format=".0%", tickCount=4)
