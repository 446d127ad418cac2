"""Facets of a register: the rows that meet a reader's choices, and how many each further choice leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

SEPARATOR = ";"
# What one facet was asked for: codes (any of them), or the first and the last year of a span.
Applied = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Facet:
    """A question that every row answers.

    key: its name in choices and in the URL; column: where the answer is; kind: `codes` (one or several
    joined by ';') or `years` (a row lies in a span when its time from `column` to `until` touches it; with
    no `until` column it is the one year, and a missing end means that it lasts).
    """

    key: str
    column: str
    kind: Literal["codes", "years"] = "codes"
    until: str = ""


class FacetedRows:
    """A frame prepared so that every combination of choices is counted in about a millisecond."""

    def __init__(self, frame: pd.DataFrame, facets: Sequence[Facet]) -> None:
        """Prepare `frame` (never changed). Raises ValueError for a facet whose column is not there."""
        for facet in facets:
            for column in filter(None, (facet.column, facet.until)):
                if column not in frame.columns:
                    raise ValueError(f"facet {facet.key}: expected a column of the frame, got {column!r}")
        self.frame = frame
        self.facets = {facet.key: facet for facet in facets}
        self._codes = {f.key: _memberships(frame[f.column]) for f in facets if f.kind == "codes"}
        self._years = {f.key: _spans(frame, f) for f in facets if f.kind == "years"}

    def values(self, key: str) -> tuple[str, ...]:
        """The codes that occur in a facet, sorted; of years, every one from the first to the last."""
        if key in self._codes:
            return tuple(self._codes[key])
        starts, ends = self._years[key]
        known = np.concatenate([starts[~np.isnan(starts)], ends[np.isfinite(ends)]])
        return tuple(map(str, range(int(known.min()), int(known.max()) + 1))) if len(known) else ()

    def matching(
        self, applied: Applied, *, without: str = "", within: np.ndarray | None = None
    ) -> np.ndarray:
        """Booleans, one per row: it meets every applied facet but `without`, and is in `within`.

        Choices of one facet are alternatives. A row without an answer meets no choice.
        """
        keep = np.ones(len(self.frame), dtype=bool) if within is None else within.copy()
        for key, asked in applied.items():
            if asked and key != without:
                keep &= self._meets(key, asked)
        return keep

    def counts(
        self, applied: Applied, *, within: np.ndarray | None = None, keys: Sequence[str] | None = None
    ) -> dict[str, dict[str, int]]:
        """Facet -> code -> rows that it would leave under all the other facets that are applied.

        Codes that leave nothing are there with 0. Only facets of codes, or those of `keys`.
        """
        everything = self.matching(applied, within=within)
        found = {}
        for key in self._codes if keys is None else keys:
            rows = self.matching(applied, without=key, within=within) if applied.get(key) else everything
            found[key] = {code: int((member & rows).sum()) for code, member in self._codes[key].items()}
        return found

    def undated(self, key: str, applied: Applied, *, within: np.ndarray | None = None) -> int:
        """Rows that a span of years leaves out only because their year is not known."""
        rows = self.matching(applied, without=key, within=within)
        return int((rows & np.isnan(self._years[key][0])).sum()) if applied.get(key) else 0

    def _meets(self, key: str, asked: tuple[str, ...]) -> np.ndarray:
        if key in self._codes:
            none = np.zeros(len(self.frame), dtype=bool)
            return np.logical_or.reduce([none, *(self._codes[key].get(code, none) for code in asked)])
        starts, ends = self._years[key]
        first, last = float(asked[0]), float(asked[-1])
        return (starts <= last) & (ends >= first)


def ordered(frame: pd.DataFrame, by: Sequence[str], *, descending: Sequence[str] = ()) -> pd.DataFrame:
    """`frame` sorted by columns, those of `descending` from the largest down, missing values always last."""
    return frame.sort_values(
        list(by),
        ascending=[name not in descending for name in by],
        na_position="last",
        kind="stable",
    )


def _memberships(column: pd.Series) -> dict[str, np.ndarray]:
    """Code -> booleans of the rows that hold it, codes sorted."""
    texts = column.astype(object).where(column.notna(), "").astype(str)
    labels, places = np.unique(texts.to_numpy(dtype=object).astype(str), return_inverse=True)
    found: dict[str, np.ndarray] = {}
    for place, label in enumerate(labels):
        rows = places == place
        for code in {part.strip() for part in label.split(SEPARATOR)} - {""}:
            found[code] = found[code] | rows if code in found else rows
    return dict(sorted(found.items()))


def _spans(frame: pd.DataFrame, facet: Facet) -> tuple[np.ndarray, np.ndarray]:
    starts = pd.to_numeric(frame[facet.column]).to_numpy(dtype=float, na_value=np.nan)
    if not facet.until:
        return starts, starts
    ends = pd.to_numeric(frame[facet.until]).to_numpy(dtype=float, na_value=np.nan)
    return starts, np.where(np.isnan(ends), np.inf, ends)
