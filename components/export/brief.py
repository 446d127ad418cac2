"""What is taken home: a title, what it says first, key figures, sections with pictures and tables, sources.

One model for slides and for paper. All of it is text in the reader's language; pictures are drawn when a
file is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

PictureFormat = Literal["png", "svg"]
# Told after each step how many of how many are done; may raise Cancelled to end the work.
Progress = Callable[[int, int], None]


class Cancelled(Exception):
    """The reader no longer wants the file."""


def unheard(done: int, total: int) -> None:
    """A Progress that nobody listens to."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart. alt: its text alternative; draw: (width in pixels, format) -> the file, on white ground."""

    alt: str
    draw: Callable[[int, PictureFormat], bytes]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One key figure: what it is, its value, and a word on it (rank, change, 'experimental estimate')."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """A table in words: headings and rows of as many cells."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One thing that is shown; a slide of its own.

    mark: 'Experimental estimate' where it is one; sentences: what it says; remarks: small print; source: a
    complete sentence; url: the view; notes: what a speaker should know (method, caveats); withheld: why its
    picture or table stays behind, empty when nothing does; narrow: on paper half a page's width is enough.
    """

    title: str
    unit: str = ""
    mark: str = ""
    sentences: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    picture: Picture | None = None
    table: Rows | None = None
    source: str = ""
    url: str = ""
    notes: tuple[str, ...] = ()
    withheld: str = ""
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """A file to take home.

    lead: what it says first; facts: pairs of heading and text about the file (sources, licence, version,
    date, citation, address); labels: the section `takeaway` of the texts; created: ISO date.
    """

    title: str
    subtitle: str
    language: str
    created: str
    url: str
    labels: Mapping[str, str]
    lead: tuple[str, ...] = ()
    figures: tuple[KeyFigure, ...] = ()
    sections: tuple[Section, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def pictures(self) -> int:
        """How many pictures it holds."""
        return sum(section.picture is not None for section in self.sections)


# How office programs and PDF readers name the languages: as the United Nations and its members write them.
_TAGS = {"en": "en-GB", "es": "es-ES", "pt": "pt-BR"}


def language_tag(language: str) -> str:
    """The language with its country (BCP 47), as spelling checkers and voices want it."""
    return _TAGS.get(language, language)


_SIZE = re.compile(r'<svg[^>]*?\swidth="([\d.]+)"\s+height="([\d.]+)"')


def svg_shape(drawn: str) -> float:
    """Height of a picture (SVG) in widths; 1 when it does not say its size."""
    size = _SIZE.search(drawn)
    return float(size.group(2)) / float(size.group(1)) if size else 1.0
