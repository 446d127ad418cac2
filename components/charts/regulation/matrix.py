"""The matrix of rules: countries down, topics across, a cell's answer by colour, letter and pattern."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from components.charts.keys import ON_PHONE, code_key
from components.charts.sealing import chart_builder
from components.charts.theme import Palette, palette, steps

# How an answer looks; `sum` is a total beside the cells and `gap` a place between two regions.
STATUSES = ("full", "enacted", "part", "draft", "before", "none", "unknown", "not_applicable")
SCORES = ("0", "0.25", "0.5", "0.75", "0.8", "1")
_ROW = 19
# With more columns their names would run into each other: the first word, a number, stands for them.
_MANY = 24


@chart_builder("country", "topic", "answer", "since", "trust")
def build_rules_matrix(
    *, language: str, theme: str, labels: Mapping[str, str], rows: int, columns: int,
    names: tuple[tuple[str, str], ...],
) -> alt.TopLevelMixin:  # fmt: skip
    """A cell per country and item; click marks param `cell` (ref_area, item).

    Frame columns (one row per cell, in display order): row (begins with the ISO code), column, kind (one of
    STATUSES or SCORES, else `sum`, `gap`), letter, sourced, ref_area, item, country_label, item_label,
    answer_text, since_text, trust_text. `names`: kinds in use with their words for the key. An unverified
    cell is pale with an edge.
    """
    c = palette(theme)
    kinds = [kind for kind, _ in names]
    plain, patterned = _fills(c, theme)
    x = alt.X(
        "column:N",
        sort=None,
        axis=alt.Axis(
            title=None, orient="top", labelAngle=-90 if columns > _MANY else -55, ticks=False,
            domain=False, labelOverlap=False,
            labelLimit=alt.ExprRef(f"{ON_PHONE}?120:230"), labelPadding=4,
            labelFontSize=alt.ExprRef(f"{ON_PHONE}?9:12"),
            labelExpr="split(datum.label,' ')[0]" if columns > _MANY else "datum.label",
        ),
    )  # fmt: skip
    y = alt.Y(
        "row:N",
        sort=None,
        axis=alt.Axis(
            title=None, ticks=False, domain=False, labelOverlap=False, labelLimit=210, labelPadding=4,
            labelExpr=f"{ON_PHONE}?slice(datum.label,0,3):datum.label",
            labelFontSize=alt.ExprRef(f"{ON_PHONE}?10:12"),
        ),
    )  # fmt: skip
    hovered = alt.selection_point(
        name="hovered", fields=["row", "column"], on="pointerover", clear="pointerout", empty=False
    )
    marked = alt.selection_point(name="cell", fields=["ref_area", "item"], on="click", clear=False)
    tooltip = [
        alt.Tooltip("country_label:N", title=labels["country"]),
        alt.Tooltip("item_label:N", title=labels["topic"]),
        alt.Tooltip("answer_text:N", title=labels["answer"]),
        alt.Tooltip("since_text:N", title=labels["since"]),
        alt.Tooltip("trust_text:N", title=labels["trust"]),
    ]
    pale = alt.condition("datum.sourced", alt.value(1), alt.value(0.35))
    cells = (
        alt.Chart()
        .transform_filter("datum.kind!=='sum'")
        .transform_calculate(spoken="datum.country_label+', '+datum.item_label+': '+datum.answer_text")
        .mark_rect(cursor="pointer")
        .encode(
            x=x,
            y=y,
            description="spoken:N",
            fill=alt.Fill(
                "kind:N",
                scale=alt.Scale(domain=kinds, range=[plain[kind] for kind in kinds]),
                legend=code_key(dict(names), narrow=1, symbolStrokeColor=c.axis, symbolStrokeWidth=1),
            ),
            fillOpacity=pale,
            stroke={
                "condition": [
                    {"param": "hovered", "empty": False, "value": c.text},
                    {"param": "cell", "empty": False, "value": c.text},
                    {"test": "!datum.sourced&&datum.kind!=='unknown'", "value": c.muted},
                ],
                "value": c.background,
            },
            strokeWidth=alt.value(1.2),
            # A gap holds its place between two regions and is not seen.
            opacity=alt.condition("datum.kind==='gap'", alt.value(0), alt.value(1)),
            tooltip=tooltip,
        )
        .add_params(hovered, marked)
    )
    stripes = (
        alt.Chart()
        .transform_filter(f"indexof({list(patterned)},datum.kind)>=0")
        .mark_rect(strokeWidth=1.2, stroke=c.background, cursor="pointer", tooltip=None, aria=False)
        .encode(x=x, y=y, fill=_by_kind(patterned), fillOpacity=pale)
    )
    size = alt.value(alt.ExprRef(f"{ON_PHONE}?{9 if columns < 12 else 8}:11"))
    # Stripes would run through a letter: its own ground stands between them.
    grounds = (
        alt.Chart()
        .transform_filter(f"indexof({list(patterned)},datum.kind)>=0")
        .mark_text(
            baseline="middle",
            tooltip=None,
            aria=False,
            stroke=c.background,
            strokeWidth=5,
            strokeJoin="round",
        )
        .encode(x=x, y=y, text="letter:N", size=size)
    )
    letters = (
        alt.Chart()
        .transform_filter("datum.kind!=='gap'")
        .mark_text(baseline="middle", tooltip=None, aria=False, cursor="pointer")
        .encode(x=x, y=y, text="letter:N", size=size, color=_ink(c))
    )
    height = alt.param(name="height", expr=f"{ON_PHONE}?{16 * rows}:{_ROW * rows}")
    return (
        alt.layer(cells, stripes, grounds, letters)
        .add_params(height)
        .properties(height=_ROW * rows, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))
    )


def _fills(c: Palette, theme: str) -> tuple[dict[str, str], dict[str, dict[str, Any]]]:
    """The colour of each kind, and the stripes of those that have some."""
    shades = steps("both", theme, len(SCORES))
    plain = {
        "full": c.goods,
        "enacted": c.goods,
        "part": _between(c.goods, c.background),
        "draft": _between(c.both, c.background),
        "before": c.panel,
        "none": c.grid,
        "unknown": c.hatch,
        "not_applicable": c.background,
        **dict(zip(SCORES, shades, strict=True)),
    }
    patterned = {
        "part": _stripes(c.goods, c.background, across=True),
        "draft": _stripes(c.both, c.background, across=False),
        "unknown": _stripes(c.hatch, c.background, across=True),
    }
    return plain, patterned


def _stripes(color: str, ground: str, *, across: bool) -> dict[str, Any]:
    """Stripes as a gradient with hard stops: diagonal, or level."""
    count, stops = 4, []
    for number in range(count):
        start, middle, end = (round((number + part) / count, 3) for part in (0, 0.4, 1))
        stops += [{"offset": start, "color": color}, {"offset": middle, "color": color}]
        stops += [{"offset": middle, "color": ground}, {"offset": end, "color": ground}]
    return {"gradient": "linear", "x1": 0, "y1": 0, "x2": 1 if across else 0, "y2": 1, "stops": stops}


def _by_kind(fills: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """A fill by condition: a scale cannot hold gradients."""
    tests = [{"test": f"datum.kind==='{kind}'", "value": fill} for kind, fill in fills.items()]
    return {"condition": tests, "value": "transparent"}


def _between(color: str, ground: str) -> str:
    """Half of a colour and half of what it lies on."""
    pairs = zip(bytes.fromhex(color[1:]), bytes.fromhex(ground[1:]), strict=True)
    return "#" + bytes((one + other) // 2 for one, other in pairs).hex()


def _ink(c: Palette) -> dict[str, Any]:
    """Letters that stand out from what is behind them."""
    return {
        "condition": [
            {"test": f"indexof({['full', 'enacted', *SCORES[2:]]},datum.kind)>=0&&datum.sourced",
             "value": c.background},
            {"test": "indexof(['none','not_applicable'],datum.kind)>=0", "value": c.muted},
        ],
        "value": c.text,
    }  # fmt: skip
