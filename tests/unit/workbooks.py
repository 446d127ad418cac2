"""Small made-up workbooks in the layout of the ESCAP and ECLAC country workbooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl

# The header as the workbooks have it: references take five columns, of which the first is named.
HEADER = (
    "Pillar_ID", "Indicator_ID", "Raw Score", "Act and/or practice", "Coverage",
    "Impact or comments on Acts or practices", "Timeframe", "References\n", None, None, None, None, "Note",
)  # fmt: skip
PERU = (
    (2, "Public Procurement", None, None, None, None, None, None, None, None, None, None, None),
    (
        2, 2.1, 0.5, "Ley de contrataciones;\n\nReglamento 5", "Horizontal", "A comment that stays out.",
        "Since May 2014, last amended in 2024;\n\nSince 2019", "https://a.example/1;\n\nhttps://a.example/2",
        "www.b.example/3", None, None, None, "https://note.example/",
    ),
    (4, "Intellectual Property Rights", None, None, None, None, None, None, None, None, None, None, None),
    (4, "4.1", 0, "Ley de patentes", "Horizontal", None, "Since 1996", "https://c.example/", *[None] * 5),
    (None, "4.10", "0.50", "Ley de secretos", None, None, None, None, *[None] * 5),
    (12, "12.4.1", 1, "Ley de pagos", "Payments", None, "Last reviewed in 2024", None, *[None] * 5),
    (None,) * 13,
)  # fmt: skip


Rows = Sequence[Sequence[Any]]


def workbook(path: Path, sheets: Mapping[str, Rows], header: Sequence[Any] = HEADER) -> Path:
    """A workbook with these sheets; each begins with a title and, if it has rows, the header."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.append([name])
        if rows:
            sheet.append(list(header))
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def changed(row: int, place: int, value: Any, rows: Rows = PERU) -> list[list[Any]]:
    """The rows with another value in one cell."""
    made = [list(cells) for cells in rows]
    made[row][place] = value
    return made
