"""A brief as a PDF for paper and screen readers: tagged (PDF/UA-1), language set, our typeface inside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal

import typst

from components.charts.theme import LIGHT
from components.export.brief import Brief, Progress, Rows, Section, language_tag, svg_shape, unheard
from components.export.lettering import FONTS, in_typeface

_LAYOUT = Path(__file__).with_name("brief.typ")
_ACCESSIBLE: Literal["ua-1"] = "ua-1"
_COLORS = ("text", "muted", "grid", "caution", "east_asia")
# Pixels that a chart is drawn at: across the page, and in half of it so that its letters stay readable.
_ACROSS, _HALF = 760, 430
# More pictures than this stand in pairs, so that the brief keeps to two pages.
_SINGLE = 2
# A brief that takes more pages than it should is set smaller, down to letters that still read well on paper.
_PAGES, _SCALES = 2, (1.0, 0.95, 0.9)
_PAGE_OBJECT = re.compile(rb"/Type\s*/Page\b")
# Letters that a column of a table counts for, at least and at most.
_LEAST, _MOST = 12, 46
# Charts taller than this many widths need the whole page's width.
_TALL = 1.15
# Millimetres: the page's width without its margins, and the most that one picture may take of its height.
_PAGE, _HIGHEST = 178, 105


class DocumentError(ValueError):
    """A brief that cannot be set: what the typesetter says."""


def pdf_of(brief: Brief, progress: Progress = unheard) -> bytes:
    """The brief as PDF. `progress` hears after each section; what it raises ends the work.

    Letters that our typeface lacks (Chinese, Thai, ...) become an ellipsis: slides and tables have them.
    Raises DocumentError when the typesetter refuses, e.g. a picture without a text alternative.
    """
    steps = len(brief.sections) + 1
    progress(0, steps)
    paired = brief.pictures > _SINGLE
    drawn = []
    for at, section in enumerate(brief.sections, start=1):
        drawn.append(_section(section, paired))
        progress(at, steps)
    year, month, day = (int(part) for part in brief.created.split("-"))
    language, _, region = language_tag(brief.language).partition("-")
    held = {
        "title": brief.title,
        "subtitle": brief.subtitle,
        "language": language,
        "region": region,
        "day": [year, month, day],
        "made": brief.created,
        "labels": dict(brief.labels),
        "lead": list(brief.lead),
        "figures": [{"label": f.label, "value": f.value, "note": f.note} for f in brief.figures],
        "rows": list(_rows(list(_without_echo(drawn)))),
        "facts": [list(fact) for fact in brief.facts],
        "paint": {name: getattr(LIGHT, name) for name in _COLORS},
    }
    moment = int(_noon(brief.created))
    for scale in _SCALES:
        made = _typeset(in_typeface(json.dumps({**held, "scale": scale}, ensure_ascii=False)), moment)
        if len(_PAGE_OBJECT.findall(made)) <= _PAGES:
            break
    progress(steps, steps)
    return made


def _typeset(held: str, moment: int) -> bytes:
    try:
        return typst.compile(
            _LAYOUT.read_bytes(),
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)]),
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"brief": held},
            pdf_standards=_ACCESSIBLE,
            timestamp=moment,
        )
    except typst.TypstError as error:
        raise DocumentError(f"{_LAYOUT.name}: expected a brief that can be set, got: {error}") from error


def _noon(created: str) -> float:
    """The day as seconds, so that one brief gives the same bytes twice."""
    return (date.fromisoformat(created) - date(1970, 1, 1)).total_seconds() + 43200


def _section(section: Section, paired: bool) -> dict[str, Any]:
    picture, half, paired = None, section.narrow, paired or section.narrow
    if section.picture:
        drawn = section.picture.draw(_HALF if paired else _ACROSS, "svg").decode()
        shape = svg_shape(drawn)
        half = section.narrow or (paired and shape <= _TALL)
        if paired and not half:
            drawn = section.picture.draw(_ACROSS, "svg").decode()
            shape = svg_shape(drawn)
        room = 100.0 if half else min(100.0, 100 * _HIGHEST / (_PAGE * shape))
        picture = {"svg": drawn, "alt": section.picture.alt, "width": room}
    return {
        "title": section.title,
        "unit": section.unit,
        "mark": section.mark,
        "sentences": list(section.sentences),
        "remarks": list(section.remarks),
        "withheld": section.withheld,
        "source": section.source,
        "url": section.url,
        "picture": picture,
        "table": None if section.picture or not section.table else _table(section.table, half),
        "half": half,
    }


def _table(table: Rows, half: bool) -> dict[str, Any]:
    """The cells, and how the columns share the width: by their longest text, within bounds."""
    lengths = [max(len(row[at]) for row in (table.head, *table.rows)) for at in range(len(table.head))]
    return {
        "head": list(table.head),
        "rows": [list(row) for row in table.rows],
        "widths": [min(max(length, _LEAST), _MOST // 2 if half else _MOST) for length in lengths],
    }


def _rows(drawn: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Sections that need half a page side by side and first, so that little room is lost; then the others."""
    halves = [section for section in drawn if section["half"]]
    for start in range(0, len(halves), 2):
        yield halves[start : start + 2]
    for section in drawn:
        if not section["half"]:
            yield [section]


def _without_echo(drawn: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Sections whose source is said once: a later one with the same source says its address only."""
    said: set[str] = set()
    for section in drawn:
        yield section | {"source": "" if section["source"] in said else section["source"]}
        said.add(section["source"])
