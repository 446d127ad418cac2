"""Held-out figures judge the estimates, and intervals are widened or narrowed until they are honest."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.estimates.evidence import classify
from data.analysis.estimates.validation import leave_one_out, recalibration, summarise, with_intervals
from tests.unit.estimate_cases import NO_RANKS, NO_TOTALS, UNHURRIED, parameters, storefronts, users

INTERVAL = parameters().interval
PANEL = pd.DataFrame({"rank_bucket": [1e3, 1e4, 1e5], "popularity": [1e-1, 2e-2, 4e-3]})


def residuals(errors: list[float], sigma: float = 0.3, evidence_class: str = "B") -> pd.DataFrame:
    error = np.asarray(errors, dtype=float)
    return pd.DataFrame(
        {
            "marketplace_id": [f"m{number}" for number in range(len(error))],
            "evidence_class": evidence_class,
            "held_out": 1e6,
            "predicted": 1e6 * 10**error,
            "sigma": sigma,
            "log10_error": error,
        }
    )


def judged(frame: pd.DataFrame) -> pd.DataFrame:
    factors = recalibration(frame, INTERVAL)
    return summarise(with_intervals(frame, factors, INTERVAL), factors).set_index("evidence_class")


@UNHURRIED
@given(
    st.integers(10, 60).flatmap(
        lambda n: st.lists(st.floats(0.001, 3), min_size=n, max_size=n, unique_by=lambda x: round(x, 4))
    ),
    st.floats(0.05, 1.5),
)
def test_recalibrated_intervals_cover_70_to_90_percent(errors, sigma):
    table = judged(residuals(errors, sigma))
    low, high = INTERVAL.coverage_range
    assert low <= table.loc["B", "coverage_80"] <= high


def test_honest_intervals_are_left_alone():
    spread = 0.3 * np.array([-2, -1.2, -1, -0.6, -0.3, 0.1, 0.4, 0.8, 1.1, 1.2])
    assert recalibration(residuals(list(spread)), INTERVAL)["B"] == 1.0


def test_narrow_intervals_are_widened_and_wide_ones_narrowed():
    errors = list(np.linspace(-1, 1, 21))
    assert recalibration(residuals(errors, sigma=0.1), INTERVAL)["B"] > 1
    assert recalibration(residuals(errors, sigma=5.0), INTERVAL)["B"] < 1


def test_a_small_class_takes_the_factor_of_all():
    frame = pd.concat([residuals(list(np.linspace(-1, 1, 21)), 0.1), residuals([2.0], 0.1, "C")])
    factors = recalibration(frame, INTERVAL)
    assert factors["C"] == factors["_T"] == factors["D"] != 1


def test_the_table_has_a_row_for_each_class_and_for_all():
    table = judged(pd.concat([residuals([0.1, -0.3, 0.2] * 3), residuals([1.0] * 6, 0.9, "D")]))
    assert table.index.tolist() == ["B", "D", "_T"]
    assert table["n"].tolist() == [9, 6, 15]
    assert table.loc["B", "median_abs_log10_error"] == pytest.approx(0.2)


def case(own_figure: float) -> tuple[pd.DataFrame, pd.DataFrame]:
    areas = ("BRA", "MEX", "ARG", "CHL", "PER", "COL")
    register = storefronts(
        *[{"marketplace_id": f"m-{a.lower()}", "domain": f"m.{a.lower()}", "ref_area": a} for a in areas]
    )
    sizes = pd.DataFrame({"domain": register["domain"], "rank_bucket": [1e3, 1e4, 1e4, 1e5, 1e5, np.nan]})
    figures = pd.DataFrame(
        {
            "marketplace_id": register["marketplace_id"],
            "visits": [own_figure, 50e6, 40e6, 9e6, 8e6, 1e6],
            "when": 2025.0,
            "month_stated": True,
            "unverified": False,
        }
    )
    return classify(register, figures, NO_TOTALS, sizes, NO_RANKS), figures


def test_a_held_out_figure_has_no_say_in_its_own_prediction():
    people = users(BRA=180e6, MEX=107e6, ARG=41e6, CHL=18e6, PER=28e6, COL=41e6)
    small, large = (
        leave_one_out(*case(own), PANEL, people, parameters()).set_index("marketplace_id")
        for own in (2e8, 4e8)
    )
    assert small.loc["m-bra", "predicted"] == pytest.approx(large.loc["m-bra", "predicted"])
    assert small.loc["m-bra", "held_out"] == 2e8 and large.loc["m-bra", "held_out"] == 4e8
    assert small.loc["m-bra", "log10_error"] > large.loc["m-bra", "log10_error"]


def test_held_out_storefronts_are_judged_in_the_class_they_would_have():
    people = users(BRA=180e6, MEX=107e6, ARG=41e6, CHL=18e6, PER=28e6, COL=41e6)
    result = leave_one_out(*case(2e8), PANEL, people, parameters()).set_index("marketplace_id")
    assert result["evidence_class"].to_dict()["m-bra"] == "B"
    assert result["evidence_class"].to_dict()["m-col"] == "D"
