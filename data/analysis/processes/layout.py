"""Where the boxes of a swim-lane diagram stand: a lane per actor, a column per depth, rows inside a lane."""

from __future__ import annotations

import pandas as pd

from data.analysis.processes.schedule import Steps
from data.catalog.process_network import in_order, without_shortcuts


def lanes(steps: Steps) -> tuple[str, ...]:
    """Actors who lead a step, in order of appearance."""
    return tuple(dict.fromkeys(step.actor for step in steps.values()))


def place_steps(steps: Steps) -> pd.DataFrame:
    """One row per step: step, actor, lane, column, row (in its lane), all from 0; no two share a place.

    A step stands one column right of the last it waits for, so that every arrow goes to the right.
    """
    after = without_shortcuts({name: step.after for name, step in steps.items()})
    order = {actor: place for place, actor in enumerate(lanes(steps))}
    column: dict[str, int] = {}
    for name in in_order(after):
        column[name] = max((column[before] + 1 for before in after[name]), default=0)
    taken: dict[tuple[str, int], int] = {}
    rows = []
    for name, step in steps.items():
        cell = (step.actor, column[name])
        row = taken.get(cell, 0)
        taken[cell] = row + 1
        rows.append((name, step.actor, order[step.actor], column[name], row))
    return pd.DataFrame(rows, columns=["step", "actor", "lane", "column", "row"])


def arrows(steps: Steps) -> pd.DataFrame:
    """One row per arrow of the diagram: source, target; none that other arrows imply."""
    after = without_shortcuts({name: step.after for name, step in steps.items()})
    rows = [(before, name) for name, waits in after.items() for before in waits]
    return pd.DataFrame(rows, columns=["source", "target"])
