"""The register of internet use by age: what is read, what is refused."""

from __future__ import annotations

import math

import pytest

from data.build.age_register import read_age_register
from data.importers.problem import ImportProblem

HEAD = "ref_area,time_period,age_from,age_to,value,measure,producer,source_url,note,verification\n"


def written(tmp_path, *rows: str):
    path = tmp_path / "internet_use_by_age.csv"
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_an_open_group_has_no_upper_age_and_a_quarter_counts_in_its_year(tmp_path):
    path = written(tmp_path, "ARG,2022-Q4,65,,63.6,internet_use,Office,https://example.org,,sourced")
    row = read_age_register(path).iloc[0]
    assert (row["year"], row["age_from"], row["value"]) == (2022, 65.0, 63.6) and math.isnan(row["age_to"])


def test_rows_nobody_verified_are_left_out(tmp_path):
    path = written(tmp_path, "ARG,2022,65,,63.6,internet_use,Office,https://example.org,,unverified")
    assert read_age_register(path).empty


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("ARG,soon,65,,63.6,internet_use,Office,u,,sourced", "time_period"),
        ("ARG,2022,65,,163.6,internet_use,Office,u,,sourced", "value"),
        ("ARG,2022,65,60,63.6,internet_use,Office,u,,sourced", "age_to"),
        ("ARG,2022,65,,63.6,guess,Office,u,,sourced", "measure"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(tmp_path, row, column):
    with pytest.raises(ImportProblem) as caught:
        read_age_register(written(tmp_path, row))
    assert (caught.value.column, caught.value.row) == (column, 2)
