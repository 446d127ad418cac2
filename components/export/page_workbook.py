"""The tables of a whole page as one Excel workbook: contents, one sheet per table, facts of all."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
import xlsxwriter

from components.export.brief import Progress, unheard
from components.export.metadata import FileColumn, FileMeta
from components.export.table import select_columns
from components.export.workbook import PLAIN, sheet_name, write_data, write_texts


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One table with all that is to be said of it."""

    frame: pd.DataFrame
    meta: FileMeta
    columns: tuple[FileColumn, ...]


def write_page_workbook(
    tables: Sequence[SheetTable],
    left_out: Sequence[tuple[str, str]],
    meta: FileMeta,
    progress: Progress = unheard,
) -> bytes:
    """First the contents and the tables that stay behind with the reason (`left_out`), then the tables.

    `meta` is that of the page: title, address, labels. No text is run as a formula or a link.
    """
    steps = len(tables) + 1
    progress(0, steps)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, PLAIN)
    book.set_properties({"title": meta.title, "created": datetime.fromisoformat(meta.created)})
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    names = [sheet_name(f"{at} {table.meta.title}").strip() for at, table in enumerate(tables, start=1)]
    heads = (meta.labels["fact"], meta.labels["fact_text"])
    contents = [(name, table.meta.title) for name, table in zip(names, tables, strict=True)]
    first = book.add_worksheet(sheet_name(meta.labels["sheet_sources"]))
    about = [tuple(fact) for fact in meta.facts()]
    for table in tables:
        about += [("", ""), *(tuple(fact) for fact in table.meta.facts())]
    write_texts(first, heads, [*contents, *left_out, ("", ""), *about], (34, 110), bold, wrap)
    progress(1, steps)
    for at, (name, table) in enumerate(zip(names, tables, strict=True), start=2):
        chosen = select_columns(table.frame, table.meta, table.columns)
        write_data(book.add_worksheet(name), chosen, table.columns, bold)
        progress(at, steps)
    book.close()
    return out.getvalue()
