"""Reads a study that an analyst has filled in: YAML, or the workbook of the template."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from data.catalog.process_sheets import ID, PARTS, STUDY, VALUE, columns_of, study_of
from data.catalog.reading import read_yaml
from data.importers.problem import ImportProblem
from data.importers.workbook_sheets import Cell, Sheet, read_sheets

YAML, WORKBOOK = (".yml", ".yaml"), ".xlsx"
# A study is a few hundred rows of text.
_LARGEST = 4_000_000


def read_study_file(path: Path) -> dict[str, Any]:
    """The study as YAML would hold it. Raises ImportProblem, and CatalogError for what is no YAML."""
    if not path.is_file():
        raise ImportProblem(path, expected="a filled study (.yml or .xlsx)", found="no such file")
    if path.stat().st_size > _LARGEST:
        found = f"{path.stat().st_size} bytes"
        raise ImportProblem(path, expected=f"a study of at most {_LARGEST} bytes", found=found)
    if path.suffix.lower() in YAML:
        return read_yaml(path, str(path))
    if path.suffix.lower() == WORKBOOK:
        return _read_workbook(path)
    raise ImportProblem(path, expected="a file .yml or .xlsx", found=f"'{path.suffix}'")


def _read_workbook(path: Path) -> dict[str, Any]:
    wanted = {STUDY: (ID, VALUE)} | {part: columns_of(part) for part in PARTS}
    names = dict.fromkeys(column for columns in wanted.values() for column in columns)
    found = {sheet.name: sheet for sheet in read_sheets(path, {name: (name,) for name in names}, ID)}
    sheets = {}
    for part, columns in wanted.items():
        if part not in found:
            raise ImportProblem(
                path,
                expected=f"a sheet '{part}' with a column '{ID}'",
                found=", ".join(found) or "no sheet",
                remedy="Take the template anew.",
            )
        sheet = found[part]
        _refuse_unknown(path, sheet, columns)
        known = [column for column in columns if column in sheet.columns]
        sheets[part] = [{name: _value(sheet.cell(row, name)) for name in known} for _, row in sheet.rows]
    return study_of(sheets)


def _refuse_unknown(path: Path, sheet: Sheet, columns: tuple[str, ...]) -> None:
    for title in sheet.titles:
        if title and title not in columns:
            raise ImportProblem(
                path,
                column=title,
                expected=f"one of the columns of the sheet '{sheet.name}': {', '.join(columns)}",
                found=f"'{title}'",
            )


def _value(cell: Cell) -> Any:
    """What YAML would hold: a date as text, a whole number without decimals."""
    value = cell.value
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
