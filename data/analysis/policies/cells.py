"""Cells of instrument x target group: which countries have a measure in each, and which measures they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from data.analysis.policies.prepared import split_groups


class Cell(NamedTuple):
    """One kind of measure: an instrument for a target group."""

    instrument: str
    target_group: str


Held = Mapping[Cell, Mapping[str, tuple[str, ...]]]


def held_cells(policies: pd.DataFrame) -> Held:
    """Cell -> country -> ids of its measures there, in the order of `policies`.

    A measure is in a cell for every group that it names; one for all MSMEs is in the cell of all MSMEs alone.
    """
    rows = split_groups(policies)
    cells: dict[Cell, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    columns = rows[["instrument", "target_group", "ref_area", "policy_id"]]
    for instrument, group, area, policy_id in columns.itertuples(index=False, name=None):
        cells[Cell(instrument, group)][area].append(policy_id)
    return {cell: {area: tuple(ids) for area, ids in areas.items()} for cell, areas in cells.items()}


def ordered(cells: Sequence[Cell], instruments: Sequence[str], groups: Sequence[str]) -> list[Cell]:
    """Cells in the order of the code lists."""
    place = {code: at for at, code in enumerate(instruments)}
    among = {code: at for at, code in enumerate(groups)}
    return sorted(cells, key=lambda cell: (place[cell.instrument], among[cell.target_group]))
