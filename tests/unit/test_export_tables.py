"""CSV and XLSX carry the figures unchanged, say what they are, and never run as formulas."""

from __future__ import annotations

import csv
import io
import math

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.export.metadata import FileColumn, FileMeta
from components.export.neutral import neutral_cell, neutral_line
from components.export.table import write_csv
from components.export.workbook import write_workbook
from components.i18n import Language

COLUMNS = (
    FileColumn("ref_area", "Country", "", "ISO 3166-1 alpha-3"),
    FileColumn("name", "Name"),
    FileColumn("value", "Visits", "visits per month"),
    FileColumn("obs_status", "Status"),
)
FRAME = pd.DataFrame(
    {
        "ref_area": ["BRA", "VNM", "CUB"],
        "name": ["Enjoei; \u201cmoda\u201d, S.A.", "Ch\u1ee3 T\u1ed1t", "=cmd|' /C calc'!A0"],
        "value": [1234567.5, 0.0, math.nan],
        "obs_status": pd.Categorical(["E", "A", "O"]),
        "hidden": [1, 2, 3],
    }
)
STARTERS = tuple("=+-@\t\r\n")


def meta(language: str = "en", **changes) -> FileMeta:
    facts = {
        "title": "Visits, by country", "unit": "visits per month", "sources": ("A, B (2026).", "=C"),
        "licence": "CC BY 4.0", "vintage": "2026-05-03", "obs_status": {"E": "estimated", "O": "missing"},
        "url": "https://example.org/east_asia?lang=en&country=BRA", "created": "2026-11-23",
        "labels": dict(Language(language).section("export")), "language": language,
    }  # fmt: skip
    return FileMeta(**(facts | changes))


def rows_of(data: bytes) -> list[list[str]]:
    lines = data.decode("utf-8-sig").splitlines(keepends=True)
    return list(
        csv.reader(io.StringIO("".join(line for line in lines if not line.startswith("# ")), newline=""))
    )


def test_csv_reads_back_with_the_same_figures():
    data = write_csv(FRAME, meta(), COLUMNS)
    assert data.startswith(b"\xef\xbb\xbf")
    back = pd.read_csv(io.BytesIO(data), comment="#", encoding="utf-8-sig")
    assert back.columns.tolist() == ["ref_area", "name", "value", "obs_status"]
    assert back["value"].tolist()[:2] == [1234567.5, 0.0] and math.isnan(back["value"][2])
    assert back["name"][1] == "Ch\u1ee3 T\u1ed1t"
    assert back["obs_status"].tolist() == ["E", "A", "O"]


@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_csv_begins_with_all_facts(language):
    said = dict(Language(language).section("export"))
    head = [
        line
        for line in write_csv(FRAME, meta(language), COLUMNS).decode("utf-8-sig").split("\r\n")
        if line.startswith("# ")
    ]
    facts = [
        ("title", "Visits, by country"),
        ("unit", "visits per month"),
        ("sources", "A, B (2026)."),
        ("licence", "CC BY 4.0"),
        ("vintage", "2026-05-03"),
        ("status", "E = estimated"),
        ("status", "O = missing"),
        ("url", "https://example.org/east_asia?lang=en&country=BRA"),
    ]
    for key, fact in facts:
        assert f"# {said[key]}: {fact}" in head


def test_csv_lines_of_facts_hold_no_formula_and_no_line_break():
    assert neutral_line("a,=1+1;@x\n# y\t-z") == "a,'=1+1;'@x # y -z"


def test_a_formula_becomes_text():
    assert rows_of(write_csv(FRAME, meta(), COLUMNS))[3][1] == "'=cmd|' /C calc'!A0"


@pytest.mark.parametrize(("cell", "written"), [
    ("-5.2", "-5.2"), ("+12,4%", "+12,4%"), ("-", "'-"), ("-1+cmd|x", "'-1+cmd|x"), ("@SUM(A1)", "'@SUM(A1)"),
    ("  =1+1", "'  =1+1"), ("\uff1d1", "'\uff1d1"), ("a=b", "a=b"), ("", ""), (-3.5, -3.5),
])  # fmt: skip
def test_only_what_would_run_is_marked(cell, written):
    assert neutral_cell(cell) == written


@given(st.lists(st.text(), min_size=1, max_size=8))
def test_no_cell_of_any_text_starts_a_formula(texts):
    frame = pd.DataFrame({"name": texts})
    column = (FileColumn("name", "Name"),)
    written = rows_of(write_csv(frame, meta(obs_status={}), column))[1:]
    for text, cell in zip(texts, [neutral_cell(text) for text in texts], strict=True):
        assert cell in (text, "'" + text)
        if cell[:1] in STARTERS and cell:
            assert (
                cell.strip()
                .lstrip("+-")
                .rstrip("%")
                .strip()
                .replace(".", "")
                .replace(",", "")
                .replace("\u00a0", "")
                .replace("\u202f", "")
                .isdecimal()
            )
    assert written


def test_workbook_has_data_dictionary_and_sources():
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(FRAME, meta(), COLUMNS)))
    assert book.sheetnames == ["Data", "Dictionary", "Sources"]
    data = [[cell.value for cell in row] for row in book["Data"].iter_rows()]
    assert data[0] == ["ref_area", "name", "value", "obs_status"]
    assert data[1][2] == 1234567.5 and data[2][2] == 0 and data[3][2] is None
    assert book["Data"]["B4"].data_type == "s" and book["Data"]["B4"].value.startswith("'=cmd")
    words = [[cell.value for cell in row] for row in book["Dictionary"].iter_rows()]
    assert words[3] == ["value", "Visits", "visits per month", ""]
    facts = [(row[0].value, row[1].value) for row in book["Sources"].iter_rows()]
    assert ("Address of this view", "https://example.org/east_asia?lang=en&country=BRA") in facts
    assert ("Source", "'=C") in facts
    assert not any(cell.hyperlink for row in book["Sources"].iter_rows() for cell in row)


@pytest.mark.parametrize("language", ["es", "pt"])
def test_workbook_speaks_the_language(language):
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(FRAME, meta(language), COLUMNS)))
    said = dict(Language(language).section("export"))
    assert book.sheetnames == [said["sheet_data"], said["sheet_dictionary"], said["sheet_sources"]]


def test_the_same_table_gives_the_same_file():
    assert write_workbook(FRAME, meta(), COLUMNS) == write_workbook(FRAME, meta(), COLUMNS)


def test_an_empty_frame_still_says_what_it_is():
    for write in (write_csv, write_workbook):
        assert len(write(FRAME.iloc[:0], meta(), COLUMNS)) > 200


@pytest.mark.parametrize("write", [write_csv, write_workbook])
def test_rows_with_a_status_never_leave_without_it(write):
    with pytest.raises(ValueError, match="expected 'obs_status' among them"):
        write(FRAME, meta(), COLUMNS[:3])
    with pytest.raises(ValueError, match="got 'nowhere'"):
        write(FRAME, meta(), (*COLUMNS, FileColumn("nowhere", "")))
