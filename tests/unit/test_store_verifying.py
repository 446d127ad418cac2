"""Verification finds what is missing, changed or wrong, in every file, without writing."""

from __future__ import annotations

import json

import pyarrow.parquet as pq
import pytest

from data.catalog import Catalog
from data.store import check_frame, verify, write_manifest
from tests.unit.store_files import CATALOG, SEASONALITY, build, seasonality

SMALL: Catalog = CATALOG.model_copy(
    update={"datasets": {name: CATALOG.datasets[name] for name in ("seasonality", "source")}}
)


def told(folder) -> list[str]:
    return [str(finding) for finding in verify(folder, catalog=SMALL)]


def test_files_that_keep_their_promises_give_no_finding(tmp_path):
    assert told(build(tmp_path)) == []


def test_verifying_writes_nothing(tmp_path):
    before = {path: path.stat().st_mtime_ns for path in build(tmp_path).iterdir()}
    told(tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_each_missing_file_is_a_finding_and_the_others_are_still_checked(tmp_path):
    (build(tmp_path) / "seasonality.parquet").unlink()
    (tmp_path / "explorer.sqlite").unlink()
    assert told(tmp_path) == [
        f"{tmp_path}/seasonality.parquet: expected a file, found nothing",
        f"{tmp_path}/explorer.sqlite: expected an SQLite file, found nothing",
    ]


def test_a_missing_manifest_is_a_finding(tmp_path):
    (build(tmp_path) / "MANIFEST.json").unlink()
    assert told(tmp_path) == [f"{tmp_path}/MANIFEST.json: expected a file, found nothing"]


def test_a_changed_number_of_rows_is_a_finding(tmp_path):
    manifest = build(tmp_path) / "MANIFEST.json"
    content = json.loads(manifest.read_text(encoding="utf-8"))
    content["files"]["seasonality.parquet"]["rows"]["seasonality"] = 23
    manifest.write_text(json.dumps(content), encoding="utf-8")
    assert told(tmp_path) == [f"{tmp_path}/seasonality.parquet: rows: expected 23, found 24"]


def test_a_file_that_no_description_knows_is_a_finding(tmp_path):
    (build(tmp_path) / "stray.parquet").write_bytes(b"stray")
    rows = {"stray.parquet": {}, "seasonality.parquet": {"seasonality": 24}, "explorer.sqlite": {"source": 2}}
    write_manifest(tmp_path, built_at="2019-04", sources={}, rows=rows)
    assert told(tmp_path) == [
        f"{tmp_path}/MANIFEST.json: files.stray.parquet: expected a description in config/datasets, "
        "found none"
    ]


def test_a_key_given_twice_in_a_file_that_the_manifest_vouches_for_is_a_finding(tmp_path):
    path = build(tmp_path) / "seasonality.parquet"
    table = pq.read_table(path)
    pq.write_table(table.take([0, *range(len(table))]), path)
    rows = {"seasonality.parquet": {"seasonality": 25}, "explorer.sqlite": {"source": 2}}
    write_manifest(tmp_path, built_at="2019-04", sources={}, rows=rows)
    assert told(tmp_path) == [
        f"{path}: grain: expected each key once, found region=east_asia, month=1 again (1 such rows)"
    ]


def test_a_value_that_the_dataset_it_refers_to_does_not_hold_is_a_finding():
    evidence = CATALOG.datasets["traffic_residuals"]
    row = {"marketplace_id": "nobody-jp", "evidence_class": "B", "log10_error": 0.0}
    frame = seasonality().iloc[:1].assign(**row, held_out=1.0, predicted=1.0, low=1.0, high=1.0)
    findings = check_frame(
        frame[list(evidence.columns)],
        evidence,
        CATALOG,
        place="residuals",
        references={"marketplace.marketplace_id": {"somebody-jp"}},
    )
    assert [str(finding) for finding in findings] == [
        "residuals: marketplace_id: expected a value of marketplace.marketplace_id, found 'nobody-jp' in "
        "row 1 (1 such rows)"
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [("2024-13", "text like"), ("2024", "text like"), (None, "a value")],
)
def test_a_period_that_is_no_month_is_a_finding(value, expected):
    monthly = CATALOG.datasets["visits_monthly"]
    frame = seasonality().iloc[:1].assign(
        marketplace_id="alpha-jp", time_period=value, visits=1.0, visits_low=1.0, visits_high=1.0,
        obs_status="E", provider="explorer_estimate",
    )  # fmt: skip
    findings = check_frame(frame[list(monthly.columns)], monthly, CATALOG, place="visits")
    assert [(finding.key, finding.expected.split(" \\")[0]) for finding in findings] == [
        ("time_period", expected)
    ]


def test_a_frame_in_order_gives_no_finding():
    assert check_frame(seasonality(), SEASONALITY, CATALOG, place="seasonality") == []
