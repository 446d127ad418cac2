"""A column of a dataset: type, unit, title and Frictionless constraints; and what a column type is."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from data.catalog.entry import Entry, one_of


class ColumnType(Entry):
    """How values of a type are stored, and the pattern that their text follows (config/column_types.yml)."""

    storage: Annotated[str, one_of("storage")]
    pattern: str | None = None


class Constraints(Entry):
    """What every value must satisfy. `enum` names a code list, `also` adds codes that only this column has.

    `references` names `dataset.column` in which each value must occur. `parts` names a code list for a cell
    that holds several codes, separated by semicolons, each once.
    """

    required: bool = False
    unique: bool = False
    enum: Annotated[str, one_of("codelist")] | None = None
    also: tuple[str, ...] = ()
    parts: Annotated[str, one_of("codelist")] | None = None
    minimum: float | None = None
    maximum: float | None = None
    pattern: str | None = None
    references: Annotated[str, Field(pattern=r"^[a-z_]+\.[a-z_]+$")] | None = None

    @field_validator("pattern")
    @classmethod
    def _must_compile(cls, pattern: str | None) -> str | None:
        try:
            re.compile(pattern or "")
        except re.error as error:
            raise PydanticCustomError(
                "bad_pattern",
                "expected a regular expression, got '{pattern}' ({fault})",
                {"pattern": str(pattern), "fault": str(error)},
            ) from None
        return pattern


class Column(Entry):
    """One column. `title` is a text key; unless given, it is `datasets.columns.<name>`."""

    name: str
    type: Annotated[str, one_of("column_type")]
    unit: Annotated[str, one_of("unit")] | None = None
    title: str | None = None
    constraints: Constraints = Constraints()

    @property
    def title_key(self) -> str:
        """Key of the column's title in config/texts."""
        return self.title or f"datasets.columns.{self.name}"
