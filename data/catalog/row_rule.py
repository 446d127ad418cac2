"""A rule between two columns of a row: one not below the other, or one needed where the other is given."""

from __future__ import annotations

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from data.catalog.entry import Entry


class RowRule(Entry):
    """What `column` must be, seen from another column of the same row; empty cells break no comparison.

    not_below: a column of the same type that it may equal or exceed, such as the first year for the last.
    needed_by: a column; where that one holds a value (one of `codes`, if some are given), `column` does too.
    """

    column: str
    not_below: str | None = None
    needed_by: str | None = None
    codes: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _one_kind(self) -> RowRule:
        if (self.not_below is None) == (self.needed_by is None):
            raise PydanticCustomError("row_rule", "expected either not_below or needed_by")
        return self

    @property
    def other(self) -> str:
        """The column that it is seen from."""
        return str(self.not_below or self.needed_by)
