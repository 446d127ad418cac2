"""What makes a register searchable on a page: its rows, its index, its facets, its orders, its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import pandas as pd

from components.i18n import Language
from components.views.cards import Table
from data.analysis.facets import Facet, FacetedRows
from data.store.search import SearchIndex

Row = Mapping[str, Any]
RELEVANCE = "relevance"


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet as the reader meets it.

    title: text key; label: the reader's word for a code; place: in the bar of a desk, or under 'More
    filters'; codes: their order, where it is not the alphabet.
    """

    facet: Facet
    title: str
    label: Callable[[Language, str], str] = lambda t, code: code
    place: Literal["bar", "more"] = "more"
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """A way to sort: its code in the URL, a text key, the columns and those of them from the largest down.

    `{language}` in the name of a column stands for the reader's language: `country_{language}`.
    """

    code: str
    title: str
    by: tuple[str, ...]
    descending: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """One record on a card, in the reader's words.

    title_field, body_field: the columns whose text is shown, so that the words found in them are marked;
    facts: short, in one line; trust: the word for its verification, doubtful: whether it is to be set off.
    """

    title: str
    title_field: str
    facts: tuple[str, ...] = ()
    body: str = ""
    body_field: str = ""
    trust: str = ""
    doubtful: bool = False


@dataclass(frozen=True, eq=False)
class Register:
    """A searchable register. Make it once per process (@kept): what was found is remembered with it.

    name: begins the keys of widgets and names files; record: the URL key that opens one record.
    rows: one row per record, with the columns `key` (unique text) and `dataset` (the id of the dataset that
    the row is from, whose source and licence go with it into files).
    quoted: columns of the index -> text key of their title; a word found only there is quoted below the card.
    table: rows -> table in the reader's words; file: the same for files, where they hold more columns than a
    screen has room for. title, unit: text keys of table and files.
    """

    name: str
    record: str
    key: str
    rows: pd.DataFrame
    index: SearchIndex
    faceted: FacetedRows
    facets: tuple[FacetView, ...]
    orders: tuple[Order, ...]
    result: Callable[[Language, Row], Result]
    table: Callable[[Language, pd.DataFrame], Table]
    title: str
    unit: str
    quoted: Mapping[str, str] = field(default_factory=dict)
    file: Callable[[Language, pd.DataFrame], Table] | None = None

    def __post_init__(self) -> None:
        """Raises ValueError when the index was made from other rows."""
        if self.index.keys != self.rows[self.key].astype(str).tolist():
            raise ValueError(f"register {self.name}: expected an index of its rows in their order")

    @property
    def keys(self) -> tuple[str, ...]:
        """The URL keys of everything that narrows the register."""
        return ("q", *(view.facet.key for view in self.facets))

    def view_of(self, key: str) -> FacetView:
        """The facet of a key."""
        return next(view for view in self.facets if view.facet.key == key)
