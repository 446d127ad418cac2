"""What a series must cover to be an indicator of the explorer (config/coverage.yml)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from data.catalog.entry import Entry


class Coverage(Entry):
    """At least `minimum_members` members with a value between `first_year` and `last_year`, inclusive."""

    minimum_members: Annotated[int, Field(ge=1)]
    first_year: int
    last_year: int

    @property
    def years(self) -> tuple[int, int]:
        """First and last year."""
        return self.first_year, self.last_year
