"""A country workbook becomes measures like those of RDTII, and a fault in it names sheet, column and row."""

from __future__ import annotations

import datetime
import sys

import pandas as pd
import pytest

from data.importers.problem import ImportProblem
from data.importers.rdtii import read_measures
from data.importers.regulation_workbook import read_workbook
from tests.unit.test_collect import FIXTURES
from tests.unit.workbooks import HEADER, PERU, changed, workbook


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Round 3.xlsx"


def test_measures_come_in_the_shape_of_rdtii(path):
    frame = read_workbook(
        workbook(
            path,
            {"Read me": [], "Peru": PERU, "India": PERU},
        )
    )
    like = read_measures(FIXTURES / "regulation" / "measures.csv")
    assert list(frame.columns) == list(like.columns)
    assert frame.dtypes.astype(str).to_dict() == like.dtypes.astype(str).to_dict()
    first = frame.iloc[0].to_dict()
    assert first == {
        "measure_id": "PER-2.1-001",
        "ref_area": "PER",
        "indicator": "2.1",
        "raw_score": 0.5,
        "act": "Ley de contrataciones; Reglamento 5",
        "coverage": "Horizontal",
        "timeframe": "Since May 2014, last amended in 2024; Since 2019",
        "valid_from": 2014,
        "urls": "https://a.example/1;https://a.example/2;https://www.b.example/3",
    }
    assert frame["indicator"].tolist() == ["2.1", "4.1", "4.10", "12.4.1"]
    assert frame["raw_score"].tolist() == [0.5, 0, 0.5, 1]
    assert pd.isna(frame["valid_from"].iloc[3])
    assert not frame.astype(str).apply(lambda column: column.str.contains("comment|note")).any().any()


def test_escap_writes_4_01_for_4_1_and_then_4_1_is_4_10(path):
    rows = changed(3, 1, 4.01, changed(4, 1, 4.1))
    assert read_workbook(workbook(path, {"Peru": rows}))["indicator"].tolist() == [
        "2.1",
        "4.1",
        "4.10",
        "12.4.1",
    ]


def test_4_1_as_a_number_alone_may_be_4_10_and_is_refused(path):
    with pytest.raises(ImportProblem) as caught:
        read_workbook(workbook(path, {"Peru": changed(4, 1, 4.1)}))
    said = str(caught.value)
    assert "sheet 'Peru', column 'Indicator_ID', row 7" in said
    assert "4.1 or 4.10 as text" in said and "Format the column as text" in said


def test_an_id_that_excel_made_a_date_is_refused(path):
    with pytest.raises(ImportProblem, match="which is no text. Format the column as text"):
        read_workbook(workbook(path, {"Peru": changed(4, 1, datetime.date(2026, 10, 4))}))


def test_an_unknown_indicator_is_refused(path):
    with pytest.raises(
        ImportProblem, match="column 'Indicator_ID', row 4: expected a guide number .* found '2.9'"
    ):
        read_workbook(workbook(path, {"Peru": changed(1, 1, 2.9)}))


@pytest.mark.parametrize(
    ("score", "found"), [(0.3, "0.3"), (2, "2"), ("high", "'high'"), (None, "an empty cell")]
)
def test_a_score_outside_the_set_of_its_indicator_is_refused(path, score, found):
    with pytest.raises(ImportProblem, match=f"column 'Raw Score', row 4: expected one of .*, found {found}"):
        read_workbook(workbook(path, {"Peru": changed(1, 2, score)}))


def test_a_score_without_an_act_is_refused(path):
    with pytest.raises(ImportProblem, match="column 'Act and/or practice', row 4: expected an act"):
        read_workbook(workbook(path, {"Peru": changed(1, 3, None)}))


def test_a_missing_column_is_named(path):
    header = ["Since" if title == "Timeframe" else title for title in HEADER]
    with pytest.raises(
        ImportProblem, match="sheet 'Peru', column 'Timeframe': expected the columns Indicator_ID"
    ):
        read_workbook(workbook(path, {"Peru": PERU}, header))


def test_a_country_without_a_header_is_named(path):
    header = [None] * len(HEADER)
    with pytest.raises(ImportProblem, match="sheet 'Peru', column 'Indicator_ID': .* found no header"):
        read_workbook(workbook(path, {"Peru": PERU}, header))


def test_a_workbook_without_a_country_names_its_sheets(path):
    with pytest.raises(ImportProblem, match="expected one sheet per country, .* found the sheets Read me"):
        read_workbook(workbook(path, {"Read me": []}, ["x"]))


def test_a_sheet_of_measures_whose_country_is_unknown_is_refused(path):
    with pytest.raises(ImportProblem, match="sheet 'Peruu': expected a sheet named after a country"):
        read_workbook(workbook(path, {"Chile": PERU, "Peruu": PERU}))


def consolidated(*countries: str) -> list[list[object]]:
    return [[country, *row] for country in countries for row in PERU[:-1]]


def both(path, sheets, listed):
    book = workbook(path, sheets)
    import openpyxl

    opened = openpyxl.load_workbook(book)
    sheet = opened.create_sheet("Consolidated")
    for row in [["Country", *HEADER], *consolidated(*listed)]:
        sheet.append(row)
    opened.save(book)
    return book


def test_a_sheet_of_all_countries_is_read_where_there_are_no_others(path):
    book = workbook(
        path, {"Consolidated": consolidated("Lao PDR", "Viet Nam", "India")}, ["Country", *HEADER]
    )
    frame = read_workbook(book)
    assert frame["ref_area"].unique().tolist() == ["LAO", "VNM"] and len(frame) == 8
    assert frame["measure_id"].is_unique


def test_a_country_that_is_listed_but_has_no_sheet_is_named(path):
    assert len(read_workbook(both(path, {"Peru": PERU}, ["Peru", "India"]))) == 4
    with pytest.raises(ImportProblem, match="expected a sheet named 'Chile' in the workbook, found none"):
        read_workbook(both(path, {"Peru": PERU}, ["Peru", "Chile"]))


def test_a_file_that_is_no_workbook_is_told(path, tmp_path):
    path.write_text("Country,Indicator_ID\n", encoding="utf-8")
    with pytest.raises(ImportProblem, match="expected an Excel workbook"):
        read_workbook(path)
    with pytest.raises(ImportProblem, match="expected a workbook, found nothing"):
        read_workbook(tmp_path / "gone.xlsx")


def test_without_the_library_the_remedy_says_what_to_install(path, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ImportProblem, match="pip install openpyxl"):
        read_workbook(path)
