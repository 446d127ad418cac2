"""What is read is what was written, typed as described, wherever it lies."""

from __future__ import annotations

import fsspec
import pandas as pd
import pytest

from data.store import read_dataset, read_manifest, read_register
from tests.unit.store_files import CATALOG, REGIONS, build, seasonality, sources

REGISTERS = [dataset.id for dataset in CATALOG.table_datasets()]


def test_a_dataset_comes_back_as_it_was_written(tmp_path):
    frame = read_dataset("seasonality", base=build(tmp_path))
    assert frame["region"].dtype == "category"
    assert list(frame["region"].cat.categories) == list(REGIONS)
    pd.testing.assert_frame_equal(frame.astype({"region": "str"}), seasonality().astype({"region": "str"}))


def test_rows_and_columns_can_be_chosen(tmp_path):
    frame = read_dataset(
        "seasonality", base=build(tmp_path), columns=["month"], filters=[("region", "==", "east_asia")]
    )
    assert list(frame.columns) == ["month"]
    assert len(frame) == 12


def test_a_register_comes_back_in_the_order_of_its_key_with_missing_text_as_missing(tmp_path):
    frame = read_register("source", base=build(tmp_path))
    assert list(frame["source_id"]) == ["a-list", "whotracksme"]
    assert frame["url"].isna().tolist() == [True, False]
    assert list(frame.columns) == list(sources().columns)


def test_the_data_may_lie_at_any_fsspec_address(tmp_path, monkeypatch):
    memory = fsspec.filesystem("memory")
    for path in build(tmp_path).iterdir():
        memory.pipe_file(f"/explorer/{path.name}", path.read_bytes())
    monkeypatch.setenv("EXPLORER_DATA_URL", "memory://explorer")
    assert len(read_dataset("seasonality")) == 24
    assert read_manifest()["built_at"] == "2019-04"


def test_the_registers_may_lie_in_a_database_of_their_own(tmp_path, monkeypatch):
    monkeypatch.setenv("EXPLORER_DATABASE_URL", f"sqlite:///{build(tmp_path)}/explorer.sqlite")
    assert len(read_register("source")) == 2


def test_the_manifest_tells_hash_size_and_rows_of_each_file(tmp_path):
    files = read_manifest(build(tmp_path))["files"]
    assert files["seasonality.parquet"]["rows"] == {"seasonality": 24}
    assert files["explorer.sqlite"]["rows"] == {"source": 2}
    assert files["explorer.sqlite"]["bytes"] == (tmp_path / "explorer.sqlite").stat().st_size


@pytest.mark.parametrize(
    ("read", "name", "message"),
    [
        (read_register, "ship", f"register: expected one of {', '.join(REGISTERS)}, got 'ship'"),
        (read_dataset, "country", None),
    ],
)
def test_what_is_not_described_is_refused(tmp_path, read, name, message):
    with pytest.raises(ValueError, match="expected one of") as told:
        read(name, base=build(tmp_path))
    assert message is None or str(told.value) == message


def test_a_column_that_is_not_described_is_refused(tmp_path):
    with pytest.raises(ValueError) as told:
        read_dataset("seasonality", base=build(tmp_path), columns=["visits"])
    assert str(told.value) == "seasonality: expected one of region, month, ratio, domains, got 'visits'"
