"""How alike the rules of two countries are: by score or by answer, for all pairs at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

import numpy as np

from data.analysis.regulation.panel import Panel

Kind = Literal["score", "answer"]
KINDS: tuple[Kind, ...] = ("score", "answer")
# Below this share of the items known for both, a pair gets no value (METHODS, section 3).
LEAST_COMMON = 0.7


@dataclass(frozen=True, eq=False)
class Pairs:
    """Similarity of every pair of `areas` (0..1, NaN where too little is known) and the items behind it.

    similarity, common: areas x areas; items: number of items of the layer or group.
    """

    areas: tuple[str, ...]
    similarity: np.ndarray
    common: np.ndarray
    items: int

    @property
    def shown(self) -> np.ndarray:
        """Whether a country has a value with any other (areas)."""
        others = ~np.eye(len(self.areas), dtype=bool)
        return np.asarray((np.isfinite(self.similarity) & others).any(axis=1))


@dataclass(frozen=True, eq=False)
class Measure:
    """How similarity is taken: by score or by answer, with which weights, and from which share of items on.

    weights: one per item, not negative; equal when not given. Answers are counted, not weighted.
    """

    kind: Kind = "score"
    weights: np.ndarray | None = None
    least: float = LEAST_COMMON


USUAL = Measure()


class Mean(NamedTuple):
    """Mean similarity over pairs of countries: pairs with a value and all pairs."""

    value: float
    known: int
    pairs: int


class Near(NamedTuple):
    """Another country with its similarity and the number of items known for both."""

    area: str
    similarity: float
    common: int


def compare(panel: Panel, measure: Measure = USUAL) -> Pairs:
    """Similarity of all pairs: 1 - sum w |s_i - s_j| / sum w by score, share of equal answers by answer.

    Sums run over the items known for both (METHODS, section 3). NaN below the least share of the items, and
    where the common items weigh nothing. Raises ValueError as `item_weights`.
    """
    known = panel.known
    weight = item_weights(panel, measure)
    apart = np.einsum("ijk,k->ij", distances(panel, measure.kind, panel.codes, panel.codes), weight)
    total = (known * weight) @ known.T
    common = known.astype(np.intp) @ known.T.astype(np.intp)
    enough = (common >= measure.least * len(panel.items)) & (total > 0) & (common > 0)
    similarity = np.where(enough, 1.0 - apart / np.where(total > 0, total, 1.0), np.nan)
    return Pairs(panel.areas, np.clip(similarity, 0.0, 1.0), common, len(panel.items))


def item_weights(panel: Panel, measure: Measure) -> np.ndarray:
    """The weight of each item; ones by answer or when none are given.

    Raises ValueError for another kind than KINDS, another number of weights than items, negative or only
    zero weights.
    """
    if measure.kind not in KINDS:
        raise ValueError(f"kind: expected one of {', '.join(KINDS)}, got {measure.kind!r}")
    if measure.weights is None or measure.kind == "answer":
        return np.ones(len(panel.items))
    given = np.asarray(measure.weights, dtype=np.float64)
    if given.shape != (len(panel.items),):
        raise ValueError(f"weights: expected {len(panel.items)}, one per item, got {given.size}")
    if not np.isfinite(given).all() or (given < 0).any():
        raise ValueError(f"weights: expected numbers of zero or more, got {given.min()}")
    if len(given) and not given.any():
        raise ValueError("weights: expected at least one above zero, got only zeros")
    return given


def distances(panel: Panel, kind: Kind, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Distance of each row of `first` from each of `second`, item by item; 0 where either is unknown.

    Both hold answers as codes of `panel`: (i x items), (j x items) -> (i x j x items).
    """
    one, other = first[:, None], second[None]
    both = (one >= 0) & (other >= 0)
    if kind == "answer":
        return np.asarray((both & (one != other)).astype(np.float64))
    return np.where(both, np.abs(panel.score_of[one] - panel.score_of[other]), 0.0)


def levels(panel: Panel, measure: Measure = USUAL) -> np.ndarray:
    """Mean score of each country over its known items, weighted; NaN below the least share of the items.

    It is the same whether pairs are compared by score or by answer.
    """
    weight = level_weights(panel, measure)
    total = panel.known @ weight
    enough = (panel.known.sum(axis=1) >= measure.least * len(panel.items)) & (total > 0)
    sums = np.where(panel.known, panel.scores, 0.0) @ weight
    return np.where(enough, sums / np.where(total > 0, total, 1.0), np.nan)


def level_weights(panel: Panel, measure: Measure) -> np.ndarray:
    """The weight of each item in the mean score."""
    return item_weights(panel, replace(measure, kind="score"))


def mean_between(pairs: Pairs, first: Collection[str], second: Collection[str]) -> Mean:
    """Mean over the pairs of a country of `first` with another of `second`, each pair once."""
    a = np.isin(pairs.areas, list(first))
    b = np.isin(pairs.areas, list(second))
    chosen = np.triu((a[:, None] & b[None]) | (b[:, None] & a[None]), k=1)
    values = pairs.similarity[chosen]
    known = values[np.isfinite(values)]
    return Mean(float(known.mean()) if len(known) else float("nan"), len(known), int(chosen.sum()))


def regional_means(pairs: Pairs, members: Mapping[str, Sequence[str]]) -> dict[tuple[str, str], Mean]:
    """Means within each region and between each two regions, by (region, region)."""
    names = list(members)
    return {
        (one, other): mean_between(pairs, members[one], members[other])
        for at, one in enumerate(names)
        for other in names[at:]
    }


def nearest(pairs: Pairs, area: str, count: int | None = None) -> tuple[Near, ...]:
    """The other countries with a value, most alike first; all of them when `count` is None."""
    if area not in pairs.areas:
        raise ValueError(f"country: expected one of {', '.join(pairs.areas)}, got {area!r}")
    row = pairs.areas.index(area)
    others = [
        Near(name, float(pairs.similarity[row, at]), int(pairs.common[row, at]))
        for at, name in enumerate(pairs.areas)
        if at != row and np.isfinite(pairs.similarity[row, at])
    ]
    # Of equally alike ones those with more items behind them come first.
    others.sort(key=lambda near: (-near.similarity, -near.common, near.area))
    return tuple(others[:count])
