"""The heads of many narrow columns: words below each other on a desk, upright on a phone."""

from __future__ import annotations

import textwrap

import altair as alt

from components.charts.keys import ON_PHONE

# Room for three words below each other.
_ROOM = 46
_LETTERS = 14


def head_of(label: str) -> str:
    """The name of a column in lines that are short enough to stand above it."""
    return "\n".join(textwrap.wrap(label, _LETTERS, break_long_words=False))


def column_heads() -> alt.Axis:
    """The names of columns (from `head_of`) above them, in lines where the columns are wide enough."""
    return alt.Axis(
        title=None,
        orient="top",
        ticks=False,
        domain=False,
        labelOverlap=False,
        labelLimit=150,
        labelAngle=alt.ExprRef(f"{ON_PHONE}?-90:0"),
        labelAlign=alt.ExprRef(f"{ON_PHONE}?'left':'center'"),
        labelBaseline=alt.ExprRef(f"{ON_PHONE}?'middle':'top'"),
        labelPadding=alt.ExprRef(f"{ON_PHONE}?4:{_ROOM}"),
        labelFontSize=11,
        labelExpr=f"{ON_PHONE}?replace(datum.label,/\\n/g,' '):split(datum.label,'\\n')",
    )
