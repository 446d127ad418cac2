"""One topic of law in pictures: ranked numbers, countries that adopted a law, strategies over the years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from components.charts.bars import bar_height, row_axis
from components.charts.keys import ON_PHONE, code_key
from components.charts.sealing import chart_builder
from components.charts.theme import palette, region_color, steps

REGIONS = ("east_asia", "latin_america")
_ROW = 30


def standing_shades(codes: Sequence[str], theme: str) -> tuple[str, ...]:
    """Colours of law_status codes on a map, as in the matrix of rules."""
    c = palette(theme)
    known = {
        "in_force": c.goods,
        "partially_in_force": _half(c.goods, c.background),
        "draft": c.both,
        "none": c.grey,
    }
    return tuple(known[code] for code in codes)


def _by_region(theme: str) -> dict[str, Any]:
    """The colour of a region without a key of its own: the key of the other channel says it."""
    tests = [{"test": f"datum.region==='{code}'", "value": region_color(code, theme)} for code in REGIONS]
    return {"condition": tests, "value": palette(theme).grey}


def _half(color: str, ground: str) -> str:
    """The colour half way to the ground."""
    pairs = zip(*(bytes.fromhex(code[1:]) for code in (color, ground)), strict=True)
    return "#" + "".join(f"{(one + other) // 2:02x}" for one, other in pairs)


def stricter_shades(count: int, theme: str) -> tuple[str, ...]:
    """Colours of `count` classes (2 to 9) from open to closed."""
    return steps("both", theme, count)


def prepare_classes_map(frame: pd.DataFrame, names: Sequence[tuple[str, str]]) -> pd.DataFrame:
    """The frame as build_region_map wants it, for classes in the order of `names` (code, word).

    Needs the columns of that builder but for value, and `code` (missing where no class is known). Adds value,
    class_index and class_label, and rows that make the key show all classes.
    """
    place = {code: at for at, (code, _) in enumerate(names)}
    words = [word for _, word in names]
    ordered = frame.sort_values(["small", "ref_area"], kind="stable", ignore_index=True)
    index = [place.get(code) for code in ordered["code"]]
    ordered = ordered.drop(columns="code").assign(
        # Not zero, which has a sign of its own.
        value=pd.array([None if at is None else at + 1 for at in index], dtype="Float64").astype("float64"),
        class_index=pd.array(index, dtype="Int64"),
        class_label=[words[at or 0] for at in index],
    )
    keys = pd.DataFrame(
        {"class_index": range(len(words)), "class_label": words, "small": False, "doubtful": False}
    )
    return pd.concat([ordered, keys.astype({"class_index": "Int64"})], ignore_index=True)


@chart_builder("country", "value", "instrument", "status", "trust", *REGIONS)
def build_numbers_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int
) -> alt.TopLevelMixin:
    """Ranked bars of the numbers that laws set, with the number and its scope in words at their end.

    Frame columns (one row per rule, in display order): label (unique), value, value_text, region, firmness
    (firm, limited: hollow, loose: hollow with a dashed edge), country_label, instrument_text, status_text,
    trust_text.
    """
    c = palette(theme)
    y = alt.Y("label:N", sort=None, axis=row_axis())
    # Room for the words behind the longest bar.
    x = alt.X("value:Q", axis=None, scale=alt.Scale(zero=True, nice=False, range=[0, alt.ExprRef(
        f"{ON_PHONE}?width*0.2:width*0.66")]))  # fmt: skip
    regions = alt.Scale(domain=list(REGIONS), range=[region_color(code, theme) for code in REGIONS])
    tooltip = [
        alt.Tooltip("country_label:N", title=labels["country"]),
        alt.Tooltip("value_text:N", title=labels["value"]),
        alt.Tooltip("instrument_text:N", title=labels["instrument"]),
        alt.Tooltip("status_text:N", title=labels["status"]),
        alt.Tooltip("trust_text:N", title=labels["trust"]),
    ]
    key = code_key({code: labels[code] for code in REGIONS})
    bars = (
        alt.Chart()
        .mark_bar(height={"band": 0.62}, strokeWidth=1.5)
        .encode(
            x=x,
            y=y,
            fill=alt.Fill("region:N", scale=regions, legend=key),
            stroke=_by_region(theme),
            fillOpacity=alt.condition("datum.firmness==='firm'", alt.value(1), alt.value(0.15)),
            strokeDash=alt.condition("datum.firmness==='loose'", alt.value([3, 2]), alt.value([1, 0])),
            tooltip=tooltip,
        )
    )
    words = (
        alt.Chart()
        .mark_text(
            align="left", dx=5, color=c.text, tooltip=None,
            limit=alt.ExprRef(f"{ON_PHONE}?width*0.8-6:420"), fontSize=alt.ExprRef(f"{ON_PHONE}?10:12"),
        )
        .encode(x=x, y=y, text="value_text:N")
    )  # fmt: skip
    return alt.layer(bars, words).properties(height=bar_height(rows))


@chart_builder("year", "region", "countries_with_law", "joined", *REGIONS)
def build_adoption_chart(*, language: str, theme: str, labels: Mapping[str, str]) -> alt.TopLevelMixin:
    """Steps: members of each region with a law in force, by year; points where some joined.

    Frame columns (one row per year and region): year, region, countries, joined_text (who joined that year,
    empty if none), region_label, share_text (7 of 16), end_label (only of the last year).
    """
    c = palette(theme)
    regions = alt.Scale(domain=list(REGIONS), range=[region_color(code, theme) for code in REGIONS])
    x = alt.X(
        "year:Q",
        scale=alt.Scale(zero=False, nice=False),
        axis=alt.Axis(title=None, format="d", tickMinStep=1, tickCount=alt.ExprRef(f"{ON_PHONE}?4:9")),
    )
    y = alt.Y("countries:Q", scale=alt.Scale(zero=True, nice=True), axis=alt.Axis(
        title=None, tickMinStep=1, tickCount=5))  # fmt: skip
    key = code_key({code: labels[code] for code in REGIONS})
    color = alt.Color("region:N", scale=regions, legend=key)
    lines = (
        alt.Chart()
        .mark_line(interpolate="step-after", strokeWidth=2.2, tooltip=None)
        .encode(x=x, y=y, color=color)
    )
    points = (
        alt.Chart()
        .transform_filter("datum.joined_text!==''")
        .mark_point(filled=True, size=70, opacity=1, stroke=c.background, strokeWidth=1)
        .encode(
            x=x,
            y=y,
            color=color,
            tooltip=[
                alt.Tooltip("year:Q", title=labels["year"], format="d"),
                alt.Tooltip("region_label:N", title=labels["region"]),
                alt.Tooltip("share_text:N", title=labels["countries_with_law"]),
                alt.Tooltip("joined_text:N", title=labels["joined"]),
            ],
        )
    )
    ends = (
        alt.Chart()
        .transform_filter("datum.end_label!==''")
        .mark_text(align="right", baseline="bottom", dy=-6, fontWeight=600, tooltip=None)
        .encode(x=x, y=y, text="end_label:N", color=color)
    )
    return alt.layer(lines, points, ends).properties(height=260)


@chart_builder("country", "year", "instrument", "status", "trust", *REGIONS)
def build_timeline_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int
) -> alt.TopLevelMixin:
    """Instruments by the year they were adopted, one row each, named beside their mark where there is room.

    Frame columns (one row per instrument, in display order): label (unique), year, region, firm (in force and
    verified: filled, else hollow), country_label, instrument_text, status_text, trust_text.
    """
    c = palette(theme)
    regions = alt.Scale(domain=list(REGIONS), range=[region_color(code, theme) for code in REGIONS])
    x = alt.X(
        "year:Q",
        scale=alt.Scale(
            zero=False, nice=False, padding=14, range=[0, alt.ExprRef(f"{ON_PHONE}?width-20:width*0.6")]
        ),
        axis=alt.Axis(
            title=None, format="d", tickMinStep=1, orient="top", tickCount=alt.ExprRef(f"{ON_PHONE}?4:9")
        ),
    )
    y = alt.Y("label:N", sort=None, axis=row_axis())
    marks = (
        alt.Chart()
        .mark_point(size=120, strokeWidth=2, opacity=1)
        .encode(
            x=x,
            y=y,
            color=alt.Color(
                "region:N", scale=regions, legend=code_key({code: labels[code] for code in REGIONS})
            ),
            fill=_by_region(theme),
            fillOpacity=alt.condition("datum.firm", alt.value(1), alt.value(0.1)),
            tooltip=[
                alt.Tooltip("country_label:N", title=labels["country"]),
                alt.Tooltip("year:Q", title=labels["year"], format="d"),
                alt.Tooltip("instrument_text:N", title=labels["instrument"]),
                alt.Tooltip("status_text:N", title=labels["status"]),
                alt.Tooltip("trust_text:N", title=labels["trust"]),
            ],
        )
    )
    words = (
        alt.Chart()
        .mark_text(align="left", dx=11, color=c.text, tooltip=None, limit=alt.ExprRef(f"{ON_PHONE}?1:420"))
        .encode(x=x, y=y, text="instrument_text:N",
                opacity=alt.value(alt.ExprRef(f"{ON_PHONE}?0:1")))
    )  # fmt: skip
    return alt.layer(marks, words).properties(height=40 + _ROW * max(rows, 1))
