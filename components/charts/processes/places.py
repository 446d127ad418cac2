"""Where the marks of the swim-lane and use-case diagrams stand; rows from the top, lanes from the left."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

import pandas as pd

# Half the width and height of a box, as shares of its lane and its row.
HALF_WIDTH, HALF_HEIGHT = 0.455, 0.37
# Arrows pass a row of boxes here, beside them.
_ASIDE = 0.485
# A lane of the middle one of these widths holds so many letters of a name.
_LETTERS, _LINES = 168, 3


def rows_of(places: pd.DataFrame) -> dict[str, int]:
    """Step -> row: each step has its own, in the order in which they can begin."""
    ordered = places.sort_values(["column", "lane", "row"], kind="stable")
    return {step: at for at, step in enumerate(ordered["step"])}


def arrow_points(places: pd.DataFrame, arrows: pd.DataFrame) -> pd.DataFrame:
    """Corners of every arrow: source, target, order, x, y; the last stands above the target.

    An arrow goes down its own lane or the target's, whichever has no box in the way, else beside the boxes.
    """
    rows = rows_of(places)
    lane = dict(zip(places["step"], places["lane"], strict=True))
    taken = {(lane[step], row) for step, row in rows.items()}
    points: list[tuple[str, str, int, float, float]] = []
    for source, target in zip(arrows["source"], arrows["target"], strict=True):
        way = _way(lane[source], rows[source], lane[target], rows[target], taken)
        points += [(source, target, order, x, y) for order, (x, y) in enumerate(way)]
    return pd.DataFrame(points, columns=["source", "target", "order", "x", "y"])


def _way(x1: int, row1: int, x2: int, row2: int, taken: set[tuple[int, int]]) -> list[tuple[float, float]]:
    top, bottom = row2 - HALF_HEIGHT, row1 + HALF_HEIGHT
    between = range(row1 + 1, row2)
    if x1 == x2 and not any((x1, row) in taken for row in between):
        return [(x1, bottom), (x2, top)]
    early, late = row1 + 0.5, row2 - 0.5
    if x1 != x2 and not any((x2, row) in taken for row in between):
        return [(x1, bottom), (x1, early), (x2, early), (x2, top)]
    if x1 != x2 and not any((x1, row) in taken for row in between):
        return [(x1, bottom), (x1, late), (x2, late), (x2, top)]
    aside = x1 + (_ASIDE if x2 >= x1 else -_ASIDE)
    return [(x1, bottom), (x1, early), (aside, early), (aside, late), (x2, late), (x2, top)]


def name_lines(name: str, lanes: int, most: int = _LINES) -> str:
    """A name broken into lines that fit a lane, joined by line breaks; what does not fit ends in `…`."""
    return "\n".join(textwrap.wrap(name, max(14, _LETTERS // lanes), max_lines=most, placeholder=" …"))


def actor_places(
    cases: pd.DataFrame, rows: Mapping[str, int], left: Sequence[str], gap: float = 2.0
) -> dict[str, tuple[bool, float]]:
    """Actor -> whether it stands left, and its row: beside the steps it takes part in, `gap` rows apart.

    `cases`: actor, step (see data.analysis.processes.papers.use_cases).
    """
    wish = cases.assign(row=cases["step"].map(rows)).groupby("actor")["row"].mean()
    out: dict[str, tuple[bool, float]] = {}
    for side in (True, False):
        mine = [actor for actor in wish.sort_values().index if (actor in left) is side]
        below = -gap
        for actor in mine:
            below = max(float(wish[actor]), below + gap)
            out[actor] = (side, below)
        # What was pushed past the last row moves up again, keeping its distance.
        above = max(rows.values()) + gap
        for actor in reversed(mine):
            above = min(out[actor][1], above - gap)
            out[actor] = (side, above)
    return out
