"""Development over time: lines with an 80 % band, published figures as points, incomplete periods hollow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import altair as alt

from components.charts.keys import ON_PHONE
from components.charts.quantities import base_line, value_axis, value_scale
from components.charts.sealing import chart_builder
from components.charts.theme import (
    BAND_OPACITY,
    DASH_ESTIMATED,
    LINE_ESTIMATED,
    LINE_MEASURED,
    palette,
)

Freq = Literal["M", "Q", "A"]
HEIGHT = 380
_MONTH = 31 * 86_400_000  # milliseconds

_SERIES, _PUBLISHED = "datum.kind!=='published'", "datum.kind==='published'"
_HOVERED = f"{_SERIES}&&!datum.faded"


@chart_builder("period", "series", "value", "interval", "status", "provider", "quarter_short")
def build_timeseries_chart(
    *,
    language: str,
    theme: str,
    labels: Mapping[str, str],
    kind: str = "amount",
    freq: Freq = "M",
    band: bool = True,
    measured: bool = True,
    published: bool = True,
    height: int = HEIGHT,
) -> alt.TopLevelMixin:
    """Lines by series over time. The frame comes from series.prepare_series.

    Frame columns: time_period, series_id, label, value, value_low, value_high, value_text, interval_text,
    period_text, status_text, obs_status, complete, highlighted, kind ('series' or 'published'), provider,
    href, and those prepare_series adds: when, color, faded, banded, end_label, label_y.
    `band`, `measured` and `published` say which rows the frame has: a layer without rows costs time. Faded
    lines answer no pointer, so their texts may be missing.
    """
    c = palette(theme)
    x = alt.X("when:T", title=None, scale=alt.Scale(type="utc"), axis=_time_axis(freq, labels))
    y = alt.Y("value:Q", axis=value_axis(kind, language), scale=value_scale(kind))
    hovered = alt.selection_point(
        name="hovered", on="pointerover", clear="pointerout", empty=False,
        fields=["series_id", "time_period"],
    )  # fmt: skip
    faint = alt.condition("datum.faded", alt.value(0.5), alt.value(1))
    layers: list[alt.Chart] = []
    base = base_line(kind)
    if base is not None:
        layers.append(
            alt.Chart()
            .mark_rule(color=c.axis, tooltip=None)
            .encode(x=alt.value(0), x2=alt.value("width"), y=alt.datum(base), color=alt.value(c.axis))
        )
    if band:
        layers.append(
            alt.Chart()
            .transform_filter("datum.banded")
            .mark_area(opacity=BAND_OPACITY, tooltip=None)
            .encode(y=alt.Y("value_low:Q"), y2="value_high:Q")
        )
    # Thin and dashed for all, then solid and stronger where measured: no gap where the status changes.
    layers.append(
        alt.Chart()
        .transform_filter(_SERIES)
        .mark_line(strokeDash=list(DASH_ESTIMATED), strokeWidth=LINE_ESTIMATED, tooltip=None)
        .encode(opacity=faint)
    )
    if measured:
        layers.append(
            alt.Chart()
            .transform_filter(f"{_SERIES}&&datum.obs_status!=='E'")
            .mark_line(strokeWidth=LINE_MEASURED, tooltip=None)
            .encode(opacity=faint)
        )
    layers += [
        # The last point of a line carries its colour to the label; incomplete periods are hollow.
        alt.Chart()
        .transform_filter(f"{_SERIES}&&!datum.faded&&(!datum.complete||isValid(datum.end_label))")
        .mark_point(size=42, strokeWidth=1.6, opacity=1, tooltip=None)
        .encode(
            fill=alt.condition(
                "datum.complete", alt.Fill("color:N", scale=None, legend=None), alt.value(c.background)
            )
        ),
    ]
    if published:
        layers.append(
            alt.Chart()
            .transform_filter(_PUBLISHED)
            .mark_point(shape="diamond", filled=True, size=110, opacity=1, stroke=c.background, strokeWidth=1)
            .encode(
                href="href:N",
                tooltip=_tooltip(labels, "series", "period", "value", "provider"),
            )
        )
    layers += [
        alt.Chart()
        .transform_filter("isValid(datum.end_label)")
        .mark_text(align="left", dx=8, limit=alt.ExprRef(f"{ON_PHONE}?110:190"), tooltip=None)
        .encode(y=alt.Y("label_y:Q"), text="end_label:N", color=alt.value(c.text)),
        alt.Chart()
        .transform_filter(_HOVERED)
        .mark_point(filled=True, size=160)
        .encode(
            opacity=alt.condition(hovered, alt.value(1), alt.value(0)),
            tooltip=_tooltip(labels, "series", "period", "value", "interval", "status"),
        )
        .add_params(hovered),
    ]
    return (
        alt.layer(*layers)
        .encode(x=x, y=y, color=alt.Color("color:N", scale=None, legend=None), detail="series_id:N")
        .properties(height=height)
    )


@chart_builder("series", "value", "interval", "status")
def build_single_period_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int, kind: str = "amount"
) -> alt.TopLevelMixin:
    """Bars with their interval, for the case that only one period is chosen.

    Same frame as build_timeseries_chart with one row per series; `rows` is the number of series.
    Estimates have hollow bars. Bars run from zero (an index and a change from their base).
    """
    c = palette(theme)
    base = base_line(kind)
    y = alt.Y("label:N", title=None, sort=None, axis=alt.Axis(ticks=False, domain=False, labelLimit=140))
    scale = alt.Scale(zero=base is None, reverse=False)
    x = alt.X("value:Q", axis=value_axis(kind, language, orient="top"), scale=scale)
    estimated = "datum.obs_status==='E'"
    bars = (
        alt.Chart()
        .mark_bar(height={"band": 0.62}, strokeWidth=1.6)
        .encode(
            x=x, y=y, stroke=alt.Stroke("color:N", scale=None), fill=alt.Fill("color:N", scale=None),
            fillOpacity=alt.condition(estimated, alt.value(0.22), alt.value(1)),
            tooltip=_tooltip(labels, "series", "value", "interval", "status"),
        )
    )  # fmt: skip
    if base is not None:
        bars = bars.encode(x2=alt.datum(base))
    whiskers = (
        alt.Chart()
        .transform_filter("isValid(datum.value_low)&&datum.value_high>datum.value_low")
        .mark_rule(color=c.text, strokeWidth=1.2, tooltip=None)
        .encode(x=alt.X("value_low:Q"), x2="value_high:Q", y=y)
    )
    return alt.layer(bars, whiskers).properties(height=44 + 26 * max(rows, 1))


def _tooltip(labels: Mapping[str, str], *names: str) -> list[alt.Tooltip]:
    """Rows of a tooltip: the frame's ready texts under the reader's words."""
    columns = {"series": "label", "provider": "provider"}
    return [alt.Tooltip(f"{columns.get(name, name + '_text')}:N", title=labels[name]) for name in names]


def _time_axis(freq: str, labels: Mapping[str, str]) -> alt.Axis:
    """Years alone for yearly data; otherwise years, and months or quarters between them if there is room."""
    if freq == "A":
        return alt.Axis(format="%Y", tickCount={"interval": "year", "step": 1}, grid=False, labelFlush=True)
    year = "utcFormat(datum.value,'%Y')"
    inner = (
        f"'{labels['quarter_short']}'+utcFormat(datum.value,'%q')" if freq == "Q"
        else "utcFormat(datum.value,'%b')"
    )  # fmt: skip
    # Over short spans ticks would fall on weeks and repeat a month.
    months = 3 if freq == "Q" else 1
    every = f"{{interval:'month',step:{months}}}"
    return alt.Axis(
        # The first label says the year in any case.
        labelExpr=f"utcmonth(datum.value)===0?{year}:datum.index===0?({inner})+' '+{year}:{inner}",
        tickCount=alt.ExprRef(f"span(domain('x'))<{12 * months * _MONTH}?{every}:max(3,floor(width/90))"),
        grid=False,
        labelFlush=True,
    )
