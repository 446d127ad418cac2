"""What exists of a dataset: a grid of countries by year, shaded by the number of values."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.bars import row_axis
from components.charts.keys import ON_PHONE
from components.charts.sealing import chart_builder
from components.charts.theme import palette, steps


@chart_builder("country", "year", "values", "gap_missing")
def build_coverage_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int
) -> alt.TopLevelMixin:
    """Heat map of country (rows) by year (columns); a blank cell has no value.

    Frame columns (one row per country and year, in display order): country_label, year, count (whole number),
    count_text. `rows` is the number of countries.
    """
    c = palette(theme)
    color = alt.condition(
        "datum.count>0",
        alt.Color(
            "count:Q",
            scale=alt.Scale(type="sqrt", range=list(steps("both", theme, 6))),
            legend=alt.Legend(
                title=labels["values"], titleOrient="left", gradientLength=120, gradientThickness=10,
                tickCount=3, format=",.0f",
            ),
        ),
        alt.value(c.land),
    )  # fmt: skip
    # On a phone every fifth year is named; four digits upright do not fit more.
    years = alt.Axis(
        title=None, orient="top", ticks=False, domain=False, labelAngle=0, labelOverlap="greedy",
        labelExpr=f"{ON_PHONE}&&toNumber(datum.label)%5?'':datum.label",
    )  # fmt: skip
    return (
        alt.Chart()
        .mark_rect(stroke=c.background, strokeWidth=1.5)
        .encode(
            x=alt.X("year:N", sort=None, axis=years),
            y=alt.Y("country_label:N", sort=None, axis=row_axis()),
            color=color,
            tooltip=[
                alt.Tooltip("country_label:N", title=labels["country"]),
                alt.Tooltip("year:N", title=labels["year"]),
                alt.Tooltip("count_text:N", title=labels["values"]),
            ],
        )
        .properties(height=70 + 18 * max(rows, 1))
    )
