"""Where the shapes of a BPMN drawing stand: pool, lanes, tasks, gateways, events; points from top left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

# One column holds a task with a gateway or event on each side; all in points, as modelling tools draw them.
COLUMN, ROW = 280.0, 110.0
TASK_WIDTH, TASK_HEIGHT = 120.0, 80.0
GATEWAY, EVENT = 50.0, 36.0
POOL_TITLE, LANE_TITLE = 30.0, 30.0
# An arrow turns so far from a box; a box this far to the right at most stands in the next column.
TURN, NEIGHBOUR = 10.0, COLUMN - TASK_WIDTH
# The first column also holds the start event and, where there is one, its gateway.
LEFT = POOL_TITLE + LANE_TITLE + 110.0
# Place of a node's middle, in points from the middle of the task it belongs to.
_ASIDE = {"task": 0.0, "join": -105.0, "fork": 105.0, "end": 105.0, "start": -175.0, "start_fork": -112.0}
_SIZE = {"task": (TASK_WIDTH, TASK_HEIGHT), "start": (EVENT, EVENT), "end": (EVENT, EVENT)}


@dataclass(frozen=True)
class Box:
    """A shape; `horizontal` for pool and lanes."""

    x: float
    y: float
    width: float
    height: float
    horizontal: bool = False

    def way_to(self, other: Box) -> tuple[tuple[float, float], ...]:
        """Points of an arrow from the right side of this box to the left side of another, in right angles."""
        x1, y1 = self.x + self.width, self.y + self.height / 2
        x2, y2 = other.x, other.y + other.height / 2
        if x2 - x1 > NEIGHBOUR:
            # Tasks stand in between: it goes along the edge of the row, where none does.
            edge = y2 + (ROW / 2 if y1 > y2 else -ROW / 2)
            out, into = x1 + TURN, x2 - TURN
            return (x1, y1), (out, y1), (out, edge), (into, edge), (into, y2), (x2, y2)
        if y1 == y2:
            return (x1, y1), (x2, y2)
        turn = max(x1, x2 - TURN)
        return (x1, y1), (turn, y1), (turn, y2), (x2, y2)


def draw(nodes: Sequence[tuple[str, str, str]], places: pd.DataFrame) -> dict[str, Box]:
    """Boxes of the pool (`pool`), the lanes (`lane_<actor>`) and all nodes (id, step, side), by id.

    `places`: one row per step with actor, lane, column, row (see data.analysis.processes.layout).
    """
    rows = places.groupby("lane")["row"].max() + 1
    tops = (rows.cumsum() - rows) * ROW
    width = LEFT + (places["column"].max() + 1) * COLUMN
    boxes = {"pool": Box(0, 0, width, float(rows.sum()) * ROW, horizontal=True)}
    actors = places.drop_duplicates("lane").sort_values("lane")
    for actor, lane in zip(actors["actor"], actors["lane"], strict=True):
        height = float(rows[lane]) * ROW
        boxes[f"lane_{actor}"] = Box(
            POOL_TITLE, float(tops[lane]), width - POOL_TITLE, height, horizontal=True
        )
    middles = {
        step: (LEFT + (column + 0.5) * COLUMN, float(tops[lane]) + (row + 0.5) * ROW)
        for step, lane, column, row in places[["step", "lane", "column", "row"]].itertuples(index=False)
    }
    for name, step, side in nodes:
        x, y = middles[step]
        wide, high = _SIZE.get(side, (GATEWAY, GATEWAY))
        boxes[name] = Box(x + _ASIDE[side] - wide / 2, y - high / 2, wide, high)
    return boxes
