"""OECD's Digital STRI and heterogeneity indices become tidy series and pairs of members."""

from __future__ import annotations

import pytest

from data.importers.oecd_stri import read_digital, read_heterogeneity
from data.importers.problem import ImportProblem
from tests.unit.test_collect import FIXTURES

DIGITAL = FIXTURES / "regulation" / "oecd_digital_stri.csv"
HETEROGENEITY = FIXTURES / "regulation" / "oecd_heterogeneity.csv"


def edited(tmp_path, source, before, after):
    text = source.read_text(encoding="utf-8")
    assert before in text
    path = tmp_path / source.name
    path.write_text(text.replace(before, after), encoding="utf-8")
    return path


def test_values_of_members_are_read_and_missing_ones_left_out():
    frame = read_digital(DIGITAL)
    assert list(frame.columns) == [
        "ref_area",
        "measure",
        "activity",
        "stri_type",
        "methodology",
        "time_period",
        "value",
    ]
    assert frame[["ref_area", "measure", "time_period", "value"]].to_numpy().tolist() == [
        ["CHL", "CLAS1_6", "2023", 0.198],
        ["CHL", "STRI", "2023", 0.263],
    ]


def test_a_pair_of_members_comes_once_whatever_its_direction():
    frame = read_heterogeneity(HETEROGENEITY)
    pairs = frame[["ref_area", "counterpart_area", "methodology", "value"]].to_numpy().tolist()
    assert pairs == [["CHL", "JPN", "ANSWER", 0.31], ["CHL", "JPN", "SCORE", 0.22]]


def test_directions_of_a_pair_that_disagree_are_refused(tmp_path):
    path = edited(
        tmp_path,
        HETEROGENEITY,
        "JPN,HETERO,_Z,ANSWER,_Z,IX,CHL,2023,0.31",
        "JPN,HETERO,_Z,ANSWER,_Z,IX,CHL,2023,0.35",
    )
    with pytest.raises(
        ImportProblem, match="expected one value for each series and year, found two for CHL, JPN"
    ):
        read_heterogeneity(path)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("0.263", "1.263", "column 'OBS_VALUE', row 2: expected an index between 0 and 1, found '1.263'"),
        ("0.263", "a lot", "column 'OBS_VALUE', row 2: expected a number"),
        (",2023,,0.263", ",2023-Q1,,0.263", "column 'TIME_PERIOD', row 2: expected a year"),
        ("OBS_VALUE", "VALUE", "column 'OBS_VALUE': expected the columns"),
        ("STRUCTURE_ID", "ID", "column 'STRUCTURE_ID': expected a column STRUCTURE_ID or DATAFLOW"),
        ("DF_STRI_DIGITAL(", "DF_STRI_MAIN(", "row 2: expected the dataflow DF_STRI_DIGITAL, found"),
        (",CHL,", ",BEL,", "expected a value of a FEALAC member, found none"),
    ],
)
def test_a_fault_names_column_row_and_what_was_expected(tmp_path, before, after, said):
    with pytest.raises(ImportProblem) as caught:
        read_digital(edited(tmp_path, DIGITAL, before, after))
    assert said in str(caught.value)


def test_the_index_is_not_taken_for_the_pairs():
    with pytest.raises(ImportProblem, match="expected the dataflow DF_STRI_HETERO or DF_STRI_DIGITAL_HETERO"):
        read_heterogeneity(DIGITAL)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(ImportProblem, match="expected a file, found nothing"):
        read_digital(tmp_path / "gone.csv")
