"""The three layers as config/regulation.yml has them: their rules, their answers and their tables."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from data.analysis.regulation.answers import datable, framework_answers, treaty_answers
from data.analysis.regulation.facts import Rules, Trust
from data.analysis.regulation.panel import Item, Panel, panel_of
from data.analysis.regulation.rdtii_answers import rdtii_answers, rdtii_rules
from data.analysis.regulation.scores import CountRules
from data.catalog.regulation import Regulation

FRAMEWORK, TREATIES, RDTII = "framework", "treaties", "rdtii"
LAYERS = (FRAMEWORK, TREATIES, RDTII)


@dataclass(frozen=True, eq=False)
class Registers:
    """The register tables that answer the layers, each as the store gives it."""

    law: pd.DataFrame
    cyberlaw_status: pd.DataFrame
    treaty_status: pd.DataFrame
    rdtii_indicator: pd.DataFrame
    rdtii_measure: pd.DataFrame


def layer_rules(
    layer: str, registers: Registers, regulation: Regulation, *, year: int | None = None
) -> Rules:
    """Items, scores and the answer before anything bound; for a year without the items that have no past.

    Raises ValueError for another layer than LAYERS.
    """
    if layer not in LAYERS:
        raise ValueError(f"layer: expected one of {', '.join(LAYERS)}, got {layer!r}")
    described = regulation.layers[layer]
    if layer == RDTII:
        return rdtii_rules(registers.rdtii_indicator, described.before)
    items = tuple(Item(item, group) for group, inside in described.groups.items() for item in inside)
    return Rules(layer, items if year is None else datable(items), described.scores, described.before)


def layer_answers(
    layer: str,
    registers: Registers,
    regulation: Regulation,
    areas: Sequence[str],
    *,
    year: int | None = None,
    trust: Trust = "sourced",
) -> pd.DataFrame:
    """Answers of every country to every item of a layer (see data/analysis/regulation/answers.py).

    year: as they stood at its end, today when None; trust: count what is sourced, or all.
    """
    rules = layer_rules(layer, registers, regulation, year=year)
    if layer == FRAMEWORK:
        return framework_answers(
            registers.law, registers.cyberlaw_status, rules, areas, year=year, trust=trust
        )
    if layer == TREATIES:
        return treaty_answers(registers.treaty_status, rules, areas, year=year, trust=trust)
    counts = CountRules(regulation.rdtii.halves_add_up, regulation.rdtii.quarters_add_up)
    return rdtii_answers(registers.rdtii_measure, registers.rdtii_indicator, counts, rules, areas, year=year)


def layer_panel(answers: pd.DataFrame, rules: Rules, areas: Sequence[str]) -> Panel:
    """The answers as a table of numbers."""
    return panel_of(answers, areas, rules.items, rules.scores)


def joinable(
    treaty: pd.DataFrame, region_of: Mapping[str, str], members_of: Mapping[str, Collection[str]]
) -> dict[str, tuple[str, ...]]:
    """Treaty -> countries that may join it.

    `treaty`: treaty, open_to (all, a region, members_of_body); `members_of`: treaty -> members of the body
    that it is open to. Where that body's members are not given nobody is said to be able to join.
    """
    found = {}
    for name, open_to in zip(treaty["treaty"], treaty["open_to"], strict=True):
        if open_to == "members_of_body":
            inside = set(members_of.get(name, ()))
            found[name] = tuple(area for area in region_of if area in inside)
        else:
            found[name] = tuple(area for area, region in region_of.items() if open_to in ("all", region))
    return found
