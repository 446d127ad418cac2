"""Claims about where visitors come from."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis import origins
from data.analysis.prepared import prepare_origin
from tests.unit import frames

ORIGIN = prepare_origin(frames.annual_origin())
STOREFRONTS = frames.storefronts()
LOCAL = STOREFRONTS[STOREFRONTS["storefront"] == "local"]


def test_groups_follow_the_storefronts_country():
    frame = origins.origin_groups(ORIGIN, STOREFRONTS, frames.REGION_OF)
    shares = frame[frame["time_period"] == "2020"].set_index("origin_group")["share"]
    assert shares.tolist() == pytest.approx(list(frames.ORIGIN_SHARES))
    assert shares.index.tolist() == ["national", "own_region", "other_region", "rest"]


def test_a_country_outside_the_members_is_the_rest_of_the_world():
    rows = [("alpha-jp", "2020", area, 1.0) for area in ("JPN", "KOR", "ARG", "USA", "_O")]
    origin = pd.DataFrame(rows, columns=["marketplace_id", "time_period", "counterpart_area", "visits"])
    frame = origins.origin_groups(origin, STOREFRONTS, frames.REGION_OF)
    assert frame["visits"].tolist() == [1, 1, 1, 2]


@pytest.mark.parametrize("by", [None, "ref_area", "region", "marketplace_id"])
def test_totals_are_conserved_and_shares_sum_to_one(by):
    frame = origins.origin_groups(ORIGIN, STOREFRONTS, frames.REGION_OF, by=by)
    local = ORIGIN[ORIGIN["marketplace_id"].isin(LOCAL["marketplace_id"])]
    assert frame["visits"].sum() == pytest.approx(local["visits"].sum())
    sums = frame.dropna().groupby([*([by] if by else []), "time_period"], observed=True)["share"].sum()
    assert sums.to_numpy() == pytest.approx(1.0)
    assert by is None or by in frame


@given(st.lists(st.floats(0, 1e6), min_size=5, max_size=5))
def test_shares_sum_to_one_whatever_the_visits(visits):
    areas = ["JPN", "KOR", "ARG", "USA", "_O"]
    origin = pd.DataFrame(
        {"marketplace_id": "alpha-jp", "time_period": "2020", "counterpart_area": areas, "visits": visits}
    )
    frame = origins.origin_groups(origin, STOREFRONTS, frames.REGION_OF)
    assert frame["visits"].sum() == pytest.approx(sum(visits))
    assert frame["share"].isna().all() if sum(visits) == 0 else frame["share"].sum() == pytest.approx(1.0)


def test_cross_border_is_everything_but_national():
    frame = origins.cross_border_share(ORIGIN, STOREFRONTS, frames.REGION_OF, by="region")
    assert frame["cross_border_share"].to_numpy() == pytest.approx(0.3)
    assert frame["other_region_share"].to_numpy() == pytest.approx(0.05)
    assert list(frame) == ["region", "time_period", "visits", "cross_border_share", "other_region_share"]


def test_top_origins_leave_out_the_served_country_and_the_rest_of_the_world():
    japan = STOREFRONTS[STOREFRONTS["ref_area"] == "JPN"]
    top = origins.top_origins(ORIGIN, japan, year="2020")
    assert top["counterpart_area"].tolist() == ["KOR", "ARG", "BRA"]
    assert top["share"].tolist() == pytest.approx([0.15, 0.025, 0.025])
    assert top["rank"].tolist() == [1, 2, 3]
    both = origins.top_origins(ORIGIN, japan, year="2020", include_national=True, limit=1)
    assert both["counterpart_area"].tolist() == ["JPN"]
    assert origins.top_origins(ORIGIN, japan, year="1999").empty


def test_a_country_is_an_origin_abroad_even_when_it_is_served_as_well():
    top = origins.top_origins(ORIGIN, STOREFRONTS, year="2019").set_index("counterpart_area")["visits"]
    assert top["JPN"] == pytest.approx(12 * (0.15 * 80 + 0.025 * (60 + 40 + 20)))


def test_the_matrix_has_every_pair_and_shares_of_the_destination():
    matrix = origins.origin_matrix(ORIGIN, STOREFRONTS, year="2020", region="latin_america")
    assert set(matrix["ref_area"]) == {"BRA", "ARG"}
    assert len(matrix) == 5 * 2
    assert matrix.groupby("ref_area", observed=True)["share"].sum().tolist() == pytest.approx([1, 1])
    cell = matrix[(matrix["ref_area"] == "ARG") & (matrix["counterpart_area"] == "BRA")].iloc[0]
    assert cell["visits"] == pytest.approx(24 * 20 * 0.15)


def test_origins_of_one_storefront_are_in_order_and_without_zeros():
    frame = origins.storefront_origins(ORIGIN, "foreign-ar", year="2020")
    assert frame["counterpart_area"].tolist() == ["ARG"]
    assert frame["share"].tolist() == [1.0]
    assert origins.storefront_origins(ORIGIN, "gamma-jp", year="2019").empty


def test_a_foreign_site_is_demand_abroad_and_no_national_visit():
    for by in (None, "ref_area"):
        with_foreign = origins.origin_groups(ORIGIN, STOREFRONTS, frames.REGION_OF, by=by)
        assert with_foreign.equals(origins.origin_groups(ORIGIN, LOCAL, frames.REGION_OF, by=by))
    demand = origins.foreign_demand(frames.monthly(), STOREFRONTS)
    assert demand["ref_area"].tolist() == ["ARG"] * 3
    assert demand["visits"].tolist() == [12 * 500, 24 * 500, 36 * 500]
    assert origins.foreign_demand(frames.monthly(), LOCAL).empty
