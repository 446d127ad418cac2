"""Scatter of an outcome against a determinant with names, regions, and a line with its band."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from components.charts.d3_locale import short_number
from components.charts.keys import ON_PHONE, code_key
from components.charts.sealing import chart_builder
from components.charts.theme import BAND_OPACITY, palette, region_color

_REGIONS = ("east_asia", "latin_america")
_SHAPES = ("circle", "diamond")
# A title may be as long as the picture is wide.
_WIDE = alt.ExprRef("(containerSize()[0]||width)*0.85")
_SIDES = ("right", "left", "top", "bottom")


@dataclass(frozen=True)
class _Room:
    """Sizes in parts of the picture: a letter, a line of text, a point with its margin."""

    letter: float
    line: float
    point: float


# Of the drawing area on a desk and on a phone, in pixels.
_DESK, _PHONE = (_Room(6.6 / width, 15 / 400, 10 / width) for width in (840, 270))


def prepare_scatter(frame: pd.DataFrame, *, log_x: bool = False, log_y: bool = False) -> pd.DataFrame:
    """`frame` with the place of each name (`side`) and, on a phone, of each code (`side_phone`).

    Needs ref_area, label, x and y (above zero on a log axis). Names and points overlap as little as possible:
    a name without a free place gets '' and is told by the tooltip; points far from the others come first.
    """
    if frame.empty:
        return frame.assign(side="", side_phone="")
    across = _unit(frame["x"].to_numpy(dtype=float), log_x)
    up = _unit(frame["y"].to_numpy(dtype=float), log_y)
    return frame.assign(
        side=_sides(frame["label"], across, up, _DESK),
        side_phone=_sides(frame["ref_area"], across, up, _PHONE),
    )


def _sides(words: pd.Series, across: np.ndarray, up: np.ndarray, room: _Room) -> list[str]:
    apart = (across[:, None] - across[None]) ** 2 + (up[:, None] - up[None]) ** 2
    lonely = np.sort(apart, axis=1)[:, : min(4, len(words))].sum(axis=1)
    half = room.point / 2, room.line / 3
    points = [(x - half[0], x + half[0], y - half[1], y + half[1]) for x, y in zip(across, up, strict=True)]
    names: list[tuple[float, float, float, float]] = []
    sides = [""] * len(words)
    for row in np.argsort(-lonely, kind="stable").tolist():
        width = len(str(words.iloc[row])) * room.letter
        others = points[:row] + points[row + 1 :] + names
        for side in _SIDES:
            box = _box(side, float(across[row]), float(up[row]), width, room)
            if box[0] > -0.04 and box[1] < 1.04 and not any(_overlap(box, other) for other in others):
                sides[row] = side
                names.append(box)
                break
    return sides


def _unit(values: np.ndarray, log: bool) -> np.ndarray:
    placed = np.log10(values) if log else values
    span = float(placed.max() - placed.min())
    return (placed - placed.min()) / span if span > 0 else np.full(len(placed), 0.5)


def _box(side: str, x: float, y: float, width: float, room: _Room) -> tuple[float, float, float, float]:
    if side in ("right", "left"):
        start = x + room.point if side == "right" else x - room.point - width
        return start, start + width, y - room.line / 2, y + room.line / 2
    base = y + room.line * 0.9 if side == "top" else y - room.line * 0.9
    return x - width / 2, x + width / 2, base - room.line / 2, base + room.line / 2


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]


@chart_builder("country", "outcome", "determinant", "year", *_REGIONS)
def build_scatter_chart(
    *,
    language: str,
    theme: str,
    labels: Mapping[str, str],
    x_title: str,
    y_title: str,
    log_x: bool = False,
    log_y: bool = False,
    height: int = 440,
) -> alt.TopLevelMixin:
    """Points with names, and the line with its band, from one frame.

    Frame columns: kind (point, line), x, y (points), fit, low, high (line), ref_area, label, region,
    x_text, y_text (value with year), side, side_phone (from prepare_scatter). Names become codes on a phone.
    """
    c = palette(theme)
    regions = alt.Scale(domain=list(_REGIONS), range=[region_color(code, theme) for code in _REGIONS])
    key = code_key({code: labels[code] for code in _REGIONS}, symbolType=alt.Undefined, symbolSize=90)
    shapes = alt.Scale(domain=list(_REGIONS), range=list(_SHAPES))
    x = alt.X("x:Q", scale=_scale(log_x), axis=_axis(language, x_title, _WIDE))
    y = alt.Y("y:Q", scale=_scale(log_y), axis=_axis(language, y_title, height - 20))
    line = alt.Chart().transform_filter("datum.kind==='line'")
    band = line.mark_area(color=c.muted, opacity=BAND_OPACITY, tooltip=None).encode(
        x=x, y=alt.Y("low:Q", scale=_scale(log_y)), y2="high:Q"
    )
    fit = line.mark_line(color=c.muted, strokeWidth=1.6, tooltip=None).encode(x=x, y="fit:Q")
    points = (
        alt.Chart()
        .transform_filter("datum.kind==='point'")
        .mark_point(filled=True, size=80, opacity=0.95)
        .encode(
            x=x,
            y=y,
            color=alt.Color("region:N", scale=regions, legend=key),
            shape=alt.Shape("region:N", scale=shapes, legend=key),
            tooltip=[
                alt.Tooltip("label:N", title=labels["country"]),
                alt.Tooltip("y_text:N", title=labels["outcome"]),
                alt.Tooltip("x_text:N", title=labels["determinant"]),
            ],
        )
    )
    return alt.layer(band, fit, points, _names(c.text, x, y)).properties(height=height)


def _names(color: str, x: alt.X, y: alt.Y) -> alt.Chart:
    turned = {
        "right": ("left", 9, 0),
        "left": ("right", -9, 0),
        "top": ("center", 0, -13),
        "bottom": ("center", 0, 13),
    }
    aligns, dx, dy = ({side: values[at] for side, values in turned.items()} for at in range(3))

    def by_side(choices: Mapping[str, Any]) -> alt.ExprRef:
        pairs = ",".join(f"{side}:{value!r}" for side, value in choices.items())
        return alt.ExprRef(f"({{{pairs}}})[datum.place]")

    return (
        alt.Chart()
        .transform_filter("datum.kind==='point'")
        .transform_calculate(
            said=f"{ON_PHONE}?datum.ref_area:datum.label", place=f"{ON_PHONE}?datum.side_phone:datum.side"
        )
        .transform_filter("datum.place!==''")
        .mark_text(align=by_side(aligns), dx=by_side(dx), dy=by_side(dy), color=color, tooltip=None)
        .encode(x=x, y=y, text="said:N")
    )


def _scale(log: bool) -> alt.Scale:
    return alt.Scale(type="log", nice=False, padding=14) if log else alt.Scale(zero=False, nice=True)


def _axis(language: str, title: str, room: Any) -> alt.Axis:
    return alt.Axis(
        title=title, labelExpr=short_number(language, "datum.value"), tickCount=5, titleLimit=room
    )
