"""RDTII scores in pictures: a heat map of economies by pillar or indicator, and the overall level ranked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from textwrap import wrap

import altair as alt

from components.charts.bars import bar_height, row_axis
from components.charts.keys import ON_PHONE
from components.charts.sealing import chart_builder
from components.charts.theme import SEQUENTIAL, palette

_ROW = 30
# Between the lines of a name, and pixels that a column and the names of the rows take.
BREAK = "|"
_COLUMN, _NAMES, _LINE, _UPRIGHT = 72, 170, 13, 12
# Characters of all the lines of a row of names together.
_ACROSS = 150
# From here on a cell is strong enough to carry letters in the colour of the ground.
_STRONG = 0.5


def depth_of(columns: Iterable[str]) -> int:
    """Lines of the longest of these names."""
    return max(name.count(BREAK) for name in columns) + 1


def lines(number: str, name: str, columns: int) -> str:
    """Number and name of a column, the name in lines that fit one of `columns`."""
    width = max(_ACROSS // columns, 9)
    return BREAK.join([number, *wrap(name, width, break_long_words=False)])


@chart_builder("country", "part", "score", "known_of")
def build_score_heat(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int, columns: int, depth: int
) -> alt.TopLevelMixin:
    """A cell per economy and part (pillar or indicator) with its score; click marks param `part`.

    Frame columns (one row per cell, in display order): row (begins with the ISO code), column (see `lines`;
    on phones its number alone), part, score (0 open to 1 heavily regulated, missing where unknown),
    score_text, country_label, part_label, known_text, chosen (the part that is opened below).
    depth: lines of the longest column name.
    """
    c = palette(theme)
    scale = alt.Scale(domain=[0, 1], range=list(SEQUENTIAL[("both", theme)][1:]), clamp=True)
    # Names stand under each other's words; where a column has no room for words its number says it.
    narrow = f"(containerSize()[0]||width)<{_COLUMN * columns + _NAMES}"
    # Long numbers of many indicators have no room beside each other.
    tilt = -90 if columns > _UPRIGHT else 0
    x = alt.X(
        "column:N",
        sort=None,
        axis=alt.Axis(
            title=None, orient="top", ticks=False, domain=False, labelOverlap=False, labelLimit=0,
            labelAngle=alt.ExprRef(f"{narrow}?{tilt}:0"), labelLineHeight=_LINE,
            labelAlign=alt.ExprRef(f"{narrow}&&{tilt}?'left':'center'"),
            labelBaseline=alt.ExprRef(f"{narrow}&&{tilt}?'middle':'bottom'"),
            # Lines run downward from the first one, so that it has to stand high enough.
            labelPadding=alt.ExprRef(f"{narrow}?5:{5 + _LINE * (depth - 1)}"),
            labelFontSize=alt.ExprRef(f"{narrow}?10:11"),
            labelExpr=f"{narrow}?split(datum.label,'{BREAK}')[0]:split(datum.label,'{BREAK}')",
        ),
    )  # fmt: skip
    y = alt.Y(
        "row:N",
        sort=None,
        axis=alt.Axis(
            title=None, ticks=False, domain=False, labelOverlap=False, labelLimit=210, labelPadding=4,
            labelExpr=f"{ON_PHONE}?slice(datum.label,0,3):slice(datum.label,4)",
            labelFontSize=alt.ExprRef(f"{ON_PHONE}?10:12"),
        ),
    )  # fmt: skip
    key = alt.Legend(
        title=None, values=[0, 0.25, 0.5, 0.75, 1], format=".2~f", gradientLength=200, gradientThickness=10
    )
    marked = alt.selection_point(name="part", fields=["part"], on="click", clear=False)
    tooltip = [
        alt.Tooltip("country_label:N", title=labels["country"]),
        alt.Tooltip("part_label:N", title=labels["part"]),
        alt.Tooltip("score_text:N", title=labels["score"]),
        alt.Tooltip("known_text:N", title=labels["known_of"]),
    ]
    cells = (
        alt.Chart()
        .mark_rect(cursor="pointer", strokeWidth=1.4, invalid=None)
        .encode(
            x=x,
            y=y,
            color=alt.condition("isValid(datum.score)", alt.Color("score:Q", scale=scale, legend=key),
                                alt.value(c.land)),
            stroke=alt.condition("datum.chosen", alt.value(c.text), alt.value(c.background)),
            tooltip=tooltip,
        )
        .add_params(marked)
    )  # fmt: skip
    words = (
        alt.Chart()
        .mark_text(baseline="middle", tooltip=None, cursor="pointer")
        .encode(
            x=x,
            y=y,
            text="score_text:N",
            size=alt.value(alt.ExprRef(f"{ON_PHONE}?9:12")),
            color=alt.condition(
                f"isValid(datum.score)&&datum.score>={_STRONG}", alt.value(c.background), alt.value(c.text)
            ),
        )
    )
    return alt.layer(cells, words).properties(height=_ROW * rows + 60 + _LINE * depth)


@chart_builder("country", "score", "score_equal", "place_now")
def build_levels_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int, own: bool
) -> alt.TopLevelMixin:
    """Overall scores as ranked bars; with `own` weights a tick marks the score by equal pillars.

    Frame columns (in display order): label, score, score_text, equal, equal_text, end (where the words begin:
    the larger of both), place_text.
    """
    c = palette(theme)
    y = alt.Y("label:N", sort=None, axis=row_axis())
    axis = alt.Axis(title=None, values=[0, 0.25, 0.5, 0.75, 1], format=".2~f", orient="top")
    x = alt.X("score:Q", axis=axis, scale=alt.Scale(domain=[0, 1], nice=False))
    tooltip = [
        alt.Tooltip("label:N", title=labels["country"]),
        alt.Tooltip("score_text:N", title=labels["score"]),
        alt.Tooltip("equal_text:N", title=labels["score_equal"]),
        alt.Tooltip("place_text:N", title=labels["place_now"]),
    ]
    bars = alt.Chart().mark_bar(height={"band": 0.62}, color=c.east_asia).encode(x=x, y=y, tooltip=tooltip)
    words = (
        alt.Chart()
        .mark_text(align="left", dx=6, color=c.text, tooltip=None)
        .encode(x=alt.X("end:Q"), y=y, text="score_text:N")
    )
    layers: list[alt.Chart] = [bars, words]
    if own:
        layers.append(
            alt.Chart()
            .mark_tick(color=c.text, thickness=2.2, height={"band": 0.86}, tooltip=None)
            .encode(x=alt.X("equal:Q"), y=y)
        )
    return alt.layer(*layers).properties(height=bar_height(rows) + 26)
