"""What the measures of the two regions consist of: shares side by side, and what became of some."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.bars import bar_height, row_axis, stacked_shares
from components.charts.keys import code_key
from components.charts.sealing import chart_builder
from components.charts.theme import palette, region_color

_REGIONS = ("east_asia", "latin_america")
STATUSES = ("running", "planned", "superseded", "ended", "unknown")


@chart_builder("kind_of_measure", "share", "measures", "region", *_REGIONS)
def build_composition_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int
) -> alt.TopLevelMixin:
    """A dot per region on a line per code, so that the difference between the regions is a length.

    Frame columns (one row per region and code, codes in display order): code_label, region, region_label,
    share (0 to 1), share_text, measures_text. `rows` is the number of codes.
    """
    c = palette(theme)
    y = alt.Y("code_label:N", sort=None, axis=row_axis())
    x = alt.X("share:Q", axis=alt.Axis(title=None, format=".0%", tickCount=5), scale=alt.Scale(zero=True))
    color = alt.Color(
        "region:N",
        scale=alt.Scale(domain=list(_REGIONS), range=[region_color(code, theme) for code in _REGIONS]),
        legend=code_key({code: labels[code] for code in _REGIONS}, symbolType="circle"),
    )
    lines = (
        alt.Chart()
        .mark_line(color=c.grid, strokeWidth=3, tooltip=None)
        .encode(x=x, y=y, detail="code_label:N")
    )
    dots = (
        alt.Chart()
        .mark_point(filled=True, size=110, opacity=1)
        .encode(
            x=x,
            y=y,
            color=color,
            tooltip=[
                alt.Tooltip("region_label:N", title=labels["region"]),
                alt.Tooltip("code_label:N", title=labels["kind_of_measure"]),
                alt.Tooltip("share_text:N", title=labels["share"]),
                alt.Tooltip("measures_text:N", title=labels["measures"]),
            ],
        )
    )
    return alt.layer(lines, dots).properties(height=bar_height(rows) + 50)


@chart_builder("region", "status", "share", "measures", *(f"policy_{code}" for code in STATUSES))
def build_status_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int
) -> alt.TopLevelMixin:
    """Stacked 100 % bars by region of what became of measures.

    Frame columns: label, code (one of STATUSES), code_label, share (0 to 1), share_text, measures_text.
    """
    c = palette(theme)
    colors = {
        "running": c.positive, "planned": c.both, "superseded": c.services, "ended": c.slate,
        "unknown": c.grey,
    }  # fmt: skip
    return stacked_shares(
        theme=theme,
        along="label",
        part="code",
        colors=colors,
        names={code: labels[f"policy_{code}"] for code in STATUSES},
        tooltip=[
            alt.Tooltip("label:N", title=labels["region"]),
            alt.Tooltip("code_label:N", title=labels["status"]),
            alt.Tooltip("share_text:N", title=labels["share"]),
            alt.Tooltip("measures_text:N", title=labels["measures"]),
        ],
        height=bar_height(rows) + 90,
        upright=False,
    )
