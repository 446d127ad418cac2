"""A member: its ISO 3166-1 alpha-3 code and its region (config/countries.yml)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from data.catalog.entry import Entry, one_of


class Country(Entry):
    """One of the 36 members. Names, capital, languages and the rest are in the `country` register."""

    ref_area: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    region: Annotated[str, one_of("region")]
