"""A deployer adds economies with a workbook and OECD tables with files, without touching code."""

from __future__ import annotations

import shutil

import pandas as pd
import pytest

from data.build import base_tables, collect
from data.build.further_files import with_workbooks
from data.importers.problem import ImportProblem
from tests.unit.test_collect import FIXTURES, sources  # noqa: F401
from tests.unit.workbooks import PERU, workbook


@pytest.fixture
def folder(sources):  # noqa: F811
    (sources / "rdtii-workbooks").mkdir()
    return sources


def test_without_further_files_nothing_changes(sources, tmp_path):  # noqa: F811
    collect.run(sources, folder=tmp_path / "base")
    assert {path.stem for path in (tmp_path / "base").iterdir()} == set(base_tables.NAMES)


def test_a_workbook_adds_its_economies_and_replaces_those_it_knows_better(folder, tmp_path):
    before = collect.collect(folder)["rdtii_measure"]
    known = str(before["ref_area"].iloc[0])
    workbook(folder / "rdtii-workbooks" / "ECLAC.xlsx", {"Peru": PERU, known: PERU})
    (folder / "rdtii-workbooks" / "~$ECLAC.xlsx").write_bytes(b"lock")
    collect.run(folder, folder=tmp_path / "base")
    after = base_tables.read_base("rdtii_measure", tmp_path / "base")
    assert set(after["ref_area"]) == set(before["ref_area"]) | {"PER"}
    assert (after["ref_area"] == "PER").sum() == (after["ref_area"] == known).sum() == 4
    assert after["measure_id"].is_unique and after["measure_id"].is_monotonic_increasing
    others = after[~after["ref_area"].isin(["PER", known])]
    assert len(others) == (before["ref_area"] != known).sum()


def test_two_workbooks_with_one_economy_are_refused(folder):
    for name in ("a.xlsx", "b.xlsx"):
        workbook(folder / "rdtii-workbooks" / name, {"Peru": PERU})
    with pytest.raises(ImportProblem, match="b.xlsx: .* found PER, which is in a.xlsx too"):
        with_workbooks(pd.DataFrame(), folder)


def test_a_faulty_workbook_leaves_the_old_tables_alone(folder, tmp_path):
    collect.run(folder, folder=tmp_path / "base")
    before = {path.name: path.read_bytes() for path in (tmp_path / "base").iterdir()}
    (folder / "rdtii-workbooks" / "x.xlsx").write_bytes(b"not a workbook")
    with pytest.raises(ImportProblem):
        collect.run(folder, folder=tmp_path / "base")
    assert {path.name: path.read_bytes() for path in (tmp_path / "base").iterdir()} == before


def test_oecd_files_become_base_tables(sources, tmp_path):  # noqa: F811
    (sources / "oecd-stri").mkdir()
    for fixture, name in (("oecd_digital_stri", "digital"), ("oecd_heterogeneity", "heterogeneity")):
        shutil.copy(FIXTURES / "regulation" / f"{fixture}.csv", sources / "oecd-stri" / f"{name}.csv")
    collect.run(sources, folder=tmp_path / "base")
    pairs = base_tables.read_base("oecd_heterogeneity", tmp_path / "base")
    assert pairs[["ref_area", "counterpart_area", "value"]].to_numpy().tolist() == [
        ["CHL", "JPN", 0.31],
        ["CHL", "JPN", 0.22],
    ]
    assert len(base_tables.read_base("oecd_digital_stri", tmp_path / "base")) == 2
