"""A story for a room: saved views, each a page and its query with title, message and speaker's notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from data.catalog.entry import Entry, one_of

COUNTRY, REGION = "{country}", "{region}"
MOST_VIEWS, MOST_CARDS = 40, 2
# A slide is no page of a book; the notes are the longest that is said.
LONGEST = 2000
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
Value = Annotated[str, Field(max_length=200)]


class Words(Entry):
    """What is said, by language; a text alone is said in all of them. `{country}` is the chosen country."""

    en: str = ""
    es: str = ""
    pt: str = ""

    @model_validator(mode="before")
    @classmethod
    def _alike(cls, content: Any) -> Any:
        return dict.fromkeys(cls.model_fields, content) if isinstance(content, str) else content

    @field_validator("*")
    @classmethod
    def _measured(cls, said: str) -> str:
        if len(said) > LONGEST:
            raise PydanticCustomError(
                "too_long",
                "expected at most {longest} characters, got {length}",
                {"longest": LONGEST, "length": len(said)},
            )
        return said

    def said(self, language: str, country: str = "") -> str:
        """The words in `language`, or in the first language that has some; the country's name put in."""
        found = getattr(self, language, "") or self.en or self.es or self.pt
        return str(found).replace(COUNTRY, country)

    @property
    def missing(self) -> tuple[str, ...]:
        """Languages without words."""
        return tuple(code for code in type(self).model_fields if not getattr(self, code).strip())


class View(Entry):
    """One saved view. cards: which pictures of the page are shown (none: its main one).

    page: a page of the app, or `{region}` for the explorer of the chosen country's region. Values of the
    query may be `{country}`.
    """

    page: Annotated[str, one_of("story_page")]
    query: dict[str, Value | tuple[Value, ...]] = {}
    cards: Annotated[tuple[Value, ...], Field(max_length=MOST_CARDS)] = ()
    title: Words
    message: Words = Words()
    notes: Words = Words()

    @field_validator("query")
    @classmethod
    def _known_keys(cls, query: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
        known = (info.context or {}).get(f"keys of {info.data.get('page')}", ())
        for key in query:
            if key not in known and "page" in info.data:
                raise PydanticCustomError(
                    "unknown_key",
                    "expected one of {known}, got '{key}'",
                    {"known": ", ".join(known) or "no key", "key": key},
                )
        return query

    @property
    def values(self) -> dict[str, tuple[str, ...]]:
        """The query with all values of each key."""
        return {key: (held,) if isinstance(held, str) else tuple(held) for key, held in self.query.items()}

    @property
    def asks_for_country(self) -> bool:
        """Whether the reader has to choose a country before the view means anything."""
        held = [self.page, *(value for values in self.values.values() for value in values)]
        return any(place in value for value in held for place in (COUNTRY, REGION))

    def settled(self, country: str, region: str) -> View:
        """The view for a country (ISO3): its code and its region in the place of the placeholders."""
        put = {COUNTRY: country, REGION: region}
        query = {key: tuple(put.get(value, value) for value in values) for key, values in self.values.items()}
        return self.model_copy(update={"page": put.get(self.page, self.page), "query": query})


class Story(Entry):
    """A story. order: place in the list; minutes: how long it takes; lead: a sentence on what it shows."""

    id: str
    title: Words
    lead: Words = Words()
    order: int = 0
    minutes: Annotated[int, Field(ge=1, le=180)] | None = None
    views: Annotated[tuple[View, ...], Field(min_length=1, max_length=MOST_VIEWS)]

    @property
    def asks_for_country(self) -> bool:
        """Whether it is told of a country that the reader chooses."""
        return any(view.asks_for_country for view in self.views)


def unknown_placeholder(said: str) -> str | None:
    """The first placeholder of a text that no story fills."""
    found = (place for place in _PLACEHOLDER.findall(said) if place != COUNTRY)
    return next(found, None)


def page_codes(pages: tuple[str, ...], keys: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The lists that views are checked against: pages of stories, and the query keys of each."""
    return {"story_page": (*pages, REGION), **{f"keys of {page}": held for page, held in keys.items()}}
