"""Claims about sums of visits: what is conserved, how wide the interval is, which status and completeness."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.aggregation import aggregate
from data.analysis.periods import months_between
from data.analysis.prepared import prepare_monthly
from tests.unit import frames
from tests.unit.estimate_cases import UNHURRIED

STOREFRONTS = ["a", "b", "c"]
GROUPS = pd.DataFrame({"marketplace_id": STOREFRONTS, "ref_area": ["JPN", "JPN", "BRA"]})
AMOUNTS = st.floats(0, 1e9, allow_nan=False)


def table(rows):
    names = ["marketplace_id", "time_period", "visits", "visits_low", "visits_high", "obs_status"]
    return prepare_monthly(pd.DataFrame(rows, columns=names).assign(provider="example"))


def only(frame, **where):
    for column, value in where.items():
        frame = frame[frame[column] == value]
    assert len(frame) == 1
    return frame.iloc[0]


@st.composite
def monthly_tables(draw):
    rows = []
    for storefront in STOREFRONTS:
        for month in months_between("2020-01", f"2020-{draw(st.integers(1, 12)):02d}"):
            status = draw(st.sampled_from("AEPMOQ"))
            visits = draw(AMOUNTS) if status in "AEP" else math.nan
            width = draw(st.floats(0, 1)) if status == "E" else 0.0
            rows.append((storefront, month, visits, visits * (1 - width), visits * (1 + 3 * width), status))
    return table(rows)


def test_within_a_storefront_limits_add_and_across_storefronts_half_widths_add_with_their_correlation():
    rows = [
        ("a", "2020-01", 10, 7, 14, "E"),
        ("a", "2020-02", 20, 17, 24, "E"),
        ("a", "2020-03", 10, 10, 10, "E"),
        ("b", "2020-01", 30, 22, 36, "E"),
        ("b", "2020-02", 0, 0, 0, "E"),
        ("b", "2020-03", 0, 0, 0, "E"),
    ]
    # Half-widths below: a 3 + 3 = 6, b 8; above: a 4 + 4 = 8, b 6. Squares: 36 + 64 = 100; sum: 14.
    for correlation, width in ((0.0, 10.0), (1.0, 14.0), (0.5, math.sqrt(0.5 * 100 + 0.5 * 196))):
        sums = aggregate(table(rows), GROUPS, ["ref_area"], "Q", correlation=correlation)
        total = only(sums, ref_area="JPN")
        limits = (total.visits, total.visits_low, total.visits_high)
        assert limits == pytest.approx((70, 70 - width, 70 + width))
    assert (total.time_period, total.obs_status, total.complete, total.n_storefronts) == (
        "2020-Q1",
        "E",
        True,
        2,
    )


@UNHURRIED
@given(monthly_tables(), st.sampled_from(["M", "Q", "A"]), st.sampled_from(["ref_area", "marketplace_id"]))
def test_totals_are_conserved_and_the_interval_contains_the_estimate(monthly, freq, by):
    result = aggregate(monthly, GROUPS, [by], freq)
    assert result["visits"].sum() == pytest.approx(monthly["visits"].sum())
    known = result.dropna(subset="visits")
    assert (known["visits_low"] <= known["visits"]).all()
    assert (known["visits"] <= known["visits_high"]).all()
    assert (known["visits_low"] >= 0).all()
    assert result["published_share"].dropna().between(-1e-9, 1 + 1e-9).all()
    assert result["visits"].isna().equals(result["obs_status"].isin(["M", "O", "Q"]))


@UNHURRIED
@given(monthly_tables(), st.floats(0, 1), st.floats(0, 1))
def test_the_interval_of_a_sum_grows_with_correlation_up_to_the_sum_of_intervals(monthly, first, second):
    def width(keys, correlation):
        found = aggregate(monthly, GROUPS.assign(all="all"), keys, "A", correlation=correlation)
        return found["visits_high"].sum() - found["visits_low"].sum()

    less, more = width(["all"], min(first, second)), width(["all"], max(first, second))
    tolerance = more * 1e-9 + 1e-3
    assert width(["all"], 0.0) <= less + tolerance
    assert less <= more + tolerance
    assert more <= width(["marketplace_id"], 0.0) + tolerance


@UNHURRIED
@given(monthly_tables(), st.floats(0, 1))
def test_the_interval_of_one_storefront_does_not_depend_on_the_correlation(monthly, correlation):
    given_, usual = (
        aggregate(monthly, GROUPS, ["marketplace_id"], "A", correlation=value) for value in (correlation, 0.0)
    )
    assert given_["visits_high"].to_numpy() == pytest.approx(usual["visits_high"].to_numpy(), nan_ok=True)


@UNHURRIED
@given(st.floats(0, 1), st.floats(0, 1e9), st.floats(0, 1))
def test_a_published_figure_adds_no_width(correlation, published, width):
    rows = [
        ("a", "2020-01", 1e6, 1e6 * (1 - width), 1e6 * (1 + width), "E"),
        ("b", "2020-01", published, published, published, "A"),
    ]
    total = only(aggregate(table(rows), GROUPS, ["ref_area"], correlation=correlation), ref_area="JPN")
    assert total.visits_high - total.visits == pytest.approx(1e6 * width, abs=1e-3)
    assert total.visits - total.visits_low == pytest.approx(1e6 * width, abs=1e-3)


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [("AA", "A"), ("AP", "P"), ("AE", "E"), ("PE", "E"), ("AM", "A"), ("MM", "M"), ("MO", "O"), ("OQ", "Q")],
)
def test_the_status_of_a_sum_is_that_of_its_weakest_part(statuses, expected):
    rows = []
    for storefront, status in zip("ab", statuses, strict=True):
        visits = 5.0 if status in "AEP" else math.nan
        rows.append((storefront, "2020-01", visits, visits, visits, status))
    assert aggregate(table(rows), GROUPS, ["ref_area"]).iloc[0]["obs_status"] == expected


def test_an_estimate_of_zero_beside_a_published_figure_does_not_make_an_estimate():
    rows = [("a", "2020-01", 5, 5, 5, "A"), ("b", "2020-01", 0, 0, 0, "E")]
    assert aggregate(table(rows), GROUPS, ["ref_area"]).iloc[0]["obs_status"] == "A"
    assert aggregate(table(rows), GROUPS, ["marketplace_id"]).iloc[1]["obs_status"] == "E"


def test_a_quarter_cut_by_the_end_of_the_data_or_by_the_reader_is_not_complete():
    monthly = frames.monthly(months_between("2019-02", "2019-11"))
    members = frames.storefronts()
    quarters = aggregate(monthly, members, ["region"], "Q")
    whole = quarters.groupby("time_period", observed=True)["complete"].all()
    assert whole.to_dict() == {"2019-Q1": False, "2019-Q2": True, "2019-Q3": True, "2019-Q4": False}
    cut = aggregate(monthly, members, ["region"], "Q", start="2019-05", end="2019-09")
    assert cut.groupby("time_period", observed=True)["complete"].all().to_dict() == {
        "2019-Q2": False,
        "2019-Q3": True,
    }


def test_months_before_launch_do_not_make_a_period_incomplete_but_a_missing_month_does():
    months = months_between("2020-01", "2020-03")
    rows = [("a", month, 5, 5, 5, "A") for month in months]
    rows += [("b", month, math.nan, math.nan, math.nan, "M") for month in months]
    quarter = aggregate(table(rows), GROUPS, ["ref_area"], "Q").iloc[0]
    assert (quarter.complete, quarter.n_storefronts, quarter.visits) == (True, 1, 15)
    rows[-1] = ("b", "2020-03", math.nan, math.nan, math.nan, "O")
    quarter = aggregate(table(rows), GROUPS, ["ref_area"], "Q").iloc[0]
    assert (quarter.complete, quarter.n_storefronts) == (False, 2)


def test_only_members_with_a_key_are_summed():
    members = frames.storefronts()[["marketplace_id", "category"]]
    years = aggregate(frames.monthly(), members, ["category"], "A")
    assert set(years["category"]) == {"fashion", "general", "transport"}  # zeta-br has none


def test_several_keys_make_groups_of_those_that_occur():
    result = aggregate(frames.monthly(), frames.storefronts(), ["ref_area", "offering"], "A")
    pairs = set(zip(result["ref_area"], result["offering"], strict=True))
    assert ("JPN", "both") in pairs
    assert ("KOR", "both") not in pairs
    row = only(result, ref_area="JPN", offering="goods", time_period="2020")
    assert row.visits == 12 * 2 * frames.LEVEL["alpha-jp"]


def test_windows_replace_the_periods():
    windows = {"now": ["2020-12", "2021-01"], "before": ["2019-12", "2020-01"], "never": ["2030-01"]}
    result = aggregate(frames.monthly(), frames.storefronts(), ["marketplace_id"], windows=windows)
    alpha = result[result["marketplace_id"] == "alpha-jp"].set_index("time_period")
    assert alpha["visits"].to_dict() == {"now": 500, "before": 300}
    assert alpha["complete"].all()


def test_an_empty_selection_gives_an_empty_frame_with_all_columns():
    result = aggregate(frames.monthly(), frames.storefronts().iloc[:0], ["ref_area"], "A")
    assert result.empty
    assert list(result)[:3] == ["ref_area", "time_period", "visits"]


def test_text_columns_that_are_no_categories_give_the_same():
    monthly = frames.monthly()
    plain = monthly.astype({"marketplace_id": object, "time_period": object, "obs_status": object})
    shuffled = plain.sample(frac=1, random_state=1)
    expected = aggregate(monthly, frames.storefronts(), ["ref_area"], "Q")
    result = aggregate(shuffled, frames.storefronts(), ["ref_area"], "Q")
    assert np.allclose(result["visits"], expected["visits"])
    assert result["time_period"].tolist() == expected["time_period"].tolist()
