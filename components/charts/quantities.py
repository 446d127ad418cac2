"""How each kind of number is drawn: its axis, its scale and its short written form."""

from __future__ import annotations

from typing import Any, Literal

import altair as alt

from components.charts.d3_locale import short_number

Kind = Literal["amount", "rate", "share", "index", "change", "rank"]
KINDS: tuple[Kind, ...] = ("amount", "rate", "share", "index", "change", "rank")


def written(kind: str, language: str, value: str = "datum.value") -> str:
    """A Vega expression that writes `value` as a number of this kind."""
    if kind == "share":
        return f"format({value},'.0%')"
    if kind == "change":
        return f"format({value},'+.0%')"
    if kind in ("index", "rank"):
        return f"format({value},',.0f')"
    return short_number(language, value)


def value_axis(kind: str, language: str, **properties: Any) -> alt.Axis:
    """The axis of a quantity: few ticks, short numbers, no title (the unit stands beside the chart title)."""
    settings: dict[str, Any] = {"title": None, "tickCount": 5, "labelExpr": written(kind, language)}
    return alt.Axis(**(settings | properties))


def value_scale(kind: str, **properties: Any) -> alt.Scale:
    """From zero, but for an index and changes, whose meaning is the distance from a base; rank 1 on top."""
    free = kind in ("index", "change", "rank")
    settings: dict[str, Any] = {"zero": not free, "nice": True, "reverse": kind == "rank"}
    return alt.Scale(**(settings | properties))


def base_line(kind: str) -> float | None:
    """The value a kind is read against: 100 for an index, 0 for a change, none for the others."""
    return {"index": 100.0, "change": 0.0}.get(kind)
