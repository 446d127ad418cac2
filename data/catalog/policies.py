"""How the register of support measures is read: gaps, peers, and which measures fit an enterprise."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from data.catalog.entry import Entry, one_of

Count = Annotated[int, Field(ge=1)]
Groups = tuple[Annotated[str, one_of("target_group")], ...]
Topics = tuple[Annotated[str, one_of("law_topic")], ...]
Instrument = Annotated[str, one_of("instrument")]


class Similar(Entry):
    """The indicators by which members are alike in size and in income."""

    population: Annotated[str, one_of("indicator")]
    income: Annotated[str, one_of("indicator")]


class Answers(Entry):
    """What an enterprise may answer to each question, and the target groups of which it then is one."""

    size: dict[str, Groups]
    branch: dict[str, Groups]
    people: dict[str, Groups]
    market: dict[str, Groups]


class Rules(Entry):
    """Topics of law that apply to every such enterprise, and by where and what it sells."""

    all: Topics
    cross_border: Topics
    goods: Topics
    services: Topics


class OneIn(Entry):
    """One in how many peers: usually, and what the reader may choose, from the most to the fewest peers."""

    usual: Count
    choices: tuple[Count, ...]

    @model_validator(mode="after")
    def _among(self) -> OneIn:
        if self.usual not in self.choices:
            raise PydanticCustomError(
                "usual", "expected usual to be one of the choices, got {usual}", {"usual": self.usual}
            )
        return self


class Policies(Entry):
    """Everything of config/policies.yml.

    gap_one_in: a cell is a gap when at least one in so many peers has it; nearest_peers: peers by size or
    income; thin_coverage: with fewer counted measures a country is marked; similar_measures: those a page
    names; touches: topics of law by instrument, for measures that name none; shared_programmes: entries of
    one programme in several countries; corrections_to: a mail address or empty; marketplaces: those named to
    an enterprise.
    """

    gap_one_in: OneIn
    nearest_peers: Count
    similar: Similar
    thin_coverage: Count
    similar_measures: Count
    answers: Answers
    rules: Rules
    touches: dict[Instrument, Topics]
    shared_programmes: dict[str, tuple[str, ...]]
    corrections_to: Annotated[str, Field(pattern=r"^([^@\s?&]+@[^@\s?&]+)?$")]
    marketplaces: Count
