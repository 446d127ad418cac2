"""A business process: a parcel's way from order to payment, its actors, documents, steps and changes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from data.catalog.dataset import Date
from data.catalog.entry import Entry, one_of
from data.catalog.indicator import Name, Names
from data.catalog.process_step import Evidence, Step, StepPatch

AS_IS, TO_BE = "as_is", "to_be"
VARIANTS = (AS_IS, TO_BE)
Area = Annotated[str, one_of("ref_area")]
Amount = Annotated[float, Field(gt=0)]


class Source(Entry):
    """What a value rests on: a public page, or an interview (without an address)."""

    title: Name
    publisher: Name
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    checked_on: Date


class Product(Entry):
    """What is sold: HS code (4 to 10 digits), value and weight of one parcel, and how they are known."""

    name: Names
    hs_code: Annotated[str, Field(pattern=r"^\d{4,10}$")]
    value_usd: Amount
    weight_kg: Amount
    basis: Evidence


class Actor(Entry):
    """Who acts; `country` is empty for one that is at home in neither country."""

    name: Names
    kind: Annotated[str, one_of("actor_kind")]
    country: Area | None = None


class Item(Entry):
    """What steps take in and give out; only what is a document has a form (paper, electronic, both)."""

    name: Names
    kind: Annotated[str, one_of("process_item")]
    form: Annotated[str, one_of("document_form")] | None = None
    rules: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    note: Names | None = None


class OwnRule(Entry):
    """A rule that the register of laws does not hold, such as a customs procedure."""

    name: Names
    citation: Name | None = None
    country: Area | None = None
    sources: Annotated[tuple[str, ...], Field(min_length=1)]


class Change(Entry):
    """One difference between to-be and as-is, applied in the order of the file.

    kind: remove, digitise, parallelise, shorten, replace (only `values`), add (`values` hold a whole step and
    `before` the steps that then wait for it). hours_kept: share of its time that a step keeps when shortened;
    forms: documents that change from paper to electronic or back.
    """

    kind: Annotated[str, one_of("process_change")]
    step: str
    reason: Names
    hours_kept: Annotated[float, Field(ge=0, le=1)] | None = None
    before: tuple[str, ...] = ()
    values: StepPatch | None = None
    forms: dict[str, Annotated[str, one_of("document_form")]] = {}
    rules: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Process(Entry):
    """One study (config/processes/<id>.yml). `start`: the one step that waits for no other.

    basis: desk study, interviews or observation; as_of: the date of what it describes. `changes` lead from
    the as-is (`steps`) to the to-be.
    """

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    title: Names
    summary: Names
    goal: Names
    basis: Annotated[str, one_of("process_basis")]
    as_of: Date
    exporter: Area
    importer: Area
    channel: Annotated[tuple[Annotated[str, one_of("process_channel")], ...], Field(min_length=1)]
    product: Product
    start: str
    sources: dict[str, Source]
    rules: dict[str, OwnRule] = {}
    actors: dict[str, Actor]
    items: dict[str, Item]
    steps: dict[str, Step]
    changes: dict[str, Change] = {}
