"""What the pictures of processes share: the click on a step, the colours of areas, what the pointer shows."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from components.charts.theme import palette

# Too narrow for names in boxes or upright below an axis: numbers stand there, names beside.
# A picture for a file has no place around it, only a drawing area, from which wide labels are taken first.
NARROW = "(containerSize()[0]||width+300)<800"
PICKED = "picked"


def picked() -> alt.Parameter:
    """The parameter that a click on a step sets."""
    return alt.selection_point(name=PICKED, fields=["step"], on="click", clear=False, toggle=False)


def area_scale(theme: str, areas: tuple[tuple[str, str], ...]) -> alt.Scale:
    """Buy, ship, pay in this order: the colours that goods, services and both have elsewhere."""
    c = palette(theme)
    colors = (c.east_asia, c.goods, c.services)
    return alt.Scale(domain=[code for code, _ in areas], range=list(colors[: len(areas)]))


def step_tooltip(labels: Mapping[str, str]) -> list[alt.Tooltip]:
    """Name, actor, time and cost of a step, already written."""
    return [
        alt.Tooltip("label:N", title=labels["process_step"]),
        alt.Tooltip("actor_text:N", title=labels["process_actor"]),
        alt.Tooltip("time_text:N", title=labels["process_time"]),
        alt.Tooltip("cost_text:N", title=labels["process_cost"]),
    ]
