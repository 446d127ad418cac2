"""A register with two rows of one id, or without an id, is refused with file, rows and id."""

from __future__ import annotations

import pytest

from data.build.register_files import read_register_file
from data.importers.problem import ImportProblem

ROWS = "marketplace_id,name,launched_year\nshopee-id,Shopee,2015\nlazada-id,Lazada,\n"


@pytest.fixture
def register(tmp_path):
    path = tmp_path / "marketplaces.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_a_sound_register_is_read_with_blanks_as_null(register):
    frame = read_register_file(register, key="marketplace_id", types={"launched_year": str})
    assert frame["marketplace_id"].tolist() == ["shopee-id", "lazada-id"]
    assert frame["launched_year"].isna().tolist() == [False, True]


def test_two_rows_with_one_id_are_named_with_file_rows_and_id(register):
    register.write_text(ROWS + "shopee-id,Shopee Indonesia,2015\n", encoding="utf-8")
    with pytest.raises(ImportProblem) as caught:
        read_register_file(register, key="marketplace_id")
    message = str(caught.value)
    assert str(register) in message
    assert "'shopee-id' on rows 2, 4" in message
    assert "another id" in message


@pytest.mark.parametrize(
    ("content", "column"),
    [("name\nShopee\n", "marketplace_id"), ("marketplace_id,name\n,Shopee\n", "marketplace_id")],
)
def test_a_register_without_ids_is_refused(register, content, column):
    register.write_text(content, encoding="utf-8")
    with pytest.raises(ImportProblem) as caught:
        read_register_file(register, key="marketplace_id")
    assert caught.value.column == column


def test_a_register_that_is_gone_is_told(tmp_path):
    with pytest.raises(ImportProblem, match="Restore it"):
        read_register_file(tmp_path / "countries.csv", key="ref_area")
