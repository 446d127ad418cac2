"""How the score of an RDTII indicator follows from its measures, in one word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.analysis.regulation.panel import Item
from data.analysis.regulation.scores import CountRules, indicator_score

SINGLE, HIGHEST, LOWEST, HALVES, QUARTERS = "single", "highest", "lowest", "halves", "quarters"
WAYS = (SINGLE, HIGHEST, LOWEST, HALVES, QUARTERS)


def how_reached(scores: Sequence[float], indicator: str, rules: CountRules, *, lack_of: bool) -> str:
    """Which of WAYS led from the raw `scores` of an indicator (at least one) to its score.

    Raises ValueError as `indicator_score`.
    """
    found = indicator_score(scores, indicator, rules, lack_of=lack_of)
    if len(scores) == 1:
        return SINGLE
    if lack_of:
        return LOWEST
    if found > max(scores):
        return HALVES if indicator in rules.halves_add_up else QUARTERS
    return HIGHEST


def indicators_alike(items: Sequence[Item]) -> dict[str, float]:
    """Weights of pillars that make every indicator count the same: their number in the pillar."""
    counted: dict[str, float] = {}
    for item in items:
        counted[item.group] = counted.get(item.group, 0.0) + 1.0
    return counted


def only(pillars: Sequence[str], cluster: Sequence[str]) -> dict[str, float]:
    """Weights of pillars that leave out all but a cluster."""
    return {pillar: float(pillar in cluster) for pillar in pillars}


def same_weights(one: Mapping[str, float], other: Mapping[str, float]) -> bool:
    """Whether two sets of weights over the same pillars give the same mean: they differ by a factor only."""
    total, whole = sum(one.values()), sum(other.values())
    return all(abs(one[name] / total - other[name] / whole) < 1e-9 for name in one)
