"""The app as a whole: version, span of the data, languages, regions and the page list (config/app.yml)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from data.catalog.entry import Entry

Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
Stem = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class Language(Entry):
    """A language of the app: ISO 639-1 code and its name in itself."""

    code: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    name: str


class Span(Entry):
    """First and last month of the data, both included."""

    start: Month
    end: Month


class CodeLicence(Entry):
    """Licence of the code: SPDX name and address."""

    name: str
    url: str


class Page(Entry):
    """One page: file stem in pages/ (which is also its URL path) and whether it has been built."""

    file: Stem
    built: bool


class PageGroup(Entry):
    """One group of the navigation; its title is the text `navigation.<group>`."""

    group: Stem
    pages: tuple[Page, ...]


class App(Entry):
    """Everything of config/app.yml."""

    version: str
    code_licence: CodeLicence
    data_span: Span
    default_language: str
    languages: tuple[Language, ...]
    regions: tuple[Stem, ...]
    navigation: tuple[PageGroup, ...]

    @property
    def language_codes(self) -> tuple[str, ...]:
        """Codes of the languages, in the order in which they are offered."""
        return tuple(language.code for language in self.languages)

    @property
    def built_pages(self) -> tuple[Page, ...]:
        """Pages that exist now, in the order of the navigation."""
        return tuple(page for group in self.navigation for page in group.pages if page.built)
