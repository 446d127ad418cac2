"""What every exported file says about itself: title, unit, sources, licence, vintage, status, address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# Keys of section `export` in config/texts that head the facts, in the order files show them.
FACT_LABELS = (
    "title", "unit", "description", "sources", "licence", "vintage", "status", "note", "created", "url",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FileMeta:
    """Facts of one file, already in the reader's language.

    `sources`: one citation per source. `licence`: name, with address if it has one. `vintage` and
    `created`: ISO dates. `obs_status`: code -> meaning, for the codes that occur. `url`: the view.
    `labels`: the section `export` of the texts.
    """

    title: str
    unit: str
    sources: tuple[str, ...]
    licence: str
    vintage: str
    obs_status: Mapping[str, str]
    url: str
    language: str
    labels: Mapping[str, str]
    created: str = ""
    description: str = ""
    notes: tuple[str, ...] = field(default=())

    def facts(self) -> list[tuple[str, str]]:
        """Pairs (heading, fact) in reading order; empty facts are left out.

        Raises KeyError naming the heading that `labels` lacks.
        """
        found: list[tuple[str, str]] = []
        for key, texts in (
            ("title", (self.title,)),
            ("unit", (self.unit,)),
            ("description", (self.description,)),
            ("sources", self.sources),
            ("licence", (self.licence,)),
            ("vintage", (self.vintage,)),
            ("status", tuple(f"{code} = {meaning}" for code, meaning in self.obs_status.items())),
            ("note", self.notes),
            ("created", (self.created,)),
            ("url", (self.url,)),
        ):
            if key not in self.labels:
                raise KeyError(f"labels: expected export.{key}, got none")
            found += [(self.labels[key], text) for text in texts if text]
        return found


@dataclass(frozen=True, slots=True)
class FileColumn:
    """A column of a file: its name in the frame and header, and what the dictionary says of it."""

    name: str
    title: str
    unit: str = ""
    description: str = ""
