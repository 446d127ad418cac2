"""Coefficients of determinants against each other as a matrix of shades around zero."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.correlation.names import long_names
from components.charts.sealing import chart_builder
from components.charts.theme import DIVERGING, palette

_CELL = 22


@chart_builder("determinant", "other_determinant", "coefficient", "countries_known")
def build_coefficient_matrix(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int
) -> alt.TopLevelMixin:
    """A cell per pair, grey where a rule gives no coefficient.

    Frame columns (one row per pair, in display order): row_label, column_label, column_mark (short, unique),
    known (a coefficient is given), value, value_text, n_text. Columns carry marks that the rows explain.
    """
    c = palette(theme)
    axis = alt.Axis(title=None, orient="top", labelAngle=0, ticks=False, domain=False, labelOverlap=True)
    names = long_names()
    color = alt.Color(
        "value:Q",
        scale=alt.Scale(domain=[-1, 1], range=list(DIVERGING[theme])),
        legend=alt.Legend(
            title=None, values=[-1, -0.5, 0, 0.5, 1], format="+.1f", gradientLength=160, gradientThickness=10
        ),
    )
    x = alt.X("column_mark:N", sort=None, axis=axis)
    y = alt.Y("row_label:N", sort=None, axis=names)
    tooltip = [
        alt.Tooltip("row_label:N", title=labels["determinant"]),
        alt.Tooltip("column_label:N", title=labels["other_determinant"]),
        alt.Tooltip("value_text:N", title=labels["coefficient"]),
        alt.Tooltip("n_text:N", title=labels["countries_known"]),
    ]
    ground = alt.Chart().mark_rect(color=c.land, stroke=c.background).encode(x=x, y=y, tooltip=tooltip)
    cells = (
        alt.Chart()
        .transform_filter("datum.known")
        .mark_rect(stroke=c.background, strokeWidth=1)
        .encode(x=x, y=y, color=color, tooltip=tooltip)
    )
    return alt.layer(ground, cells).properties(height=70 + _CELL * max(rows, 1))
