"""A study as an Excel workbook, one sheet a part: a template to fill in, or a study to take home."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter

from components.export.neutral import neutral_cell
from data.catalog.process_sheets import ID, PARTS, STUDY, VALUE, columns_of, sheets_of

CODES = "codes"
# Columns whose cells are one code, and the code list they come from.
_CODED = {
    "area": "process_area", "handles": "step_subject", "mode": "step_mode", "form": "document_form",
    "evidence": "process_evidence", "country": "ref_area", "exporter": "ref_area", "importer": "ref_area",
}  # fmt: skip
_KINDS = {"actors": "actor_kind", "items": "process_item", "changes": "process_change"}
_BASIS = "process_basis"
_SHORT, _LONG, _FREE_ROWS = 12, 34, 200
_LONG_COLUMNS = frozenset(("en", "es", "pt", "url", "title", "rules", "inputs", "outputs", VALUE))


def study_workbook(study: Mapping[str, Any], codes: Mapping[str, Sequence[str]]) -> bytes:
    """The workbook of a study as YAML holds it; data.build.study_file reads the same study back.

    Codes can be chosen from lists, which stand in the sheet `codes`; all cells are text or plain numbers, so
    that codes such as 090121 keep their zeros.
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, {**options, "strings_to_numbers": False})
    head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    plain = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    number = book.add_format({"num_format": "General", "valign": "top"})
    lists = _code_ranges(codes)
    sheets = sheets_of(study)
    for part in (STUDY, *PARTS):
        columns = (ID, VALUE) if part == STUDY else columns_of(part)
        sheet = book.add_worksheet(part)
        sheet.freeze_panes(1, 1)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, _LONG if _last(column) in _LONG_COLUMNS else _SHORT, plain)
            sheet.write_string(0, place, column, head)
            coded = lists.get(_list_of(part, column))
            if coded:
                sheet.data_validation(1, place, _FREE_ROWS, place, {"validate": "list", "source": coded})
        for line, row in enumerate(_rows(part, sheets[part]), start=1):
            for place, column in enumerate(columns):
                value = row.get(column)
                if isinstance(value, (int, float)) and not isinstance(value, bool):
                    sheet.write_number(line, place, value, number)
                elif value is not None:
                    sheet.write_string(line, place, neutral_cell(str(value)), plain)
    _write_codes(book.add_worksheet(CODES), codes, head)
    book.close()
    return out.getvalue()


def _rows(part: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of a sheet; the first sheet has a row for every value, filled or not."""
    if part != STUDY:
        return rows
    given = {row[ID]: row[VALUE] for row in rows}
    return [{ID: name, VALUE: given.get(name)} for name in columns_of(STUDY)]


def _used(codes: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    names = dict.fromkeys((*_CODED.values(), *_KINDS.values(), _BASIS, "process_channel", "what_if"))
    return {name: codes[name] for name in names}


def _code_ranges(codes: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Where in the sheet of codes each list stands, as a spreadsheet names it."""
    places = enumerate(_used(codes).items())
    return {
        name: f"={CODES}!${_letter(place)}$2:${_letter(place)}${len(entries) + 1}"
        for place, (name, entries) in places
    }


def _write_codes(sheet: Any, codes: Mapping[str, Sequence[str]], head: Any) -> None:
    for place, (name, entries) in enumerate(_used(codes).items()):
        sheet.write_string(0, place, name, head)
        sheet.set_column(place, place, _LONG)
        for line, code in enumerate(entries, start=1):
            sheet.write_string(line, place, code)


def _list_of(part: str, column: str) -> str:
    last = _last(column)
    return _KINDS.get(part, "") if column == "kind" else _CODED.get(last, "")


def _last(column: str) -> str:
    return column.rsplit(".", 1)[-1]


def _letter(place: int) -> str:
    return chr(ord("A") + place)
