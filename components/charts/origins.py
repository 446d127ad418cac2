"""Where visitors come from: shares by year, the largest origins, and origin by destination."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.bars import ended_bars, row_axis, stacked_shares
from components.charts.gaps import GAP_LABELS, gap_layer
from components.charts.keys import code_key
from components.charts.sealing import chart_builder
from components.charts.theme import origin_colors, palette, steps

ORIGIN_GROUPS = ("national", "own_region", "other_region", "rest")
_ORIGIN_LABELS = tuple(f"origin_{group}" for group in ORIGIN_GROUPS)


@chart_builder("year", "origin", "share", "visits", *_ORIGIN_LABELS)
def build_origin_shares_chart(
    *, region: str, language: str, theme: str, labels: Mapping[str, str], height: int = 320
) -> alt.TopLevelMixin:
    """Stacked 100 % bars by year: national, own region, other region, rest of the world.

    Frame columns (one row per year and group): time_period, origin_group, group_label, share (0 to 1),
    share_text, visits_text.
    """
    return stacked_shares(
        theme=theme,
        along="time_period",
        part="origin_group",
        colors=origin_colors(region, theme),
        names={group: labels[f"origin_{group}"] for group in ORIGIN_GROUPS},
        tooltip=[
            alt.Tooltip("time_period:N", title=labels["year"]),
            alt.Tooltip("group_label:N", title=labels["origin"]),
            alt.Tooltip("share_text:N", title=labels["share"]),
            alt.Tooltip("visits_text:N", title=labels["visits"]),
        ],
        height=height,
        upright=True,
    )


@chart_builder("origin", "share", "visits", "east_asia", "latin_america", "rest_of_world")
def build_top_origins_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int
) -> alt.TopLevelMixin:
    """Bars of the countries most visitors come from, coloured by region, in the order of the frame.

    Frame columns: counterpart_area, label, region (east_asia, latin_america or rest), value (share,
    0 to 1), value_text, visits_text, obs_status.
    """
    c = palette(theme)
    codes = {"east_asia": "east_asia", "latin_america": "latin_america", "rest": "rest_of_world"}
    color = alt.Fill(
        "region:N",
        scale=alt.Scale(domain=list(codes), range=[c.east_asia, c.latin_america, c.grey]),
        legend=code_key({code: labels[key] for code, key in codes.items()}, narrow=1),
    )
    tooltip = [
        alt.Tooltip("label:N", title=labels["origin"]),
        alt.Tooltip("value_text:N", title=labels["share"]),
        alt.Tooltip("visits_text:N", title=labels["visits"]),
    ]
    return ended_bars(theme=theme, color=color, tooltip=tooltip, rows=rows + 1, estimated=False)


@chart_builder("origin", "destination", "share", "status", *GAP_LABELS)
def build_origin_matrix(
    *, region: str, language: str, theme: str, labels: Mapping[str, str], rows: int
) -> alt.TopLevelMixin:
    """Heat map of origin (rows) by destination (columns), shade by share of the destination's visitors.

    Frame columns (one row per pair, in display order): counterpart_area, origin_label, ref_area,
    destination_label, value (share, 0 to 1), value_text, status_text, obs_status. `rows` is the number
    of origins. Columns carry ISO codes, for width; the tooltip has the names.
    """
    c = palette(theme)
    x = alt.X("ref_area:N", sort=None, axis=alt.Axis(title=None, orient="top", labelAngle=-90, ticks=False,
                                                     domain=False, labelOverlap=False))  # fmt: skip
    y = alt.Y("origin_label:N", sort=None, axis=row_axis())
    cells = (
        alt.Chart()
        .mark_rect(stroke=c.background, strokeWidth=1.5, invalid="show")
        .encode(
            x=x,
            y=y,
            color=alt.condition(
                "isValid(datum.value)",
                alt.Color(
                    "value:Q",
                    scale=alt.Scale(type="sqrt", range=list(steps(region, theme, 6)), zero=True),
                    legend=alt.Legend(title=None, format=".0%", gradientLength=160, gradientThickness=10,
                                      tickCount=4),
                ),
                alt.value(c.land),
            ),
            tooltip=[
                alt.Tooltip("origin_label:N", title=labels["origin"]),
                alt.Tooltip("destination_label:N", title=labels["destination"]),
                alt.Tooltip("value_text:N", title=labels["share"]),
                alt.Tooltip("status_text:N", title=labels["status"]),
            ],
        )
    )  # fmt: skip
    signs = gap_layer(theme=theme, labels=labels, position={"x": x, "y": y}, size=54)
    return alt.layer(cells, signs).properties(height=110 + 22 * max(rows, 1))
