"""The test of the estimates in figures: agreement, the table by class, what the visits rest on."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from data.analysis.evidence_mix import evidence_mix, storefronts_by_region
from data.analysis.residuals import ALL, agreement, furthest, quality_table

RESIDUALS = pd.DataFrame(
    {
        "marketplace_id": ["a", "b", "c", "d"],
        "evidence_class": pd.Categorical(["B", "B", "D", "D"]),
        "held_out": [100.0, 100.0, 1000.0, 1000.0],
        "predicted": [100.0, 200.0, 10.0, 100.0],
        "low": [50.0, 150.0, 1.0, 10.0],
        "high": [200.0, 400.0, 100.0, 1000.0],
        "log10_error": [0.0, math.log10(2), -2.0, -1.0],
    }
)
VALIDATION = pd.DataFrame(
    {
        "evidence_class": ["B", "D", ALL],
        "n": [2, 2, 4],
        "median_abs_log10_error": [0.15, 1.5, 0.65],
        "coverage_80": [0.5, 0.5, 0.5],
        "recalibration_factor": [1.0, 1.5, 1.2],
    }
)


def test_agreement_counts_what_lies_inside_and_the_limits_belong_to_the_interval():
    found = agreement(RESIDUALS)
    assert (found.held_out, found.inside, found.share_inside) == (4, 2, 0.5)


def test_half_of_the_estimates_are_within_the_typical_factor():
    factors = 10 ** RESIDUALS["log10_error"].abs()
    assert (factors <= agreement(RESIDUALS).typical_factor).sum() == 2


def test_a_lean_below_one_says_that_estimates_are_too_low():
    assert agreement(RESIDUALS[RESIDUALS["evidence_class"] == "D"]).lean == pytest.approx(10**-1.5)


def test_no_figures_give_no_agreement():
    none = agreement(RESIDUALS.head(0))
    assert none.held_out == 0
    assert math.isnan(none.share_inside) and math.isnan(none.typical_factor)
    assert furthest(RESIDUALS.head(0)) is None


def test_the_furthest_is_the_largest_error_on_either_side():
    assert furthest(RESIDUALS)["marketplace_id"] == "c"


def test_the_table_has_every_class_and_all_even_without_figures():
    table = quality_table(VALIDATION, RESIDUALS, ("B", "C", "D")).set_index("evidence_class")
    assert list(table.index) == ["B", "C", "D", ALL]
    assert table.loc["C", "n"] == 0 and math.isnan(table.loc["C", "typical_factor"])
    assert table.loc["D", "typical_factor"] == pytest.approx(10**1.5)
    assert table.loc["B", "lean"] == pytest.approx(2**0.5)


def test_shares_of_the_classes_add_up_to_one():
    evidence = pd.DataFrame({"marketplace_id": list("abc"), "evidence_class": ["A", "B", "B"]})
    visits = pd.DataFrame({"marketplace_id": list("ab"), "visits": [30.0, 10.0]})
    mix = evidence_mix(evidence, visits, ("A", "B", "C")).set_index("evidence_class")
    assert mix["storefronts"].to_dict() == {"A": 1, "B": 2, "C": 0}
    assert mix["share"].to_dict() == {"A": 0.75, "B": 0.25, "C": 0.0}


def test_storefronts_of_a_class_are_counted_by_region():
    evidence = pd.DataFrame({"marketplace_id": list("abc"), "evidence_class": ["A", "A", "B"]})
    places = pd.DataFrame(
        {"marketplace_id": list("abc"), "region": ["east_asia", "east_asia", "latin_america"]}
    )
    assert storefronts_by_region(evidence, places, "A") == {"east_asia": 2}
