"""The sheets of an Excel workbook: where their columns are, and cells that know whether they are numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.importers.problem import ImportProblem

# A title or a note may stand above the header.
_HEADER_WITHIN = 10


@dataclass(frozen=True)
class Cell:
    """A cell: None, text, number, truth or date, as Excel keeps it."""

    value: Any = None

    @property
    def text(self) -> str:
        """The value as text without blanks around it; a number in its shortest form."""
        if self.value is None:
            return ""
        if isinstance(self.value, float):
            return f"{self.value:g}"
        return str(self.value).strip()

    @property
    def is_number(self) -> bool:
        """Whether Excel keeps it as a number."""
        return isinstance(self.value, (int, float)) and not isinstance(self.value, bool)


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, the row of its header, the place of each column, and the rows below."""

    name: str
    columns: Mapping[str, int]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    titles: tuple[str, ...]

    def cell(self, row: tuple[Cell, ...], column: str) -> Cell:
        """The cell of a named column."""
        place = self.columns[column]
        return row[place] if place < len(row) else Cell()


def read_sheets(path: Path, wanted: Mapping[str, tuple[str, ...]], anchor: str) -> list[Sheet]:
    """Every sheet of the workbook; its `columns` are those of `wanted` (ours -> titles) that it has.

    The header is the first row, among the first ten, that has the column `anchor`; a sheet without one has
    no columns. Titles are compared without case, signs and blanks. Raises ImportProblem when the file is
    not there or no workbook.
    """
    try:
        import openpyxl  # type: ignore[import-untyped]  # only who imports workbooks needs it
    except ImportError:
        raise ImportProblem(
            path,
            expected="the library openpyxl, which reads workbooks",
            found="none",
            remedy="Install it: pip install openpyxl",
        ) from None
    if not path.is_file():
        raise ImportProblem(
            path, expected="a workbook", found="nothing", remedy="Check the folder of sources."
        )
    try:
        book = openpyxl.load_workbook(path, data_only=True)
    except Exception as error:  # openpyxl passes on whatever the archive or its XML raises
        raise ImportProblem(
            path,
            expected="an Excel workbook (.xlsx)",
            found=str(error) or type(error).__name__,
            remedy="Open it in a spreadsheet and save it as .xlsx.",
        ) from error
    return [_sheet(sheet.title, list(_cells(sheet)), wanted, anchor) for sheet in book.worksheets]


def _cells(sheet: Any) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    for number, row in enumerate(sheet.iter_rows(), start=1):
        yield number, tuple(Cell(cell.value) for cell in row)


def _sheet(
    name: str,
    rows: list[tuple[int, tuple[Cell, ...]]],
    wanted: Mapping[str, tuple[str, ...]],
    anchor: str,
) -> Sheet:
    for at, (_, row) in enumerate(rows[:_HEADER_WITHIN]):
        titles = [_plain(cell.text) for cell in row]
        columns = {
            ours: titles.index(theirs)
            for ours, names in wanted.items()
            for theirs in [next((name for name in map(_plain, names) if name in titles), None)]
            if theirs is not None
        }
        if anchor in columns:
            return Sheet(name, columns, tuple(rows[at + 1 :]), tuple(cell.text for cell in row))
    return Sheet(name, {}, tuple(rows), ())


def _plain(title: str) -> str:
    return re.sub(r"[\W_]+", "", title.casefold())
