"""A row that contradicts itself is refused by column and row: years, pages, codes apart, units of amounts."""

from __future__ import annotations

import pandas as pd
import pytest

from data.catalog import CatalogError, load_catalog
from data.store import StoreError
from data.store.constraints import check_frame
from data.store.database_writing import write_sqlite
from tests.unit.project_copy import copy_with

CATALOG = load_catalog()
POLICY = CATALOG.datasets["policy"]
FILE = "config/datasets/policy.yml"


def measure(**changes: object) -> dict[str, object]:
    """A measure that keeps every rule, with `changes`."""
    row: dict[str, object] = dict.fromkeys(POLICY.columns)
    row |= {
        "policy_id": "per-p01", "ref_area": "PER", "name_en": "Sell abroad", "agency": "PROMPERÚ",
        "start_year": 2019, "end_year": 2021, "status": "ended", "instrument": "export_promotion",
        "scope": "cross_border", "target_groups": "exporters;women", "sector": "goods", "pandemic": "no",
        "description_en": "Training and fairs.", "source_url": "https://www.gob.pe/programme",
        "checked_on": "2026-11-24", "verification": "sourced",
    }  # fmt: skip
    return row | changes


def findings(*rows: dict[str, object]) -> list[str]:
    """What is wrong with these measures, as 'column: expected ..., found ...'."""
    frame = pd.DataFrame(list(rows), columns=list(POLICY.columns))
    return [f"{found.key}: {found.found}" for found in check_frame(frame, POLICY, CATALOG, place="policy")]


def test_a_measure_in_order_has_no_finding():
    assert findings(measure()) == []
    assert findings(measure(end_year=2019), measure(policy_id="per-p02", end_year=None)) == []
    assert findings(measure(start_year=None)) == []


@pytest.mark.parametrize(
    ("changes", "column", "shown"),
    [
        ({"end_year": 2018}, "end_year", "2018"),
        ({"source_url": None}, "source_url", "no value"),
        ({"source_url": "www.gob.pe/programme"}, "source_url", "'www.gob.pe/programme'"),
        ({"source_url": "javascript:alert(1)"}, "source_url", "'javascript:alert(1)'"),
        ({"instrument": "subsidy"}, "instrument", "'subsidy'"),
        ({"target_groups": "exporters;everyone"}, "target_groups", "'exporters;everyone'"),
        ({"target_groups": "women;women"}, "target_groups", "'women;women'"),
        ({"target_groups": "women;"}, "target_groups", "'women;'"),
        ({"ref_area": "PE"}, "ref_area", "'PE'"),
        ({"status": "stopped"}, "status", "'stopped'"),
        ({"start_year": 1890}, "start_year", "1890"),
        ({"policy_id": "Peru 1"}, "policy_id", "'Peru 1'"),
        ({"budget_value": 5.0, "budget_source_url": "https://a.pe"}, "budget_unit", "no value"),
        ({"budget_value": 5.0, "budget_unit": "PEN"}, "budget_source_url", "no value"),
        ({"reach_value": 5.0, "reach_unit": "firms", "reach_source_url": "https://a.pe"}, "reach_unit",
         "'firms'"),
        ({"checked_on": "24/11/2026"}, "checked_on", "'24/11/2026'"),
        ({"verification": None}, "verification", "no value"),
    ],
)  # fmt: skip
def test_a_fault_is_told_by_column_value_and_row(changes, column, shown):
    found = findings(measure(policy_id="arg-01"), measure(**changes))
    assert any(said.startswith(f"{column}: {shown} in row 2 (1 such") for said in found), found


def test_an_unverified_measure_needs_no_page():
    assert findings(measure(verification="unverified", source_url=None)) == []


def test_one_id_on_two_rows_is_refused():
    found = findings(measure(), measure())
    assert found and any("policy_id=per-p01 again" in said for said in found)


def test_a_register_that_contradicts_itself_is_not_written(tmp_path):
    frame = pd.DataFrame([measure(end_year=2018)], columns=list(POLICY.columns))
    with pytest.raises(StoreError, match="end_year.*nothing before start_year.*2018 in row 1"):
        write_sqlite({"policy": frame}, tmp_path / "explorer.sqlite")
    assert not (tmp_path / "explorer.sqlite").exists()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("not_below: start_year", "not_below: begin", "rules.0.not_below: expected one of policy_id"),
        ("{column: end_year, not_below", "{column: ends, not_below", "rules.0.column: expected one of"),
        ("not_below: start_year}", "}", "rules.0: expected either not_below or needed_by"),
        ("parts: target_group", "parts: targets", "columns.target_groups.constraints.parts: expected one of"),
    ],
)
def test_a_rule_that_names_nothing_is_refused(tmp_path, old, new, said):
    with pytest.raises(CatalogError) as caught:
        load_catalog(copy_with(tmp_path, FILE, old, new))
    assert str(caught.value).startswith(f"{FILE}: {said}")
