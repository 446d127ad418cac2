"""Answers of a layer as one table of numbers, countries down and items across."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pandas as pd

UNKNOWN = -1


class Item(NamedTuple):
    """An item of a layer and the group (topic group, kind of treaty, pillar) it belongs to."""

    code: str
    group: str


class Change(NamedTuple):
    """Another answer of one country to one item."""

    area: str
    item: str
    answer: str


@dataclass(frozen=True, eq=False)
class Panel:
    """Answers of `areas` (rows) to `items` (columns).

    answers: the codes that occur in the layer; score_of: score of each of them (0..1); codes: place of the
    answer in `answers`, UNKNOWN where nobody searched or nobody knows.
    """

    areas: tuple[str, ...]
    items: tuple[Item, ...]
    answers: tuple[str, ...]
    score_of: np.ndarray
    codes: np.ndarray

    @cached_property
    def known(self) -> np.ndarray:
        """Whether the answer is known (areas x items)."""
        return self.codes >= 0

    @cached_property
    def scores(self) -> np.ndarray:
        """Score of each answer, NaN where unknown (areas x items)."""
        return np.where(self.known, self.score_of[self.codes], np.nan)

    @cached_property
    def item_codes(self) -> tuple[str, ...]:
        """The codes of the items."""
        return tuple(item.code for item in self.items)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups, each once, in the order of the items."""
        return tuple(dict.fromkeys(item.group for item in self.items))

    def row(self, area: str) -> int:
        """Row of a country; raises ValueError for one that is not in the table."""
        return _place(area, self.areas, "country")

    def column(self, item: str) -> int:
        """Column of an item; raises ValueError naming the items that exist."""
        return _place(item, self.item_codes, "item")

    def rows(self, areas: Iterable[str]) -> np.ndarray:
        """Rows of several countries."""
        return np.array([self.row(area) for area in areas], dtype=np.intp)

    def of_groups(self, groups: Collection[str]) -> Panel:
        """The items of these groups alone."""
        keep = [at for at, item in enumerate(self.items) if item.group in groups]
        return replace(self, items=tuple(self.items[at] for at in keep), codes=self.codes[:, keep])

    def only(self, areas: Collection[str]) -> Panel:
        """These countries alone, in the order of the table."""
        keep = [at for at, area in enumerate(self.areas) if area in areas]
        return replace(self, areas=tuple(self.areas[at] for at in keep), codes=self.codes[keep])

    def answer(self, area: str, item: str) -> str | None:
        """The answer of a country to an item, None where unknown."""
        code = int(self.codes[self.row(area), self.column(item)])
        return None if code == UNKNOWN else self.answers[code]

    def changed(self, changes: Iterable[Change]) -> Panel:
        """The table after these changes; the last one stands where a cell is named twice.

        Raises ValueError for a country, item or answer that does not exist, and for an item that is unknown
        for the country: what would change is not known then.
        """
        codes = self.codes.copy()
        for change in changes:
            row, column = self.row(change.area), self.column(change.item)
            if codes[row, column] == UNKNOWN:
                raise ValueError(
                    f"item: {change.item} is unknown for {change.area}, so nothing can be changed; choose a "
                    "known one"
                )
            codes[row, column] = _place(change.answer, self.answers, "answer")
        return replace(self, codes=codes)


def _place(code: str, known: Sequence[str], what: str) -> int:
    try:
        return known.index(code)
    except ValueError:
        raise ValueError(f"{what}: expected one of {', '.join(known)}, got {code!r}") from None


def panel_of(
    answers: pd.DataFrame, areas: Sequence[str], items: Sequence[Item], score_of: Mapping[str, float]
) -> Panel:
    """The table of a layer from its answers.

    `answers`: ref_area, item, answer (null where unknown); cells without a row are unknown. Countries that
    are not in `areas` are left out. Raises ValueError for an item or answer that does not exist and for a
    cell that is answered twice.
    """
    names = tuple(score_of)
    row = pd.Index(list(areas)).get_indexer(pd.Index(answers["ref_area"]))
    column = _places(answers["item"], [item.code for item in items], "item")
    known = answers["answer"].notna().to_numpy()
    said = np.full(len(answers), UNKNOWN, dtype=np.intp)
    said[known] = _places(answers.loc[known, "answer"], names, "answer")
    inside = row >= 0
    cell = (row * len(items) + column)[inside]
    if len(np.unique(cell)) < len(cell):
        twice = answers[inside][pd.Series(cell).duplicated().to_numpy()].iloc[0]
        raise ValueError(
            f"answers: expected one row per country and item, got {twice['ref_area']} {twice['item']} twice"
        )
    codes = np.full((len(areas), len(items)), UNKNOWN, dtype=np.intp)
    codes[row[inside], column[inside]] = said[inside]
    scores = np.array([score_of[name] for name in names], dtype=np.float64)
    return Panel(tuple(areas), tuple(items), names, scores, codes)


def _places(column: pd.Series, known: Sequence[str], what: str) -> np.ndarray:
    places = pd.Index(list(known), dtype=object).get_indexer(pd.Index(column.astype(object)))
    if (places < 0).any():
        strange = column.iloc[int(np.flatnonzero(places < 0)[0])]
        raise ValueError(f"{what}: expected one of {', '.join(known)}, got {strange!r}")
    return places
