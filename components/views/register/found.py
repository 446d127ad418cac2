"""What a choice finds in a register: the rows in order, and what each further choice would leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from components.kept import kept
from components.views.register.choice import RegisterChoice
from components.views.register.definition import RELEVANCE, Register
from data.analysis.facets import ordered


@dataclass(frozen=True, eq=False)
class Found:
    """What was found.

    places: positions of the rows in the register, in the order asked for; counts: facet -> code -> rows;
    undated: facet of years -> rows left out because their year is not known.
    """

    places: np.ndarray
    counts: Mapping[str, Mapping[str, int]]
    undated: Mapping[str, int]


@kept
def find(register: Register, choice: RegisterChoice, language: str) -> Found:
    """What `choice` finds; `language` decides how names are sorted."""
    best = _best(register, choice)
    within = _within(register, best)
    applied = choice.applied
    keep = register.faceted.matching(applied, within=within)
    years = [view.facet.key for view in register.facets if view.facet.kind == "years"]
    return Found(
        places=_sorted(register, choice, language, keep, best),
        counts=register.faceted.counts(applied, within=within),
        undated={key: register.faceted.undated(key, applied, within=within) for key in years},
    )


def rows_of(register: Register, found: Found) -> pd.DataFrame:
    """The rows found, in their order."""
    return register.rows.iloc[found.places]


def number_found(register: Register, choice: RegisterChoice) -> int:
    """How many rows a choice finds, without anything else."""
    within = _within(register, _best(register, choice))
    return int(register.faceted.matching(choice.applied, within=within).sum())


def _best(register: Register, choice: RegisterChoice) -> np.ndarray | None:
    """Positions of the rows that hold the words, best first; None where nothing is searched for."""
    return register.index.ranked(choice.words)[0] if choice.words else None


def _within(register: Register, best: np.ndarray | None) -> np.ndarray | None:
    if best is None:
        return None
    held = np.zeros(len(register.rows), dtype=bool)
    held[best] = True
    return held


def _sorted(
    register: Register, choice: RegisterChoice, language: str, keep: np.ndarray, best: np.ndarray | None
) -> np.ndarray:
    if choice.sort == RELEVANCE and best is not None:
        return best[keep[best]]
    places = np.flatnonzero(keep)
    order = next(order for order in register.orders if order.code == choice.sort)
    by = [name.format(language=language) for name in order.by]
    falling = [name.format(language=language) for name in order.descending]
    rows = register.rows.iloc[places][by].assign(_place=places)
    return ordered(rows, by, descending=falling)["_place"].to_numpy()
