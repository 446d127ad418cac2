"""Which reforms bring one country closer to its partners, and the best plan of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from data.analysis.regulation.panel import Change, Panel
from data.analysis.regulation.similarity import (
    USUAL,
    Measure,
    compare,
    distances,
    item_weights,
    level_weights,
    levels,
)

# Differences smaller than the digits of a sum are none.
_NOTHING = 1e-12


@dataclass(frozen=True)
class Reform:
    """Another answer of one country to one item, and what it does.

    gain: change of the mean similarity to the partners; level: change of the country's own mean score;
    helped, hurt: partners that come nearer or move away; peers: partners who have the new answer already.
    """

    area: str
    item: str
    group: str
    old: str
    new: str
    gain: float
    level: float
    helped: tuple[str, ...]
    hurt: tuple[str, ...]
    peers: tuple[str, ...]

    @property
    def change(self) -> Change:
        """The reform as a change of the table."""
        return Change(self.area, self.item, self.new)


@dataclass(frozen=True)
class Plan:
    """Reforms in the order of their gain with what they reach together.

    before, after: mean similarity; level_before, level_after: mean score of the country; bound: mean
    similarity that no plan of so many reforms can pass; exact: whether no plan of so many is better.
    """

    reforms: tuple[Reform, ...]
    before: float
    after: float
    level_before: float
    level_after: float
    bound: float
    exact: bool = True


def partners_of(panel: Panel, area: str, partners: Sequence[str], measure: Measure = USUAL) -> np.ndarray:
    """Rows of the partners that have a value with the country, the country itself left out."""
    pairs = compare(panel, measure)
    own = panel.row(area)
    rows = panel.rows(dict.fromkeys(partners))
    return rows[np.isfinite(pairs.similarity[own, rows]) & (rows != own)]


def reforms(
    panel: Panel,
    area: str,
    partners: Sequence[str],
    may: np.ndarray,
    measure: Measure = USUAL,
) -> tuple[Reform, ...]:
    """Every allowed reform of `area`, the greatest gain in mean similarity to `partners` first.

    `may`: areas x items x answers (options.options). Partners without a value with the country do not count.
    An item has to be known for the country, so a reform changes no denominator: its gain is the change of
    one term, and gains of reforms to different items add up.
    """
    own, rows = panel.row(area), partners_of(panel, area, partners, measure)
    if not len(rows):
        return ()
    change = _changes(panel, own, rows, measure)
    gain = change.mean(axis=0)
    step = _level_steps(panel, own, measure)
    found = []
    for column, answer in zip(*np.nonzero(may[own]), strict=True):
        each = change[:, column, answer]
        found.append(
            Reform(
                area=area,
                item=panel.items[column].code,
                group=panel.items[column].group,
                old=panel.answers[panel.codes[own, column]],
                new=panel.answers[answer],
                gain=float(gain[column, answer]),
                level=float(step[column, answer]),
                helped=_named(panel, rows[each > _NOTHING]),
                hurt=_named(panel, rows[each < -_NOTHING]),
                peers=_named(panel, rows[panel.codes[rows, column] == answer]),
            )
        )
    found.sort(key=lambda reform: -reform.gain)
    return tuple(found)


def _changes(panel: Panel, own: int, rows: np.ndarray, measure: Measure) -> np.ndarray:
    """Change of the similarity to each partner by each answer (partners x items x answers)."""
    weight, kind = item_weights(panel, measure), measure.kind
    theirs = panel.codes[rows]
    both = panel.known[rows] & panel.known[own]
    total = both @ weight
    now = distances(panel, kind, theirs, panel.codes[[own]])[:, 0]
    then = np.stack(
        [
            distances(panel, kind, theirs, np.full((1, len(panel.items)), answer))[:, 0]
            for answer in range(len(panel.answers))
        ],
        axis=2,
    )
    share = np.divide(
        both * weight, total[:, None], out=np.zeros(both.shape), where=both & (total[:, None] > 0)
    )
    return np.asarray(share[:, :, None] * (now[:, :, None] - then))


def _level_steps(panel: Panel, own: int, measure: Measure) -> np.ndarray:
    """Change of the country's mean score by each answer (items x answers)."""
    weight = np.where(panel.known[own], level_weights(panel, measure), 0.0)
    share = weight / weight.sum() if weight.sum() > 0 else weight
    return np.asarray(share[:, None] * (panel.score_of[None] - np.nan_to_num(panel.scores[own])[:, None]))


def _named(panel: Panel, rows: np.ndarray) -> tuple[str, ...]:
    return tuple(panel.areas[row] for row in rows)


def plan(
    panel: Panel,
    area: str,
    partners: Sequence[str],
    may: np.ndarray,
    count: int,
    measure: Measure = USUAL,
) -> Plan:
    """The best plan of at most `count` reforms of one country; reforms that gain nothing are left out.

    Exact for any count without a search: gains of different items add up (see `reforms`), and of one item
    only the best answer can be in a best plan, so the items with the greatest gains are it.
    """
    best: dict[str, Reform] = {}
    for reform in reforms(panel, area, partners, may, measure):
        if reform.gain > _NOTHING:
            best.setdefault(reform.item, reform)
    taken = tuple(list(best.values())[:count])
    before = mean_similarity(panel, area, partners, measure)
    level = float(levels(panel, measure)[panel.row(area)])
    after = before + sum(reform.gain for reform in taken)
    return Plan(taken, before, after, level, level + sum(reform.level for reform in taken), after)


def mean_similarity(
    panel: Panel,
    area: str,
    partners: Sequence[str],
    measure: Measure = USUAL,
) -> float:
    """Mean similarity of a country to the partners that have a value with it; NaN without any."""
    rows = partners_of(panel, area, partners, measure)
    if not len(rows):
        return float("nan")
    values = compare(panel, measure).similarity[panel.row(area), rows]
    return float(values.mean())
