"""Regulation: layers with their items and the scores of answers, and the count rules of RDTII."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from data.catalog.entry import Entry, one_of

Score = Annotated[float, Field(ge=0, le=1)]


class Layer(Entry):
    """One layer. `scores`: answer -> 0 to 1 (empty: the answers are scores themselves).

    before: the answer in a year in which the instrument known today did not bind yet.
    groups: group -> items (empty: they follow from a register).
    """

    scores: dict[str, Score] = {}
    before: str
    groups: dict[str, tuple[str, ...]] = {}

    @model_validator(mode="after")
    def _consistent(self) -> Layer:
        if self.scores and self.before not in self.scores:
            raise PydanticCustomError(
                "before",
                "expected before to be one of {answers}, got '{before}'",
                {"answers": ", ".join(self.scores), "before": self.before},
            )
        items = self.items
        for item in items:
            if items.count(item) > 1:
                raise PydanticCustomError(
                    "item", "expected each item in one group, got '{item}' again", {"item": item}
                )
        return self

    @property
    def items(self) -> tuple[str, ...]:
        """All items in the order of the groups."""
        return tuple(item for items in self.groups.values() for item in items)

    def group_of(self, item: str) -> str:
        """The group of `item`. Raises KeyError."""
        for group, items in self.groups.items():
            if item in items:
                return group
        raise KeyError(item)


class Rdtii(Entry):
    """Count rules (indicator numbers) and clusters of pillars of RDTII 2.1."""

    halves_add_up: tuple[str, ...]
    quarters_add_up: tuple[str, ...]
    clusters: dict[str, tuple[Annotated[str, one_of("pillar")], ...]]


class Regulation(Entry):
    """Everything of config/regulation.yml. `shared_items`: least share of items known for both countries."""

    shared_items: Score
    layers: dict[str, Layer]
    rdtii: Rdtii
