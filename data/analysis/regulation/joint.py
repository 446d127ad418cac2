"""A plan of reforms over a group of countries that raises the mean similarity within the group most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import comb

import numpy as np

from data.analysis.regulation.joint_search import (
    Group,
    Move,
    best_plan,
    bound,
    group_of,
    moves_on,
    step_by_step,
)
from data.analysis.regulation.panel import Change, Panel
from data.analysis.regulation.similarity import USUAL, Measure, compare, levels, mean_between

# Sets of reforms to try in all; more would take longer than a second.
MOST_SETS = 600_000


@dataclass(frozen=True)
class Step:
    """A reform of a joint plan: the country, item and answers, and the gain in its place in the plan."""

    area: str
    item: str
    group: str
    old: str
    new: str
    gain: float

    @property
    def change(self) -> Change:
        """The step as a change of the table."""
        return Change(self.area, self.item, self.new)


@dataclass(frozen=True)
class JointPlan:
    """Steps of a group with its mean similarity before and after, and the mean of its levels.

    exact: whether no plan of so many reforms reaches more; bound: mean similarity none can pass.
    """

    members: tuple[str, ...]
    steps: tuple[Step, ...]
    before: float
    after: float
    level_before: float
    level_after: float
    exact: bool
    bound: float


def joint_plan(
    panel: Panel,
    members: Sequence[str],
    may: np.ndarray,
    count: int,
    measure: Measure = USUAL,
    *,
    most_sets: int = MOST_SETS,
) -> JointPlan:
    """The best plan of at most `count` reforms among `members`, exact while at most `most_sets` are tried.

    Pairs without a value do not count. `may`: areas x items x answers of the whole panel.
    """
    group = group_of(panel, set(members), may, measure)
    moves = [moves_on(group, item) for item in range(len(group.panel.items))]
    tried = sum(comb(len(found), size) for found in moves for size in range(1, count + 1))
    exact = tried <= most_sets
    chosen = best_plan(group, moves, count) if exact else step_by_step(group, count)
    return _told(group, chosen, exact, count)


def _told(group: Group, chosen: list[Move], exact: bool, count: int) -> JointPlan:
    """The plan in words of the table, each step with its gain after the ones before it."""
    panel, measure = group.panel, group.measure
    reached = [panel]
    for move in chosen:
        change = Change(panel.areas[move.row], panel.items[move.item].code, panel.answers[move.answer])
        reached.append(reached[-1].changed([change]))
    means = [mean_between(compare(one, measure), panel.areas, panel.areas).value for one in reached]
    steps = tuple(
        Step(
            area=panel.areas[move.row],
            item=panel.items[move.item].code,
            group=panel.items[move.item].group,
            old=panel.answers[panel.codes[move.row, move.item]],
            new=panel.answers[move.answer],
            gain=later - earlier,
        )
        for move, (earlier, later) in zip(chosen, pairwise(means), strict=True)
    )
    return JointPlan(
        members=panel.areas,
        steps=steps,
        before=means[0],
        after=means[-1],
        level_before=_mean_level(panel, measure),
        level_after=_mean_level(reached[-1], measure),
        exact=exact,
        bound=means[-1] if exact else min(means[0] + bound(group, count), 1.0),
    )


def _mean_level(panel: Panel, measure: Measure) -> float:
    found = levels(panel, measure)
    return float(np.nanmean(found)) if np.isfinite(found).any() else float("nan")


def greedy_gap(
    panel: Panel,
    members: Sequence[str],
    may: np.ndarray,
    count: int,
    measure: Measure = USUAL,
) -> tuple[float, float]:
    """Gain of the exact plan and of the one made step by step, for the same group and count."""
    exact, greedy = (
        joint_plan(panel, members, may, count, measure, most_sets=most) for most in (MOST_SETS**2, 0)
    )
    return exact.after - exact.before, greedy.after - greedy.before
