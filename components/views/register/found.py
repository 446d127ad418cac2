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
    scores = register.index.scores(choice.words)
    within = _within(register, choice, scores)
    applied = choice.applied
    keep = register.faceted.matching(applied, within=within)
    years = [view.facet.key for view in register.facets if view.facet.kind == "years"]
    return Found(
        places=_sorted(register, choice, language, np.flatnonzero(keep), scores),
        counts=register.faceted.counts(applied, within=within),
        undated={key: register.faceted.undated(key, applied, within=within) for key in years},
    )


def rows_of(register: Register, found: Found) -> pd.DataFrame:
    """The rows found, in their order."""
    return register.rows.iloc[found.places]


def number_found(register: Register, choice: RegisterChoice) -> int:
    """How many rows a choice finds, without anything else."""
    within = _within(register, choice, register.index.scores(choice.words))
    return int(register.faceted.matching(choice.applied, within=within).sum())


def _within(register: Register, choice: RegisterChoice, scores: Mapping[str, float]) -> np.ndarray | None:
    if not choice.words:
        return None
    return register.rows[register.key].astype(str).isin(scores.keys()).to_numpy()


def _sorted(
    register: Register, choice: RegisterChoice, language: str, places: np.ndarray, scores: Mapping[str, float]
) -> np.ndarray:
    rows = register.rows.iloc[places]
    if choice.sort == RELEVANCE:
        best = -rows[register.key].astype(str).map(scores).to_numpy(dtype=float)
        return places[np.argsort(best, kind="stable")]
    order = next(order for order in register.orders if order.code == choice.sort)
    by = [name.format(language=language) for name in order.by]
    falling = [name.format(language=language) for name in order.descending]
    return places[ordered(rows.assign(_place=np.arange(len(rows))), by, descending=falling)["_place"]]
