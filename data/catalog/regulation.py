"""Regulation: layers with their items and the scores of answers, and the count rules of RDTII."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from data.catalog.entry import Entry, one_of

Score = Annotated[float, Field(ge=0, le=1)]
Pillar = Annotated[str, one_of("pillar")]


class Layer(Entry):
    """One layer. `scores`: answer -> 0 to 1 (empty: the answers are scores themselves).

    before: the answer in a year in which the instrument known today did not bind yet.
    goals: answers that a reform may lead to (empty: all); direction: whether a reform may go both ways or
    only to a higher score. groups: group -> items (empty: they follow from a register).
    """

    scores: dict[str, Score] = {}
    before: str
    goals: tuple[str, ...] = ()
    direction: Literal["any", "up"] = "any"
    groups: dict[str, tuple[str, ...]] = {}

    @model_validator(mode="after")
    def _consistent(self) -> Layer:
        if self.scores and self.before not in self.scores:
            raise PydanticCustomError(
                "before",
                "expected before to be one of {answers}, got '{before}'",
                {"answers": ", ".join(self.scores), "before": self.before},
            )
        for goal in self.goals:
            if goal not in self.scores:
                raise PydanticCustomError(
                    "goals",
                    "expected goals among {answers}, got '{goal}'",
                    {"answers": ", ".join(self.scores), "goal": goal},
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
    """Count rules (indicator numbers), clusters of pillars, and the topics of law that a pillar touches."""

    halves_add_up: tuple[str, ...]
    quarters_add_up: tuple[str, ...]
    clusters: dict[str, tuple[Pillar, ...]]
    topics: dict[Pillar, tuple[Annotated[str, one_of("law_topic")], ...]]


class Regulation(Entry):
    """Everything of config/regulation.yml.

    shared_items: least share of items known for both countries; members_of_body: treaty -> members of the
    body that it is open to.
    """

    shared_items: Score
    layers: dict[str, Layer]
    rdtii: Rdtii
    members_of_body: dict[Annotated[str, one_of("treaty")], tuple[Annotated[str, one_of("ref_area")], ...]]
