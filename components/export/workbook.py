"""A frame as an Excel workbook: data, dictionary of columns, and sources with all facts of the file."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pandas as pd
import xlsxwriter

from components.export.metadata import FileColumn, FileMeta
from components.export.neutral import neutral_cell
from components.export.table import is_missing, select_columns

_MAX_TEXT = 32_767
_WIDTHS = (10, 48)
# Nothing of what is written is run, and nothing touches the disk.
PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_workbook(frame: pd.DataFrame, meta: FileMeta, columns: Sequence[FileColumn]) -> bytes:
    """Three sheets: the rows (numbers as numbers), what each column means, and the facts of `meta`.

    No text is turned into a formula, a link or a number. The same input gives the same sheets;
    `meta.created` is the date of the file. Raises ValueError as write_csv does.
    """
    chosen = select_columns(frame, meta, columns)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, PLAIN)
    if meta.created:
        book.set_properties({"title": meta.title, "created": datetime.fromisoformat(meta.created)})
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    write_data(book.add_worksheet(sheet_name(meta.labels["sheet_data"])), chosen, columns, bold)
    heads = [meta.labels[f"dictionary_{name}"] for name in ("column", "title", "unit", "description")]
    entries = [(column.name, column.title, column.unit, column.description) for column in columns]
    write_texts(
        book.add_worksheet(sheet_name(meta.labels["sheet_dictionary"])),
        heads,
        entries,
        (24, 32, 24, 80),
        bold,
        wrap,
    )
    facts = [tuple(fact) for fact in meta.facts()]
    heads = [meta.labels["fact"], meta.labels["fact_text"]]
    write_texts(
        book.add_worksheet(sheet_name(meta.labels["sheet_sources"])), heads, facts, (24, 110), bold, wrap
    )
    book.close()
    return out.getvalue()


def write_data(sheet: Any, frame: pd.DataFrame, columns: Sequence[FileColumn], bold: Any) -> None:
    """Header, rows and filter of a sheet of data."""
    for place, column in enumerate(columns):
        sheet.write_string(0, place, str(neutral_cell(column.name)), bold)
        longest = max((len(str(value)) for value in frame[column.name].head(200)), default=0)
        sheet.set_column(place, place, min(max(longest, len(column.name), _WIDTHS[0]) + 2, _WIDTHS[1]))
    for line, row in enumerate(frame.itertuples(index=False, name=None), start=1):
        for place, value in enumerate(row):
            _write_cell(sheet, line, place, value)
    sheet.freeze_panes(1, 0)
    if len(frame):
        sheet.autofilter(0, 0, len(frame), len(columns) - 1)


def _write_cell(sheet: Any, line: int, place: int, value: Any) -> None:
    if is_missing(value):
        return
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, bool):
        sheet.write_boolean(line, place, value)
    elif isinstance(value, (int, float)):
        sheet.write_number(line, place, value)
    else:
        sheet.write_string(line, place, str(neutral_cell(str(value)))[:_MAX_TEXT])


def write_texts(
    sheet: Any,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[int],
    bold: Any,
    wrap: Any,
) -> None:
    """A sheet of texts: headings and rows, columns as wide as `widths` (characters)."""
    for place, (head, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.write_string(0, place, head, bold)
        sheet.set_column(place, place, width)
    for line, row in enumerate(rows, start=1):
        for place, text in enumerate(row):
            sheet.write_string(line, place, str(neutral_cell(text))[:_MAX_TEXT], wrap)
    sheet.freeze_panes(1, 0)


def sheet_name(name: str) -> str:
    """A name Excel accepts: at most 31 characters, none of []:*?/\\."""
    return "".join("-" if sign in "[]:*?/\\" else sign for sign in name)[:31]
