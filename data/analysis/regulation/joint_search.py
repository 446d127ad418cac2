"""Searches for the best reforms of a group: all sets of an item where they are few, else one step at a time.

A reform of one country changes what a reform of another gains, but only on the same item: the aim is a sum
over items. So the best sets of one, two, three reforms are searched item by item and then shared out (a
knapsack). Where the sets are too many the plan is made step by step, and a bound says how far from the best
it can be at most.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from data.analysis.regulation.panel import Panel
from data.analysis.regulation.similarity import Measure, compare, distances, item_weights

_NOTHING = 1e-12


class Move(NamedTuple):
    """A reform as places in the table: country, item and the new answer."""

    row: int
    item: int
    answer: int


@dataclass(frozen=True, eq=False)
class Group:
    """The group's own table, who may move where, and what an item of a pair weighs in the group's mean.

    may: areas x items x answers; share: areas x areas x items, 0 for pairs without a value.
    """

    panel: Panel
    may: np.ndarray
    share: np.ndarray
    measure: Measure

    def apart(self, item: int, first: np.ndarray, second: np.ndarray) -> np.ndarray:
        """Distance of answers (codes) on an item, first down and second across."""
        if self.measure.kind == "answer":
            return np.asarray((first[:, None] != second[None]).astype(float))
        scores = self.panel.score_of
        return np.asarray(np.abs(scores[first][:, None] - scores[second][None]))


def group_of(panel: Panel, members: Collection[str], may: np.ndarray, measure: Measure) -> Group:
    """The group's part of the panel; `may` (areas x items x answers) is that of the whole panel."""
    inside = panel.only(members)
    return Group(inside, may[panel.rows(inside.areas)], _shares(inside, measure), measure)


def _shares(panel: Panel, measure: Measure) -> np.ndarray:
    weight = item_weights(panel, measure)
    pairs = compare(panel, measure)
    counted = np.isfinite(pairs.similarity) & ~np.eye(len(panel.areas), dtype=bool)
    both = panel.known[:, None] & panel.known[None]
    total = both @ weight
    number = max(int(counted.sum()) // 2, 1)
    scale = np.where(counted, 1.0 / np.where(total > 0, total, 1.0), 0.0) / number
    return np.asarray(both * weight * scale[:, :, None])


def moves_on(group: Group, item: int) -> np.ndarray:
    """Moves on an item as rows (country, answer)."""
    return np.argwhere(group.may[:, item])


def _gains(group: Group, item: int, moves: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Gain of each move alone, and what two moves gain together beyond that (-inf: same country)."""
    who, new = moves[:, 0], moves[:, 1]
    codes, share = group.panel.codes[:, item], group.share[:, :, item]
    held = np.maximum(codes, 0)
    now, then = group.apart(item, held[who], held), group.apart(item, new, held)
    alone = (share[who] * (now - then)).sum(axis=1)
    between = share[np.ix_(who, who)]
    # Two movers: each alone is measured against the other's old answer; together they stand at the new ones.
    beyond = then[:, who] + then[:, who].T - now[:, who] - group.apart(item, new, new)
    return alone, np.where(who[:, None] == who[None], -np.inf, between * beyond)


def _best_sets(group: Group, item: int, moves: np.ndarray, count: int) -> list[tuple[float, tuple[int, ...]]]:
    """The best set of 0, 1, ... `count` moves on an item: gain and places in `moves`."""
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    if not len(moves):
        return best
    alone, beyond = _gains(group, item, moves)
    sets, gain, extra = np.arange(len(moves))[:, None], alone.copy(), beyond
    for size in range(1, count + 1):
        at = int(np.argmax(gain))
        if not np.isfinite(gain[at]):
            break
        best.append((float(gain[at]), tuple(int(place) for place in sets[at])))
        if size == count:
            break
        # Every set grows by each move that comes after its last one and is of another country.
        reached = gain[:, None] + alone[None] + extra
        later = sets[:, -1:] < np.arange(len(moves))
        one, other = np.nonzero(later & np.isfinite(reached))
        sets = np.column_stack([sets[one], other])
        gain, extra = reached[one, other], extra[one] + beyond[other]
        if not len(sets):
            break
    return best


def best_plan(group: Group, moves: list[np.ndarray], count: int) -> list[Move]:
    """The best plan as (country, item, answer): the best sets of the items shared out."""
    reached: list[tuple[float, tuple[tuple[int, int], ...]]] = [(0.0, ())] * (count + 1)
    found = [_best_sets(group, item, moves[item], count) for item in range(len(moves))]
    for item, sets in enumerate(found):
        fresh = list(reached)
        for used, (gain, plan) in enumerate(reached):
            for size, (more, _) in enumerate(sets[: count + 1 - used]):
                if more > 0 and gain + more > fresh[used + size][0] + _NOTHING:
                    fresh[used + size] = (gain + more, (*plan, (item, size)))
        reached = fresh
    _, plan = max(reached, key=lambda one: one[0])
    # What gains most per reform stands first.
    plan = tuple(sorted(plan, key=lambda one: -found[one[0]][one[1]][0] / one[1]))
    return [
        Move(int(moves[item][place, 0]), item, int(moves[item][place, 1]))
        for item, size in plan
        for place in found[item][size][1]
    ]


def step_by_step(group: Group, count: int) -> list[Move]:
    """The reform that gains most, then the one that gains most after it, and so on; a cell moves once."""
    panel, may = group.panel, group.may.copy()
    codes = panel.codes.copy()
    chosen: list[Move] = []
    for _ in range(count):
        gain = np.where(may, _single_gains(group, codes), -np.inf)
        at = int(np.argmax(gain))
        row, item, answer = (int(place) for place in np.unravel_index(at, gain.shape))
        if gain[row, item, answer] <= _NOTHING:
            break
        chosen.append(Move(row, item, answer))
        codes[row, item] = answer
        may[row, item] = False
    return chosen


def _single_gains(group: Group, codes: np.ndarray) -> np.ndarray:
    """Gain of each single move from the answers `codes` (areas x items x answers)."""
    panel = group.panel
    now = (group.share * distances(panel, group.measure.kind, codes, codes)).sum(axis=1)
    then = [
        (group.share * distances(panel, group.measure.kind, np.full_like(codes[:1], answer), codes)).sum(
            axis=1
        )
        for answer in range(len(panel.answers))
    ]
    return np.asarray(now[:, :, None] - np.stack(then, axis=2))


def bound(group: Group, count: int) -> float:
    """More than this no plan gains: a mover loses at most all its distance, an item all that is on it."""
    apart = group.share * distances(group.panel, group.measure.kind, group.panel.codes, group.panel.codes)
    each = apart.sum(axis=1) * group.may.any(axis=2)
    whole = apart.sum(axis=(0, 1)) / 2
    reachable = np.minimum(np.cumsum(-np.sort(-each, axis=0), axis=0), whole)
    steps = np.diff(np.vstack([np.zeros(len(whole)), reachable]), axis=0).ravel()
    return float(-np.sort(-steps)[:count].sum())
