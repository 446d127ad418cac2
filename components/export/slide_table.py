"""A table on a slide: native cells that can be edited, letters as large as its rows allow."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Inches

from components.charts.theme import LIGHT
from components.export.brief import Rows
from components.export.lettering import text_width
from components.export.slide_layouts import INNER, MARGIN, attribute, write_run

# 'No style, table grid', which every office program knows by this number.
_STYLE = "{5940675A-B579-460E-94D1-54222C63F5DA}"
_MOST_ROWS = 11
# Rows up to which letters have this size (points), and the height of a row (inches).
_SIZES = ((5, 16, 0.46), (8, 13, 0.4), (_MOST_ROWS, 11, 0.34))
# Letters that a column counts for, at least and at most.
_LEAST, _MOST = 8, 46


def parted(table: Rows) -> Iterator[Rows]:
    """The table in pieces that fit on a slide, the headings on each."""
    for start in range(0, len(table.rows), _MOST_ROWS):
        yield Rows(table.head, table.rows[start : start + _MOST_ROWS])


def add_table(slide: Any, table: Rows, top: float) -> None:
    """Draw the table across the slide, `top` inches from its upper edge."""
    lines, count = (table.head, *table.rows), len(table.head)
    size, height = next((size, high) for rows, size, high in _SIZES if len(table.rows) <= rows)
    box = (Inches(side) for side in (MARGIN, top, INNER, height))
    shape = slide.shapes.add_table(len(lines), count, *box)
    shape.name = attribute(", ".join(table.head))
    shape._element.graphicData.tbl.tblPr.find(qn("a:tableStyleId")).text = _STYLE
    grid = shape.table
    weights = [min(max(*(len(row[at]) for row in lines), _LEAST), _MOST) for at in range(count)]
    for column, weight in zip(grid.columns, weights, strict=True):
        column.width = int(Inches(INNER) * weight / sum(weights))
    for line, row in enumerate(lines):
        grid.rows[line].height = Inches(height)
        for at, text in enumerate(row):
            cell = grid.cell(line, at)
            cell.margin_top = cell.margin_bottom = Inches(0.03)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            write_run(cell.text_frame.paragraphs[0], text, size, LIGHT.text, bold=line == 0)


def lines_of(texts: Iterable[str], size: float, width: float) -> int:
    """How many lines the paragraphs take at `size` points in `width` inches, about."""
    return sum(math.ceil(text_width(text, size) / (width * 72)) for text in texts if text)
