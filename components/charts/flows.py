"""Flows of visitors: matrix of origins and destinations, ranked corridors, both regions on one scale."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt
import numpy as np
import pandas as pd

from components.charts.bars import ended_bars
from components.charts.classes import class_limits, class_texts
from components.charts.keys import ON_PHONE, code_key
from components.charts.quantities import value_axis, written
from components.charts.sealing import chart_builder
from components.charts.theme import palette, steps

REGION_GROUPS = (
    "east_asia_national", "latin_america_national", "east_asia", "latin_america", "rest",
)  # fmt: skip
# Stand in the place of a country between two regions, so that a gap parts them.
SPACERS = ("\u2002", "\u2003")


def prepare_flow_matrix(frame: pd.DataFrame, *, language: str) -> pd.DataFrame:
    """The frame as build_flow_matrix wants it: classed by visits, what stays at home in no class.

    Needs origin, destination (names of rows and columns in display order), visits, home. Adds class_index
    (none at home), class_label. Rows without names stand for the classes, so that the key has them all.
    """
    values = frame["visits"].where(~frame["home"])
    limits = class_limits(values.tolist(), "amount")
    texts = class_texts(limits, "amount", language) or ("",)
    held = values.notna().to_numpy()
    place = np.searchsorted(limits, values.fillna(0.0), side="right").astype("int8")
    return frame.assign(
        class_index=pd.arrays.IntegerArray(place, ~held),
        class_label=pd.Categorical(
            np.array(texts, dtype=object)[np.where(held, place, 0)], categories=list(texts)
        ),
        visits=frame["visits"].round(),
    )


@chart_builder("origin", "destination", "visits", "change")
def build_flow_matrix(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int, columns: int
) -> alt.TopLevelMixin:
    """Heat map of origin (rows) by destination (columns), shade by visits, own country in grey.

    Frame columns (one row per pair, in display order, from prepare_flow_matrix): origin, destination (row
    and column labels beginning with the ISO code), visits, change (a share, missing where unknown),
    class_index, class_label, home. A phone shows the codes alone.
    """
    c = palette(theme)
    code = "slice(datum.label,0,3)"
    small = f"({ON_PHONE}&&{columns}>24)?7:{ON_PHONE}?9:11"
    x = alt.X(
        "destination:N",
        sort=None,
        axis=alt.Axis(
            title=None, orient="top", labelAngle=-90, labelExpr=code, ticks=False, domain=False,
            labelOverlap=False, labelFontSize=alt.ExprRef(small), labelPadding=3,
        ),
    )  # fmt: skip
    y = alt.Y(
        "origin:N",
        sort=None,
        axis=alt.Axis(
            title=None, ticks=False, domain=False, labelOverlap=False, labelLimit=230, labelPadding=3,
            labelExpr=f"{ON_PHONE}?{code}:datum.label",
            labelFontSize=alt.ExprRef(f"{ON_PHONE}?9:11"),
        ),
    )  # fmt: skip
    hovered = alt.selection_point(
        name="hovered", fields=["origin", "destination"], on="pointerover", clear="pointerout", empty=False
    )
    cells = (
        alt.Chart()
        .transform_calculate(
            # Written in the browser: over a thousand texts would take longer than all the rest.
            visits_text=written("amount", language, "datum.visits"),
            change_text=f"isValid(datum.change)?{written('change', language, 'datum.change')}:'..'",
        )
        .mark_rect(strokeWidth=1, invalid="show")
        .encode(
            x=x,
            y=y,
            color=alt.condition(
                "datum.home",
                alt.value(c.land),
                alt.Color(
                    "class_label:O",
                    sort=alt.EncodingSortField("class_index", op="min"),
                    scale=alt.Scale(range=list(steps("both", theme, 5))),
                    legend=alt.Legend(title=None, columns=alt.ExprRef(f"{ON_PHONE}?3:5")),
                ),
            ),
            # Cells of a gap hold its place and are not seen.
            opacity=alt.condition("isValid(datum.visits)", alt.value(1), alt.value(0)),
            stroke=alt.condition(hovered, alt.value(c.text), alt.value(c.background)),
            tooltip=[
                alt.Tooltip("origin:N", title=labels["origin"]),
                alt.Tooltip("destination:N", title=labels["destination"]),
                alt.Tooltip("visits_text:N", title=labels["visits"]),
                alt.Tooltip("change_text:N", title=labels["change"]),
            ],
        )
        .add_params(hovered)
    )
    height = alt.param(name="height", expr=f"{ON_PHONE}?{14 * rows}:{18 * rows}")
    return (
        cells.add_params(height)
        .properties(height=18 * rows, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))
    )  # fmt: skip


@chart_builder("corridor", "marketplace", "visits", "change", "east_asia", "latin_america", "rest_of_world")
def build_corridor_chart(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int, of: str = "corridor"
) -> alt.TopLevelMixin:
    """Bars of corridors or of the marketplaces that carry one, with the change since the base year.

    Frame columns: label, region (of the origin), value (visits), value_text (visits and change), visits_text,
    change_text, obs_status. In the order of the frame, coloured by where the visitors come from. `of` is
    corridor or marketplace: what a bar stands for.
    """
    c = palette(theme)
    codes = {"east_asia": "east_asia", "latin_america": "latin_america", "rest": "rest_of_world"}
    color = alt.Fill(
        "region:N",
        scale=alt.Scale(domain=list(codes), range=[c.east_asia, c.latin_america, c.grey]),
        legend=code_key({code: labels[key] for code, key in codes.items()}, narrow=1),
    )
    tooltip = [
        alt.Tooltip("label:N", title=labels[of]),
        alt.Tooltip("visits_text:N", title=labels["visits"]),
        alt.Tooltip("change_text:N", title=labels["change"]),
    ]
    return ended_bars(theme=theme, color=color, tooltip=tooltip, rows=rows + 1, estimated=False)


@chart_builder(
    "year", "place", "origin", "visits", "share", "east_asia_home", "latin_america_home", "east_asia",
    "latin_america", "rest_of_world",
)  # fmt: skip
def build_regions_chart(
    *, language: str, theme: str, labels: Mapping[str, str], home: bool, height: int = 380
) -> alt.TopLevelMixin:
    """Both regions' marketplaces side by side for each year on one scale, stacked by origin of the visitors.

    Frame columns (one row per year, region and origin): time_period, region (of the marketplaces), group
    (one of REGION_GROUPS), visits, region_label, group_label, visits_text, share_text.
    `home` says whether visits that stay in their own country are among them.
    """
    c = palette(theme)
    words = ("east_asia_home", "latin_america_home", "east_asia", "latin_america", "rest_of_world")
    names = {code: labels[word] for code, word in zip(REGION_GROUPS, words, strict=True)}
    colors = [c.east_asia_deep, c.latin_america_deep, c.east_asia, c.latin_america, c.grey]
    first = 0 if home else 2
    return (
        alt.Chart()
        .transform_calculate(part_order=f"indexof({list(REGION_GROUPS)},datum.group)")
        .mark_bar(stroke=c.background, strokeWidth=1)
        .encode(
            x=alt.X("time_period:O", axis=alt.Axis(title=None, labelAngle=0, ticks=False)),
            xOffset=alt.XOffset("region:N", sort=["east_asia", "latin_america"]),
            y=alt.Y("visits:Q", axis=value_axis("amount", language), scale=alt.Scale(zero=True)),
            order=alt.Order("part_order:Q"),
            color=alt.Color(
                "group:N",
                scale=alt.Scale(domain=list(REGION_GROUPS[first:]), range=colors[first:]),
                legend=code_key(names, narrow=1),
            ),
            tooltip=[
                alt.Tooltip("time_period:N", title=labels["year"]),
                alt.Tooltip("region_label:N", title=labels["place"]),
                alt.Tooltip("group_label:N", title=labels["origin"]),
                alt.Tooltip("visits_text:N", title=labels["visits"]),
                alt.Tooltip("share_text:N", title=labels["share"]),
            ],
        )
        .properties(height=height)
    )
