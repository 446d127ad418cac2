"""Files that readers take home from the pages: nothing in them runs, and they say what they are."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import openpyxl
import pytest

from components import loaders
from data.store import read_register
from tests.app.visit import open_page, wrong_with

pytestmark = pytest.mark.usefixtures("cold_caches")

# What a register or an address could hold, and a spreadsheet would run.
HOSTILE = {
    "name": '=HYPERLINK("https://evil.example","Taobao")',
    "domain": "@SUM(1+1)*cmd|'/C calc'!A0",
    "owner": "+cmd|'/C calc'!A0",
    "msme_programme": '-2+3+cmd|"/C calc"!A0',
    "source_url": "\t=1+1",
}
STARTERS = ("=", "+", "-", "@", "\t", "\r", "|", "%")
NUMBER = "0123456789."


@pytest.fixture
def files(monkeypatch) -> dict[str, Callable[[], bytes]]:
    """File name -> what makes the file, for every download button that a page draws."""
    offered: dict[str, Callable[[], bytes]] = {}

    def offer(_label, data, file_name, **_):
        offered[file_name] = data

    monkeypatch.setattr("streamlit.download_button", offer)
    return offered


@pytest.fixture
def hostile_register(monkeypatch):
    """A register in which every marketplace carries formulas."""
    read = read_register

    def poisoned(name, **options):
        rows = read(name, **options)
        return rows.assign(**HOSTILE) if name == "marketplace" else rows

    monkeypatch.setattr(loaders, "read_register", poisoned)


def rows_of(content: bytes) -> list[list[str]]:
    """All lines of a CSV file, facts and rows."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def runs(cell: str) -> bool:
    """Whether a spreadsheet would take the cell for a formula."""
    said = cell.lstrip(" \u00a0")
    return said.startswith(STARTERS) and not set(said[1:]) <= set(NUMBER)


@pytest.mark.usefixtures("hostile_register")
@pytest.mark.parametrize("section", ["downloads", "ranking"])
def test_no_cell_of_a_csv_file_is_a_formula(files, section):
    app = open_page("east_asia", section=section, q="", country="CHN", period="2024-01:2024-12")
    assert wrong_with(app) == []
    tables = {name: rows_of(make()) for name, make in files.items() if name.endswith(".csv")}
    assert tables
    for name, rows in tables.items():
        assert not [cell for row in rows for cell in row if runs(cell)], name
    words = [cell for rows in tables.values() for row in rows for cell in row]
    assert "'" + HOSTILE["name"] in words, "the name leaves as text, not shortened"


@pytest.mark.usefixtures("hostile_register")
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(files):
    open_page("latin_america", section="downloads", country="MEX")
    books = {name: make() for name, make in files.items() if name.endswith(".xlsx")}
    assert set(books) == {"cross-section.xlsx", "time-series.xlsx"}
    for content in books.values():
        book = openpyxl.load_workbook(io.BytesIO(content))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert not [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink]
        assert not [cell.value for cell in cells if cell.data_type == "s" and runs(str(cell.value))]


def test_a_hostile_address_leaves_as_text(files):
    open_page("east_asia", section="downloads", country="JPN", q="=1+1\r\n=cmd|'/C calc'!A0,=2")
    for name, make in files.items():
        if name.endswith(".csv"):
            rows = rows_of(make())
            assert not [cell for row in rows for cell in row if runs(cell)]
            assert any(cell.startswith("# ") and "q=%3D1%2B1" in cell for row in rows for cell in row)


@pytest.mark.usefixtures("hostile_register")
@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_a_register_full_of_formulas_is_still_shown(language):
    for section in ("development", "ranking", "landscape"):
        assert wrong_with(open_page("east_asia", lang=language, section=section)) == []


def test_too_much_is_refused_with_the_way_out(files):
    app = open_page("latin_america", section="downloads", freq="M")
    assert "time-series.csv" not in files and "cross-section.csv" in files
    assert wrong_with(app) == []
