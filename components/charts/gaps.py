"""Signs for what is not a plain number: missing '..', not applicable '-', withheld (lock) and zero '0'."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from components.charts.keys import code_key
from components.charts.theme import palette

# Drawn as paths in a box from -1 to 1: no typeface has all four, and emoji locks are coloured.
SIGNS = {
    "O": "M-.6-.2h.4v.4h-.4zM.2-.2h.4v.4h-.4z",
    "M": "M-.7-.12h1.4v.24h-1.4z",
    "Q": "M-.6-.1h1.2v.9h-1.2zM-.4-.1v-.3a.4.4 0 0 1 .8 0v.3h-.18v-.3a.22.22 0 0 0-.44 0v.3z",
    "Z": "M0-.65a.45.65 0 1 0 .01 0zM0-.42a.22.42 0 1 1-.01 0z",
}
GAP_LABELS = ("gap_missing", "gap_not_applicable", "gap_withheld", "gap_zero")


def gap_expression(value: str = "value") -> str:
    """A Vega expression: O missing, M not applicable, Q withheld, Z zero, '' for any other value."""
    held = f"datum['{value}']"
    return (
        "indexof(['M','Q'],datum.obs_status)>=0?datum.obs_status:"
        f"!isValid({held})||isNaN({held})?'O':{held}===0?'Z':''"
    )


def gap_layer(
    *,
    theme: str,
    labels: Mapping[str, str],
    position: Mapping[str, Any],
    value: str = "value",
    legend: bool = True,
    zero: bool = True,
    signs: tuple[str, ...] = tuple(SIGNS),
    size: int = 80,
) -> alt.Chart:
    """Points at `position` (encoding channels) for the rows that have no plain number.

    Needs columns `obs_status` and `value`. `legend` explains the signs, all four unless
    `signs` names those that can occur; `zero=False` leaves zero to the mark itself.
    """
    codes = list(SIGNS)
    names = {code: labels[key] for code, key in zip(codes, GAP_LABELS, strict=True)}
    explained = [code for code in codes if code in signs and (zero or code != "Z")]
    key = code_key(
        names, orient="bottom", symbolSize=90, values=explained,
        symbolFillColor=palette(theme).text,
    )  # fmt: skip
    wanted = "datum.gap!==''" if zero else "datum.gap!==''&&datum.gap!=='Z'"
    return (
        alt.Chart()
        .transform_calculate(gap=gap_expression(value))
        .transform_filter(wanted)
        .mark_point(filled=True, size=size, color=palette(theme).text, opacity=1, tooltip=None)
        .encode(
            shape=alt.Shape(
                "gap:N",
                scale=alt.Scale(domain=codes, range=list(SIGNS.values())),
                legend=key if legend else None,
            ),
            **position,
        )
    )
