"""The computed tables behind the similarity page, kept per choice."""

from __future__ import annotations

import numpy as np

from components import loaders
from components.kept import kept
from components.views.regulation import known
from components.views.regulation.choice import ALL
from components.views.similarity import partners
from components.views.similarity.choice import Choice, allowed, whole
from data.analysis.regulation.convergence import Plan, Reform, plan, reforms
from data.analysis.regulation.joint import JointPlan, joint_plan
from data.analysis.regulation.lock_in import joinable
from data.analysis.regulation.options import options
from data.analysis.regulation.panel import Panel
from data.analysis.regulation.scores import indicator_shares, item_weights_of
from data.analysis.regulation.similarity import Measure, Pairs, compare, levels


@kept
def panel(choice: Choice) -> Panel:
    """The answers compared: those of the chosen group, without anything supposed."""
    found = whole(choice.layer, choice.year, choice.trust)
    return found if choice.group == ALL else found.of_groups((choice.group,))


@kept
def measure(choice: Choice) -> Measure:
    """How similarity is taken: RDTII by the weights of indicators and pillars, other layers unweighted."""
    weights = None
    if choice.layer == known.RDTII:
        shares = indicator_shares(loaders.rdtii_indicators())
        weights = item_weights_of(panel(choice), shares, choice.weights.by_pillar)
        # A single pillar that the reader gave no weight is still compared with itself.
        weights = weights if weights.any() else np.ones(len(weights))
    return Measure(choice.kind, weights, loaders.catalog().regulation.shared_items)


@kept
def pairs(choice: Choice) -> Pairs:
    """Similarity of all pairs."""
    return compare(panel(choice), measure(choice))


@kept
def level(choice: Choice) -> dict[str, float]:
    """The mean score of each country."""
    return dict(zip(panel(choice).areas, levels(panel(choice), measure(choice)).tolist(), strict=True))


@kept
def missing(choice: Choice) -> tuple[str, ...]:
    """The members without any value: not scored in this layer, or too little known of them."""
    found = pairs(choice)
    shown = {area for area, some in zip(found.areas, found.shown, strict=True) if some}
    return tuple(area for area in loaders.catalog().ref_areas if area not in shown)


@kept
def members() -> dict[str, tuple[str, ...]]:
    """The members of each region."""
    return {region: loaders.members(region) for region in loaders.catalog().app.regions}


@kept
def may_join() -> dict[str, tuple[str, ...]]:
    """Treaty -> members that may take part."""
    bodies = loaders.catalog().regulation.members_of_body
    return joinable(loaders.treaties(), loaders.region_of(), bodies)


def _may(choice: Choice, areas: tuple[str, ...]) -> np.ndarray:
    """What each country may move to: goals of the layer that one of `areas` has already."""
    table = panel(choice)
    goals = loaders.catalog().regulation.layers[choice.layer].goals
    may = options(
        table,
        goals=goals or None,
        held_by=table.rows(areas),
        joinable=may_join() if choice.layer == known.TREATIES else None,
        direction=choice.direction,
    )
    known_answers = allowed(choice.layer)
    possible = [[answer in known_answers[item.code] for answer in table.answers] for item in table.items]
    return np.asarray(may & np.array(possible, dtype=bool))


@kept
def ranked(choice: Choice) -> tuple[Reform, ...]:
    """The reforms of the chosen country by their gain."""
    with_whom = partners.expand(choice.partners, choice.layer, choice.country)
    return reforms(panel(choice), choice.country, with_whom, _may(choice, with_whom), measure(choice))


@kept
def planned(choice: Choice) -> Plan:
    """The best plan of the chosen country."""
    with_whom = partners.expand(choice.partners, choice.layer, choice.country)
    may = _may(choice, with_whom)
    return plan(panel(choice), choice.country, with_whom, may, choice.count, measure(choice))


@kept
def joint(choice: Choice, group: str) -> JointPlan:
    """The plan of a group."""
    inside = partners.expand((group,), choice.layer)
    return joint_plan(panel(choice), inside, _may(choice, inside), choice.count, measure(choice))


@kept
def supposed(choice: Choice) -> Panel:
    """The answers compared after the changes of the board."""
    table = panel(choice)
    inside = set(table.item_codes)
    return table.changed(change for change in choice.changes if change.item in inside)
