"""Claims about visits by country and marketplace, and about the metrics made of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis import traffic
from data.analysis.periods import months_between, year_before
from tests.unit import frames

MONTHLY = frames.monthly()
STOREFRONTS = frames.storefronts()


def at(frame, by, member, period, column="value"):
    return frame[(frame[by] == member) & (frame["time_period"] == period)].iloc[0][column]


def metric(name, by="ref_area", freq="A", monthly=MONTHLY, **more):
    return traffic.apply_metric(
        traffic.visits_by(monthly, STOREFRONTS, by=by, freq=freq), name, by=by, **more
    )


def test_a_foreign_site_adds_nothing_to_national_visits():
    without = STOREFRONTS[STOREFRONTS["storefront"] == "local"]
    for by in ("ref_area", "region", "offering", "marketplace_id"):
        with_foreign = traffic.visits_by(MONTHLY, STOREFRONTS, by=by, freq="Q")
        alone = traffic.visits_by(MONTHLY, without, by=by, freq="Q")
        assert with_foreign.equals(alone)
    everything = traffic.visits_by(MONTHLY, STOREFRONTS, by="ref_area", freq="A", include_foreign=True)
    assert at(everything, "ref_area", "ARG", "2019", "visits") == 12 * 520


def test_visits_of_a_country_are_the_sum_of_its_storefronts():
    frame = traffic.visits_by(MONTHLY, STOREFRONTS, by="ref_area", freq="A")
    assert at(frame, "ref_area", "JPN", "2019", "visits") == 12 * 150
    assert at(frame, "ref_area", "JPN", "2020", "visits") == 24 * 160
    # alpha-jp is published: 200 of 320 visits in each month of 2020.
    assert at(frame, "ref_area", "JPN", "2020", "published_share") == pytest.approx(200 / 320)
    assert at(frame, "ref_area", "JPN", "2020", "n_storefronts") == 3


def test_a_closed_storefront_has_a_row_that_does_not_apply():
    frame = traffic.visits_by(MONTHLY, STOREFRONTS, by="marketplace_id", freq="A")
    assert at(frame, "marketplace_id", "zeta-br", "2021", "obs_status") == "M"
    assert np.isnan(at(frame, "marketplace_id", "zeta-br", "2021", "visits"))


def test_visits_in_a_run_of_months_make_one_period():
    months = months_between("2020-07", "2021-06")
    frame = traffic.visits_in(MONTHLY, STOREFRONTS, months)
    assert set(frame["time_period"]) == {"2020-07/2021-06"}
    assert at(frame, "marketplace_id", "alpha-jp", "2020-07/2021-06", "visits") == 6 * 200 + 6 * 300
    assert traffic.visits_in(MONTHLY, STOREFRONTS, []).empty


def test_per_user_divides_by_users_of_the_year_or_the_latest_known_before():
    users = frames.internet_users()
    frame = metric("per_user", internet_users=users)
    assert at(frame, "ref_area", "JPN", "2019") == 12 * 150 / 100
    assert at(frame, "ref_area", "JPN", "2021") == 36 * 160 / 100
    assert at(frame, "ref_area", "JPN", "2021", "users_year") == 2020
    assert (frame["value_low"] <= frame["value"]).all()
    assert (frame["value"] <= frame["value_high"]).all()
    by_region = metric("per_user", by="region", internet_users=users, region_of=frames.REGION_OF)
    assert at(by_region, "region", "east_asia", "2019") == 12 * 230 / 150
    by_store = metric("per_user", by="marketplace_id", internet_users=users, storefronts=STOREFRONTS)
    assert at(by_store, "marketplace_id", "eta-ar", "2019") == 12 * 20 / 40
    by_offering = metric("per_user", by="offering", internet_users=users)
    assert at(by_offering, "offering", "both", "2019") == 12 * 70 / 390


def test_per_user_is_missing_before_the_first_known_year_and_for_unknown_countries():
    users = frames.internet_users()
    users = users[(users["time_period"] == "2020") & (users["ref_area"] != "KOR")]
    frame = metric("per_user", internet_users=users)
    assert np.isnan(at(frame, "ref_area", "JPN", "2019"))
    assert np.isnan(at(frame, "ref_area", "KOR", "2021"))
    assert frame["users_year"].isna().sum() == 6


@pytest.mark.parametrize(
    ("by", "missing"),
    [("ref_area", "internet_users"), ("region", "region_of"), ("marketplace_id", "storefronts")],
)
def test_per_user_says_what_it_needs(by, missing):
    given_users = None if missing == "internet_users" else frames.internet_users()
    with pytest.raises(ValueError, match=missing):
        metric("per_user", by=by, internet_users=given_users)


def test_an_unknown_metric_is_refused():
    with pytest.raises(ValueError, match="per_user"):
        metric("sales")


@pytest.mark.parametrize("freq", ["M", "Q", "A"])
def test_year_on_year_compares_with_the_same_period_a_year_before(freq):
    frame = metric("yoy", by="marketplace_id", freq=freq)
    alpha = frame[frame["marketplace_id"] == "alpha-jp"].set_index("time_period")["value"]
    assert alpha[[p for p in alpha.index if p.startswith("2019")]].isna().all()
    assert np.allclose(alpha[[p for p in alpha.index if p.startswith("2020")]], 1.0)
    assert np.allclose(alpha[[p for p in alpha.index if p.startswith("2021")]], 0.5)
    gamma = frame[frame["marketplace_id"] == "gamma-jp"].set_index("time_period")["value"]
    assert gamma[[p for p in gamma.index if p.startswith("2020")]].isna().all()


@given(st.integers(0, 30), st.integers(0, 5))
def test_year_on_year_and_index_of_a_partial_period_are_missing(skip_front, skip_back):
    months = frames.MONTHS[skip_front : len(frames.MONTHS) - skip_back]
    for freq in ("Q", "A"):
        frame = metric("yoy", freq=freq, monthly=frames.monthly(months))
        assert frame.loc[~frame["complete"], "value"].isna().all()
        index = metric("index", freq=freq, monthly=frames.monthly(months))
        assert index.loc[~index["complete"], "value"].isna().all()
        partial = set(frame.loc[~frame["complete"], "time_period"].astype(str))
        follow = {str(period) for period in frame["time_period"] if year_before(str(period)) in partial}
        assert frame.loc[frame["time_period"].isin(follow), "value"].isna().all()


def test_the_index_is_100_in_its_base():
    frame = metric("index", by="marketplace_id")
    assert at(frame, "marketplace_id", "alpha-jp", "2021") == 300
    assert at(frame, "marketplace_id", "gamma-jp", "2020") == 100
    assert at(frame, "marketplace_id", "gamma-jp", "2020", "base_period") == "2020"
    assert at(frame, "marketplace_id", "gamma-jp", "2021") == 150
    based = metric("index", by="marketplace_id", base_period="2021")
    assert at(based, "marketplace_id", "alpha-jp", "2019") == pytest.approx(100 / 3)
    assert np.isnan(at(based, "marketplace_id", "zeta-br", "2020"))
    nowhere = metric("index", base_period="1999")
    assert nowhere["value"].isna().all()


def test_rank_one_has_most_visits_and_equals_share_the_better_rank():
    frame = metric("rank", by="marketplace_id")
    year = frame[frame["time_period"] == "2019"].set_index("marketplace_id")["value"]
    assert year["alpha-jp"] == 1
    assert year["delta-kr"] == 2
    assert np.isnan(year["gamma-jp"])
    level = MONTHLY.copy()
    level["visits"] = 7.0
    assert set(metric("rank", monthly=level, by="marketplace_id")["value"]) == {1.0}


def test_no_interval_is_claimed_where_none_carries_over():
    for name in ("yoy", "index", "rank"):
        frame = metric(name)
        assert frame["value_low"].isna().all()
        assert frame["value_high"].isna().all()
    assert metric("visits")["value_low"].notna().all()


def test_a_cross_section_is_one_period_in_order():
    section = traffic.cross_section(metric("visits", by="marketplace_id"), "2021")
    assert section["marketplace_id"].tolist()[0] == "alpha-jp"
    assert section["marketplace_id"].tolist()[-1] == "zeta-br"  # closed: no value, so last
    assert set(section["time_period"]) == {"2021"}


def test_a_time_series_keeps_members_and_window():
    frame = metric("yoy", freq="Q")
    series = traffic.time_series(frame, by="ref_area", members=["JPN"], start="2020-02", end="2020-09")
    assert series["time_period"].tolist() == ["2020-Q1", "2020-Q2", "2020-Q3"]
    assert series["value"].notna().all()
    assert len(traffic.time_series(frame, by="ref_area")) == len(frame)
