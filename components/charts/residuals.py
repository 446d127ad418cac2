"""Held-out published figures against the estimates made without them, with intervals and the diagonal."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from components.charts.keys import ON_PHONE, code_key
from components.charts.quantities import written
from components.charts.sealing import chart_builder
from components.charts.theme import palette, region_color

_REGIONS = ("east_asia", "latin_america")
_SHAPES = {"B": "circle", "C": "diamond", "D": "square"}
# A name takes about this part of the picture; two names nearer than that would overlap on a phone.
_NAME_WIDTH, _NAME_HEIGHT = 0.34, 0.05
_FAINT, _STRONG = 0.3, 0.85
# One line of the grid per power of ten; those outside the data are not drawn.
_POWERS = tuple(10**power for power in range(13))


def prepare_residuals(frame: pd.DataFrame, *, names: int = 4) -> pd.DataFrame:
    """`frame` with `named`: the rows furthest from the diagonal whose names do not overlap, at most `names`.

    Needs columns held_out, predicted (visits per month, above zero) and log10_error.
    """
    out = frame.assign(named=False)
    if out.empty:
        return out
    across, up = out["held_out"].map(math.log10), out["predicted"].map(math.log10)
    width, height = (float(side.max() - side.min()) or 1.0 for side in (across, up))
    taken: list[tuple[float, float]] = []
    for row in out["log10_error"].abs().sort_values(ascending=False, kind="stable").index[: 3 * names]:
        place = (float(across[row]) / width, float(up[row]) / height)
        free = all(abs(place[0] - x) > _NAME_WIDTH or abs(place[1] - y) > _NAME_HEIGHT for x, y in taken)
        if free and len(taken) < names:
            out.loc[row, "named"] = True
            taken.append(place)
    return out


@chart_builder(
    "marketplace", "place", "held_out", "predicted", "interval", "evidence", "factor", "equal",
    *_REGIONS, *(f"class_{code}" for code in _SHAPES),
)  # fmt: skip
def build_residuals_chart(
    *,
    language: str,
    theme: str,
    labels: Mapping[str, str],
    classes: tuple[str, ...] = tuple(_SHAPES),
    height: int = 440,
) -> alt.TopLevelMixin:
    """Scatter of estimates (up) against published figures (across), visits per month, both logarithmic.

    Frame columns: label, place_label, region, evidence_class (B, C, D), held_out, predicted, low, high,
    inside, held_out_text, predicted_text, interval_text, evidence_text, factor_text, named (from
    prepare_residuals). `classes` are those the frame holds, for the key. Each point carries its interval;
    one that misses the diagonal is drawn stronger.
    """
    c = palette(theme)
    regions = alt.Scale(domain=list(_REGIONS), range=[region_color(code, theme) for code in _REGIONS])
    region_key = code_key({code: labels[code] for code in _REGIONS}, symbolType="circle")
    shapes = alt.Scale(domain=list(_SHAPES), range=list(_SHAPES.values()))
    shape_key = code_key(
        {code: labels[f"class_{code}"] for code in _SHAPES},
        values=list(classes), orient="bottom", symbolFillColor="transparent", symbolStrokeColor=c.text,
        symbolStrokeWidth=1.8, symbolSize=70,
    )  # fmt: skip
    axis: dict[str, Any] = {"values": list(_POWERS), "labelExpr": written("amount", language)}
    scale = alt.Scale(type="log", nice=True)
    x = alt.X("held_out:Q", scale=scale, axis=alt.Axis(title=labels["held_out"], **axis))
    y = alt.Y("predicted:Q", scale=scale, axis=alt.Axis(title=labels["predicted"], **axis))
    stroke = alt.Stroke("region:N", scale=regions, legend=region_key)
    plain = (
        alt.Chart()
        .transform_aggregate(start="min(held_out)", end="max(held_out)")
        .mark_rule(color=c.axis, strokeWidth=1.2, tooltip=None)
        .encode(x=alt.X("start:Q"), y=alt.Y("start:Q"), x2="end:Q", y2="end:Q")
    )
    word = (
        alt.Chart()
        .transform_aggregate(end="max(held_out)")
        .mark_text(text=labels["equal"], align="right", dx=-6, dy=-10, color=c.muted, tooltip=None)
        .encode(x="end:Q", y="end:Q")
    )
    intervals = (
        alt.Chart()
        .mark_rule(strokeWidth=1.4, tooltip=None)
        .encode(
            x=x,
            y=alt.Y("low:Q", scale=scale),
            y2="high:Q",
            stroke=stroke,
            opacity=alt.condition("datum.inside", alt.value(_FAINT), alt.value(_STRONG)),
        )
    )
    points = (
        alt.Chart()
        .mark_point(size=60, strokeWidth=1.8, opacity=1)
        .encode(
            x=x,
            y=y,
            stroke=stroke,
            shape=alt.Shape("evidence_class:N", scale=shapes, legend=shape_key),
            tooltip=[
                alt.Tooltip("label:N", title=labels["marketplace"]),
                alt.Tooltip("place_label:N", title=labels["place"]),
                alt.Tooltip("held_out_text:N", title=labels["held_out"]),
                alt.Tooltip("predicted_text:N", title=labels["predicted"]),
                alt.Tooltip("interval_text:N", title=labels["interval"]),
                alt.Tooltip("factor_text:N", title=labels["factor"]),
                alt.Tooltip("evidence_text:N", title=labels["evidence"]),
            ],
        )
    )
    right = "scale('x',datum.held_out)>width*0.62"
    names = (
        alt.Chart()
        .transform_filter("datum.named")
        .mark_text(
            align=alt.ExprRef(f"{right}?'right':'left'"), dx=alt.ExprRef(f"{right}?-9:9"),
            color=c.text, limit=130, tooltip=None,
            opacity=alt.ExprRef(f"{ON_PHONE}?0:1"),
        )
        .encode(x=x, y=y, text="label:N")
    )  # fmt: skip
    return alt.layer(plain, word, intervals, points, names).properties(height=height)
