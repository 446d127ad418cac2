"""Which answers a country may move to: they exist for the item, may be a goal, and can be joined."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal

import numpy as np

from data.analysis.regulation.panel import Panel

Direction = Literal["any", "up", "down"]
DIRECTIONS: tuple[Direction, ...] = ("any", "up", "down")


def options(
    panel: Panel,
    *,
    goals: Collection[str] | None = None,
    held_by: np.ndarray | None = None,
    joinable: Mapping[str, Collection[str]] | None = None,
    direction: Direction = "any",
) -> np.ndarray:
    """Whether a country may move to an answer (areas x items x answers); never to the one it has.

    goals: answers that may be a goal (all when None); held_by: rows of countries of which at least one
    has to have the answer already; joinable: item -> countries that may move on it (items without an entry
    are open to all); direction: any, or only to a higher (up) or lower (down) score. An item unknown for
    a country offers nothing: what would change is not known. Raises ValueError for another direction.
    """
    if direction not in DIRECTIONS:
        raise ValueError(f"direction: expected one of {', '.join(DIRECTIONS)}, got {direction!r}")
    shape = (*panel.codes.shape, len(panel.answers))
    answers = np.arange(len(panel.answers))
    may = np.broadcast_to(panel.known[:, :, None], shape) & (panel.codes[:, :, None] != answers)
    if goals is not None:
        may &= np.array([answer in goals for answer in panel.answers], dtype=bool)
    if held_by is not None:
        may &= (panel.codes[held_by][:, :, None] == answers).any(axis=0)
    for item, open_to in (joinable or {}).items():
        if item in panel.item_codes:
            may[:, panel.column(item)] &= np.isin(panel.areas, list(open_to))[:, None]
    if direction != "any":
        step = panel.score_of[None, None] - panel.scores[:, :, None]
        with np.errstate(invalid="ignore"):
            may &= step > 0 if direction == "up" else step < 0
    return may
