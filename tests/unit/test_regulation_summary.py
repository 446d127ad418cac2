"""How cells of the matrix look, and totals that count what is known, applies and is trusted."""

from __future__ import annotations

import pandas as pd
import pytest

from data.analysis.regulation.summary import SUM, kinds, totals

REGIONS = {"JPN": "east_asia", "VNM": "east_asia", "PER": "latin_america"}
SCORES = {
    "in_force": 1.0,
    "enacted": 1.0,
    "partially_in_force": 0.5,
    "signed": 0.5,
    "draft": 0.25,
    "none": 0.0,
}


def cells(*rows: tuple[str, str, str | None, str | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["ref_area", "item", "answer", "verification"])
    return frame.assign(score=[SCORES.get(str(answer)) for answer in frame["answer"]])


def test_an_answer_looks_like_its_kind_and_an_unknown_one_like_nothing_else():
    frame = cells(
        ("JPN", "a", "in_force", "sourced"),
        ("JPN", "b", "partially_in_force", "sourced"),
        ("JPN", "c", "draft", "sourced"),
        ("JPN", "d", "none", "sourced"),
        ("JPN", "e", None, None),
    )
    assert kinds(frame, None, REGIONS)["kind"].tolist() == ["full", "part", "draft", "none", "unknown"]


def test_an_instrument_of_the_other_region_does_not_apply_unless_the_country_takes_part():
    treaties = pd.DataFrame({"treaty": ["asia", "world"], "open_to": ["east_asia", "all"]})
    frame = cells(
        ("PER", "asia", "none", "sourced"), ("PER", "asia", "in_force", "sourced"),
        ("PER", "world", "none", "sourced"), ("VNM", "asia", "none", "sourced"),
    )  # fmt: skip
    assert kinds(frame, treaties, REGIONS)["kind"].tolist() == ["not_applicable", "full", "none", "none"]


def test_a_past_year_tells_what_did_not_hold_yet_from_what_does_not_hold_today():
    today = cells(("JPN", "a", "in_force", "sourced"), ("JPN", "b", "none", "sourced"))
    then = cells(("JPN", "a", "none", "sourced"), ("JPN", "b", "none", "sourced"))
    assert kinds(then, None, REGIONS, today)["kind"].tolist() == ["before", "none"]


def test_totals_are_means_of_what_is_known():
    frame = kinds(
        cells(
            ("JPN", "a", "in_force", "sourced"), ("JPN", "b", "draft", "sourced"), ("JPN", "c", None, None),
            ("VNM", "a", "none", "sourced"), ("PER", "a", "in_force", "unverified"),
        ),
        None,
        REGIONS,
    )  # fmt: skip
    sums = totals(frame, trust="sourced", regions=REGIONS)
    of_japan = sums[(sums["item"] == SUM) & (sums["ref_area"] == "JPN")].iloc[0]
    assert of_japan["share"] == pytest.approx(0.625)
    assert of_japan["of"] == 2 and of_japan["known"] == pytest.approx(2 / 3)
    east = sums[(sums["item"] == "a") & (sums["region"] == "east_asia")].iloc[0]
    assert east["have"] == 1 and east["of"] == 2 and east["share"] == 0.5


def test_a_country_without_trusted_cells_has_no_total_rather_than_zero():
    frame = kinds(cells(("PER", "a", "in_force", "unverified")), None, REGIONS)
    assert totals(frame, trust="sourced", regions=REGIONS)["share"].isna().all()
    assert totals(frame, trust="all", regions=REGIONS)["share"].eq(1).all()


def test_what_does_not_apply_counts_nowhere():
    treaties = pd.DataFrame({"treaty": ["asia"], "open_to": ["east_asia"]})
    frame = kinds(
        cells(("PER", "asia", "none", "sourced"), ("VNM", "asia", "in_force", "sourced")), treaties, REGIONS
    )
    sums = totals(frame, trust="sourced", regions=REGIONS)
    assert sums["ref_area"].tolist() == ["VNM", ""]
