"""Visitors by age and sex: a pyramid, women to the left and men to the right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import altair as alt

from components.charts.bars import row_axis
from components.charts.keys import code_key
from components.charts.sealing import chart_builder
from components.charts.theme import code_colors, palette

_SIDES: tuple[tuple[str, Literal["left", "right"], int], ...] = (("F", "right", -5), ("M", "left", 5))
# Oldest on top, as pyramids are read.
_AGES = ("Y_GE65", "Y55T64", "Y45T54", "Y35T44", "Y25T34", "Y18T24")


@chart_builder("age", "sex", "share", "visits", "sex_F", "sex_M")
def build_age_pyramid(
    *, language: str, theme: str, labels: Mapping[str, str], height: int = 300
) -> alt.TopLevelMixin:
    """Shares of all visitors by age (rows) and sex (sides).

    Frame columns (one row per age and sex): age, age_label, sex (F, M), sex_label, share (0 to 1, of
    both sexes together), share_text, visits_text. Estimates by construction, so no status is drawn.
    """
    c = palette(theme)
    sexes = code_colors("sex", theme)
    rank = f"indexof([{','.join(repr(age) for age in _AGES)}],datum.age)"
    y = alt.Y("age_label:N", sort=alt.EncodingSortField("age_rank", op="min"), axis=row_axis())
    # Every bar is labelled, so the axis would only repeat it; the padding keeps the labels inside.
    x = alt.X("signed:Q", axis=None, scale=alt.Scale(nice=False, padding=38))
    bars = (
        alt.Chart()
        .mark_bar(height={"band": 0.8})
        .encode(
            color=alt.Color(
                "sex:N",
                scale=alt.Scale(domain=["F", "M"], range=[sexes["F"], sexes["M"]]),
                legend=code_key({"F": labels["sex_F"], "M": labels["sex_M"]}),
            ),
            tooltip=[
                alt.Tooltip("age_label:N", title=labels["age"]),
                alt.Tooltip("sex_label:N", title=labels["sex"]),
                alt.Tooltip("share_text:N", title=labels["share"]),
                alt.Tooltip("visits_text:N", title=labels["visits"]),
            ],
        )
    )
    texts = [
        alt.Chart()
        .transform_filter(f"datum.sex==='{sex}'")
        .mark_text(align=align, dx=shift, color=c.text, tooltip=None)
        .encode(text="share_text:N")
        for sex, align, shift in _SIDES
    ]
    middle = (
        alt.Chart()
        .mark_rule(color=c.axis, tooltip=None)
        .encode(x=alt.datum(0), y=alt.value(0), y2=alt.value("height"))
    )
    return (
        alt.layer(bars, *texts, middle)
        .encode(x=x, y=y)
        .transform_calculate(signed="datum.sex==='F'?-datum.share:datum.share", age_rank=rank)
        .properties(height=height)
    )
