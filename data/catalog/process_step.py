"""A step of a business process: who does what after what, its time and cost, and how they are known."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from data.catalog.entry import Entry, one_of
from data.catalog.indicator import Names

PUBLISHED, PARTLY, INTERVIEW = "published", "partly_published", "interview"
_NEED_SOURCES = (PUBLISHED, PARTLY, INTERVIEW)
NotNegative = Annotated[float, Field(ge=0)]


class Evidence(Entry):
    """How a value is known. partly_published: a part of the range is, the rest is assumed (see the note)."""

    evidence: Annotated[str, one_of("process_evidence")]
    sources: tuple[str, ...] = ()
    note: Names | None = None

    @model_validator(mode="after")
    def _sourced(self) -> Evidence:
        if self.evidence in _NEED_SOURCES and not self.sources:
            raise PydanticCustomError(
                "sources",
                "expected sources beside evidence '{evidence}', got none; without one it is an assumption",
                {"evidence": self.evidence},
            )
        return self


class Range(Evidence):
    """The least, the usual and the most of a value: hours, or United States dollars for one parcel."""

    min: NotNegative
    typical: NotNegative
    max: NotNegative

    @model_validator(mode="after")
    def _ordered(self) -> Range:
        if not self.min <= self.typical <= self.max:
            raise PydanticCustomError(
                "range",
                "expected min <= typical <= max, got {min}, {typical}, {max}",
                {name: f"{getattr(self, name):g}" for name in ("min", "typical", "max")},
            )
        return self


class Rekeyed(Evidence):
    """Data elements typed again although they stand in another document or system already."""

    elements: Annotated[int, Field(ge=0)]


class Step(Entry):
    """One step. `after`: steps that must be finished before; `others`: actors who take part beside `actor`.

    rules: law ids, treaty codes or rules of the process; handles: information, goods or money; mode: by hand,
    on a system, or by a system alone; tax_usd: duties and taxes due in this step; open_to: changes that make
    sense (those for what it handles, when not given).
    """

    name: Names
    area: Annotated[str, one_of("process_area")]
    actor: str
    others: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    marketplaces: tuple[str, ...] = ()
    entry: Names
    exit: Names
    handles: Annotated[str, one_of("step_subject")]
    mode: Annotated[str, one_of("step_mode")]
    hours: Range
    cost_usd: Range
    tax_usd: Range | None = None
    rekeyed: Rekeyed | None = None
    open_to: tuple[Annotated[str, one_of("what_if")], ...] | None = None
    sources: tuple[str, ...] = ()
    note: Names | None = None

    @property
    def items(self) -> tuple[str, ...]:
        """Items taken in or given out, each once."""
        return tuple(dict.fromkeys((*self.inputs, *self.outputs)))

    @property
    def people(self) -> tuple[str, ...]:
        """The actor and the others who take part, each once."""
        return tuple(dict.fromkeys((self.actor, *self.others)))


class StepPatch(Entry):
    """What a change sets in a step; what is not given stays (a step that is added needs all a step needs)."""

    name: Names | None = None
    area: Annotated[str, one_of("process_area")] | None = None
    actor: str | None = None
    others: tuple[str, ...] | None = None
    after: tuple[str, ...] | None = None
    inputs: tuple[str, ...] | None = None
    outputs: tuple[str, ...] | None = None
    rules: tuple[str, ...] | None = None
    policies: tuple[str, ...] | None = None
    marketplaces: tuple[str, ...] | None = None
    entry: Names | None = None
    exit: Names | None = None
    handles: Annotated[str, one_of("step_subject")] | None = None
    mode: Annotated[str, one_of("step_mode")] | None = None
    hours: Range | None = None
    cost_usd: Range | None = None
    tax_usd: Range | None = None
    rekeyed: Rekeyed | None = None
    open_to: tuple[Annotated[str, one_of("what_if")], ...] | None = None
    sources: tuple[str, ...] | None = None
    note: Names | None = None

    @property
    def given(self) -> dict[str, object]:
        """The fields that were given, with their values."""
        return {name: getattr(self, name) for name in self.model_fields_set}
