"""Scatter of an outcome against a determinant with names, regions, and a line with its band."""

from __future__ import annotations

from collections.abc import Mapping
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
# Sizes in parts of a picture of 900 x 440 pixels: a letter, a line of text, a point with its margin.
_LETTER, _LINE, _POINT = 6.6 / 840, 15 / 400, 10 / 840
_SIDES = ("right", "left", "top", "bottom")


def prepare_scatter(frame: pd.DataFrame, *, log_x: bool = False, log_y: bool = False) -> pd.DataFrame:
    """`frame` with `side`: where each name stands so that names and points overlap as little as possible.

    Needs label, x and y (above zero on a log axis). A name without a free place gets '' and is told by the
    tooltip; the points furthest from the crowd are served first.
    """
    out = frame.assign(side="")
    if out.empty:
        return out
    across = _unit(out["x"].to_numpy(dtype=float), log_x)
    up = _unit(out["y"].to_numpy(dtype=float), log_y)
    apart = (across[:, None] - across[None]) ** 2 + (up[:, None] - up[None]) ** 2
    lonely = np.sort(apart, axis=1)[:, : min(4, len(out))].sum(axis=1)
    taken = [
        (x - _POINT / 2, x + _POINT / 2, y - _LINE / 3, y + _LINE / 3)
        for x, y in zip(across, up, strict=True)
    ]
    sides = [""] * len(out)
    for row in np.argsort(-lonely, kind="stable").tolist():
        width = len(str(out["label"].iloc[row])) * _LETTER
        for side in _SIDES:
            box = _box(side, float(across[row]), float(up[row]), width)
            inside = box[0] > -0.04 and box[1] < 1.04
            others = taken[:row] + taken[row + 1 :]
            if inside and not any(_overlap(box, other) for other in others):
                sides[row] = side
                taken.append(box)
                break
    return out.assign(side=sides)


def _unit(values: np.ndarray, log: bool) -> np.ndarray:
    placed = np.log10(values) if log else values
    span = float(placed.max() - placed.min())
    return (placed - placed.min()) / span if span > 0 else np.full(len(placed), 0.5)


def _box(side: str, x: float, y: float, width: float) -> tuple[float, float, float, float]:
    if side in ("right", "left"):
        start = x + _POINT if side == "right" else x - _POINT - width
        return start, start + width, y - _LINE / 2, y + _LINE / 2
    base = y + _LINE * 0.9 if side == "top" else y - _LINE * 0.9
    return x - width / 2, x + width / 2, base - _LINE / 2, base + _LINE / 2


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
    x_text, y_text (value with year), side (from prepare_scatter). Names become codes on a phone.
    """
    c = palette(theme)
    regions = alt.Scale(domain=list(_REGIONS), range=[region_color(code, theme) for code in _REGIONS])
    key = code_key({code: labels[code] for code in _REGIONS}, symbolType=alt.Undefined, symbolSize=90)
    shapes = alt.Scale(domain=list(_REGIONS), range=list(_SHAPES))
    x = alt.X("x:Q", scale=_scale(log_x), axis=_axis(language, x_title))
    y = alt.Y("y:Q", scale=_scale(log_y), axis=_axis(language, y_title))
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
        return alt.ExprRef(f"({{{pairs}}})[datum.side]")

    return (
        alt.Chart()
        .transform_filter("datum.kind==='point'&&datum.side!==''")
        .transform_calculate(said=f"{ON_PHONE}?datum.ref_area:datum.label")
        .mark_text(align=by_side(aligns), dx=by_side(dx), dy=by_side(dy), color=color, tooltip=None)
        .encode(x=x, y=y, text="said:N")
    )


def _scale(log: bool) -> alt.Scale:
    return alt.Scale(type="log", nice=False, padding=14) if log else alt.Scale(zero=False, nice=True)


def _axis(language: str, title: str) -> alt.Axis:
    return alt.Axis(title=title, labelExpr=short_number(language, "datum.value"), tickCount=5, titleLimit=600)
