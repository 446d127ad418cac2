"""A country against its peers: what it shares, what it has alone, what it lacks, by instrument and group."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.keys import ON_PHONE, code_key
from components.charts.policies.axes import column_heads
from components.charts.sealing import chart_builder
from components.charts.theme import palette

VERDICTS = ("shared", "alone", "gap", "lacks")
_ROW = 26


@chart_builder(
    "instrument", "target_group", "verdict", "peers_having", *(f"verdict_{code}" for code in VERDICTS)
)
def build_benchmark_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int
) -> alt.TopLevelMixin:
    """A cell per instrument (rows) and target group (columns), coloured and lettered by verdict.

    Frame columns (one row per cell of the grid, in display order): instrument_label, group_label, head (of
    `head_of`), verdict (one of VERDICTS; empty where neither the country nor a peer has a measure), letter
    (the sign of the verdict), verdict_label, having_text (how many peers have it).
    """
    c = palette(theme)
    colors = {"shared": c.positive, "alone": c.both, "gap": c.negative, "lacks": c.hatch}
    x = alt.X("head:N", sort=None, axis=column_heads())
    y = alt.Y(
        "instrument_label:N",
        sort=None,
        axis=alt.Axis(
            title=None, ticks=False, domain=False, labelOverlap=False,
            labelLimit=alt.ExprRef(f"{ON_PHONE}?118:230"),
        ),
    )  # fmt: skip
    tooltip = [
        alt.Tooltip("instrument_label:N", title=labels["instrument"]),
        alt.Tooltip("group_label:N", title=labels["target_group"]),
        alt.Tooltip("verdict_label:N", title=labels["verdict"]),
        alt.Tooltip("having_text:N", title=labels["peers_having"]),
    ]
    ground = alt.Chart().mark_rect(color=c.land, stroke=c.background).encode(x=x, y=y)
    cells = (
        alt.Chart()
        .transform_filter("datum.verdict")
        .mark_rect(stroke=c.background, strokeWidth=1.5)
        .encode(
            x=x,
            y=y,
            color=alt.Color(
                "verdict:N",
                scale=alt.Scale(domain=list(VERDICTS), range=[colors[code] for code in VERDICTS]),
                legend=code_key({code: labels[f"verdict_{code}"] for code in VERDICTS}, narrow=1),
            ),
            tooltip=tooltip,
        )
    )
    letters = (
        alt.Chart()
        .transform_filter("datum.verdict")
        .mark_text(fontSize=12, fontWeight=600, tooltip=None)
        .encode(
            x=x,
            y=y,
            text="letter:N",
            color=alt.condition("datum.verdict==='lacks'", alt.value(c.text), alt.value(c.background)),
        )
    )
    return alt.layer(ground, cells, letters).properties(height=110 + _ROW * max(rows, 1))
