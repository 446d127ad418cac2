"""How alike a country's rules are to those of each region, and which reforms bring them closer."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from data.analysis.country.desk import TREATIES, Desk
from data.analysis.country.gaps import NEUTRAL
from data.analysis.regulation.answers import TRACKER
from data.analysis.regulation.convergence import Reform, reforms
from data.analysis.regulation.options import options
from data.analysis.regulation.panel import Panel, panel_of
from data.analysis.regulation.similarity import Mean, Measure, compare, mean_between

# A gain smaller than the digits of a sum is none.
_NOTHING = 1e-12


def rules_panel(desk: Desk, layer: str) -> Panel:
    """The sourced answers of a layer as a table of numbers."""
    by = desk.rules(layer)
    scores = by.scores
    return panel_of(desk.answers(layer), desk.scored(layer), by.items, scores)


def measure_of(desk: Desk) -> Measure:
    """Similarity as the project takes it: by score, from the least share of common items on."""
    return Measure(least=desk.catalog.regulation.shared_items)


def likeness(desk: Desk, layer: str, area: str) -> Mapping[str, Mean]:
    """Mean similarity of a country to the other members of each region; empty where the layer lacks it."""
    if area not in desk.scored(layer):
        return {}
    pairs = compare(rules_panel(desk, layer), measure_of(desk))
    return {
        region: mean_between(pairs, [area], desk.catalog.members_of(region))
        for region in desk.catalog.app.regions
    }


def best_reforms(desk: Desk, layer: str, area: str, count: int) -> tuple[Reform, ...]:
    """The reforms of a layer that raise the mean similarity to all other members most, one per subject.

    A topic of law and the area of the tracker on it are one subject. Only what may be a goal, and treaties
    that the country may join (config/regulation.yml); topics whose lack may be the better choice
    (gaps.NEUTRAL) are no advice to anybody.
    """
    if area not in desk.scored(layer):
        return ()
    about = desk.catalog.regulation.layers[layer]
    known = rules_panel(desk, layer)
    may = options(
        known,
        goals=about.goals or None,
        held_by=np.arange(len(known.areas)),
        joinable=desk.joinable if layer == TREATIES else None,
        direction=about.direction,
    )
    found: dict[str, Reform] = {}
    for reform in reforms(known, area, known.areas, may, measure_of(desk)):
        subject = reform.item.removeprefix(TRACKER)
        if reform.gain > _NOTHING and subject not in NEUTRAL:
            found.setdefault(subject, reform)
    return tuple(found.values())[:count]
