"""An indicator: names, unit, direction, producer, sources, breaks (config/indicators/<theme>.yml)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from data.catalog.entry import Entry, one_of

Name = Annotated[str, Field(pattern=r"^\S(.*\S)?$")]
Year = Annotated[int, Field(ge=1900, le=2100)]


class Names(Entry):
    """The name in each language of the app."""

    en: Name
    es: Name
    pt: Name


class TakenFrom(Entry):
    """Where a series stands among the outside files: `<source id>/<file>.csv` and the code it has there.

    `years` (first, last) keeps one edition of a file that holds several; `unit` is what the source publishes
    in, and must be told when a series is taken from more than one file.
    """

    file: Annotated[str, Field(pattern=r"^[a-z0-9.-]+/[A-Za-z0-9_.-]+\.csv$")]
    code: str
    unit: Annotated[str, one_of("unit")] | None = None
    years: tuple[Year, Year] | None = None

    @property
    def source(self) -> str:
        """Id of the source: the folder of the file."""
        return self.file.split("/")[0]


class Continuity(Entry):
    """Whether a series goes on and compares over time.

    `since`: the last year of a discontinued series; the first year after the break of a broken one.
    """

    state: Literal["ok", "discontinued", "broken"] = "ok"
    since: Year | None = None

    @model_validator(mode="after")
    def _dated(self) -> Continuity:
        if (self.state == "ok") != (self.since is None):
            raise PydanticCustomError(
                "since",
                "expected `since` for a series that is discontinued or broken, and only for one, "
                "got state '{state}' and since {since}",
                {"state": self.state, "since": str(self.since)},
            )
        return self


class Indicator(Entry):
    """One statistical series of the `indicators` dataset.

    theme: the file it is described in. role: outcome, determinant or context. components: indicators that
    it is computed from or that are a part of it. editions: name of a family of series that measure one thing
    in ways that do not compare; they are never chained. minimum, maximum: limits of its values (None: none).
    input_of_estimates: the traffic estimates are made from it. note: a text key.
    """

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    theme: Annotated[str, one_of("theme")]
    name: Names
    unit: Annotated[str, one_of("unit")]
    direction: Annotated[str, one_of("direction")]
    role: Annotated[str, one_of("role")]
    producer: str
    source: Annotated[tuple[str, ...], Field(min_length=1)]
    taken_from: tuple[TakenFrom, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    note: str | None = None
    series: Continuity = Continuity()
    editions: str | None = None
    components: tuple[str, ...] = ()
    input_of_estimates: bool = False

    def name_in(self, language: str) -> str:
        """The name in `language` (a code of App.languages)."""
        return str(getattr(self.name, language))
