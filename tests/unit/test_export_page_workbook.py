"""The tables of a page in one workbook: contents first, a sheet each, what stays behind with the reason."""

from __future__ import annotations

import io

import openpyxl
import pandas as pd
import pytest

from components.export.brief import Cancelled
from components.export.metadata import FileColumn, FileMeta
from components.export.page_workbook import SheetTable, write_page_workbook
from components.i18n import Language

LABELS = dict(Language("es").section("export"))
FORMULA = '=HYPERLINK("https://evil.example","x")'


def meta(title: str, **changes) -> FileMeta:
    facts = {"unit": "Visitas", "sources": ("Fuente A",), "licence": "CC BY 4.0", "vintage": "2026-05-03"}
    return FileMeta(
        title=title,
        obs_status={},
        url="https://explorer.example/east_asia?lang=es",
        language="es",
        labels=LABELS,
        created="2026-11-24",
        **(facts | changes),
    )


def table(title: str) -> SheetTable:
    frame = pd.DataFrame({"name": ["Perú", FORMULA], "visits": [1.5, None]})
    return SheetTable(frame, meta(title), (FileColumn("name", "País"), FileColumn("visits", "Visitas")))


def written(tables, left_out=(), **options) -> openpyxl.Workbook:
    page = meta("Asia del Este", unit="", sources=(), licence="", vintage="")
    return openpyxl.load_workbook(io.BytesIO(write_page_workbook(tables, left_out, page, **options)))


def test_it_lists_its_tables_their_sources_and_its_address():
    book = written([table("De dónde vienen: los visitantes [2025]"), table("Segunda")])
    assert len(book.sheetnames) == 3
    words = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.value]
    for said in (
        "Asia del Este",
        "Segunda",
        "Fuente A",
        "CC BY 4.0",
        "https://explorer.example/east_asia?lang=es",
    ):
        assert said in words
    assert book.worksheets[1]["A2"].value == "Perú" and book.worksheets[1]["B2"].value == 1.5
    assert book.worksheets[1]["B3"].value is None, "what is missing stays empty"


def test_no_cell_is_a_formula_or_a_link():
    book = written([table("=1+1")], [("@SUM(1)", "+reason")])
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert "'" + FORMULA in [cell.value for cell in cells]


def test_what_stays_behind_is_named_with_the_reason():
    book = written([], [("Restringida", "No figura en este archivo: las condiciones no lo permiten")])
    words = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.value]
    assert "Restringida" in words and len(book.sheetnames) == 1


def test_tables_of_one_name_have_sheets_of_their_own():
    long = "Un título tan largo que ninguna hoja de cálculo lo admite entero"
    assert len(set(written([table(long), table(long)]).sheetnames)) == 3


def test_who_listens_can_end_the_work():
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        written([table("Una")], progress=stop)
