"""Claims about concentration."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.concentration import concentration, hhi, top_share
from data.analysis.traffic import visits_by, visits_in
from tests.unit import frames

STOREFRONTS = frames.storefronts()
AMOUNTS = st.lists(st.floats(1e-3, 1e9), min_size=1, max_size=30)


def year(period="2019", **more):
    visits = visits_by(frames.monthly(), STOREFRONTS, by="marketplace_id", freq="A")
    return concentration(visits[visits["time_period"] == period], STOREFRONTS, **more)


def test_hhi_by_hand():
    assert hhi(np.array([50.0, 30.0, 20.0])) == pytest.approx(2500 + 900 + 400)
    assert hhi(np.array([5.0])) == 10_000
    assert math.isnan(hhi(np.array([0.0, np.nan])))
    assert top_share(np.array([4.0, 3.0, 2.0, 1.0])) == pytest.approx(0.9)
    assert math.isnan(top_share(np.array([])))


@given(AMOUNTS)
def test_hhi_lies_between_equal_shares_and_monopoly(amounts):
    value = hhi(np.array(amounts))
    assert 10_000 / len(amounts) * (1 - 1e-9) <= value <= 10_000
    assert 0 < top_share(np.array(amounts)) <= 1 + 1e-9


@given(st.lists(st.floats(1, 1e6), min_size=1, max_size=12), st.data())
def test_the_frame_agrees_with_the_formula(amounts, data):
    ids = [f"s{place}" for place in range(len(amounts))]
    owners = data.draw(st.lists(st.sampled_from(["x", "y", None]), min_size=len(ids), max_size=len(ids)))
    register = pd.DataFrame({"marketplace_id": ids, "storefront": "local", "owner": owners})
    visits = pd.DataFrame({"marketplace_id": ids, "visits": amounts})
    single = concentration(visits, register).iloc[0]
    assert single["hhi"] == pytest.approx(hhi(np.array(amounts)))
    assert single["top3_share"] == pytest.approx(top_share(np.array(amounts)))
    owned = concentration(visits, register, unit="owner").iloc[0]
    names = [owner or place for owner, place in zip(owners, ids, strict=True)]
    sums = pd.Series(amounts).groupby(names).sum().to_numpy()
    assert owned["hhi"] == pytest.approx(hhi(sums))
    assert owned["hhi"] >= single["hhi"] * (1 - 1e-9)
    assert (owned["units"], owned["n_storefronts"]) == (len(sums), len(ids))


def test_one_market_or_one_per_country():
    whole = year().iloc[0]
    assert (whole["units"], whole["visits"]) == (6, 12 * 350)
    by_country = year(within="ref_area").set_index("ref_area")
    assert by_country.loc["KOR", "hhi"] == 10_000
    assert by_country.loc["JPN", "hhi"] == pytest.approx(10_000 * (100**2 + 50**2) / 150**2)
    assert by_country.loc["ARG", "n_storefronts"] == 1  # the foreign site is no marketplace of Argentina


def test_brands_of_one_owner_count_together_and_unknown_owners_alone():
    owners = year("2020", unit="owner").iloc[0]
    assert (owners["units"], owners["n_storefronts"]) == (5, 7)


def test_each_period_has_its_own_row():
    visits = visits_by(frames.monthly(), STOREFRONTS, by="marketplace_id", freq="A")
    rows = concentration(visits, STOREFRONTS, within="region")
    assert len(rows) == 6
    latin = rows[rows["region"] == "latin_america"].set_index("time_period")
    assert latin["units"].to_dict() == {"2019": 3, "2020": 3, "2021": 2}


def test_a_foreign_site_never_changes_concentration():
    months = frames.MONTHS[-12:]
    with_foreign = concentration(visits_in(frames.monthly(), STOREFRONTS, months), STOREFRONTS)
    local = STOREFRONTS[STOREFRONTS["storefront"] == "local"]
    assert with_foreign.equals(concentration(visits_in(frames.monthly(), local, months), local))


def test_without_visits_there_is_no_row():
    visits = pd.DataFrame({"marketplace_id": ["alpha-jp"], "visits": [math.nan]})
    result = concentration(visits, STOREFRONTS)
    assert result.empty
    assert list(result) == ["hhi", "top3_share", "units", "n_storefronts", "visits"]
