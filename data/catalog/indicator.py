"""An indicator: names, unit, which way is better, producer and source (config/indicators.yml)."""

from __future__ import annotations

from typing import Annotated

from data.catalog.entry import Entry, one_of


class Names(Entry):
    """The name in each language of the app."""

    en: str
    es: str
    pt: str


class Indicator(Entry):
    """One statistical series of the `indicators` dataset."""

    id: str
    name: Names
    unit: Annotated[str, one_of("unit")]
    direction: Annotated[str, one_of("direction")]
    producer: str
    source: tuple[str, ...]
    note: str

    def name_in(self, language: str) -> str:
        """The name in `language` (a code of App.languages)."""
        return str(getattr(self.name, language))
