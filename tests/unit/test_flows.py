"""Claims about flows of visitors between countries and regions."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.analysis import flows
from data.analysis.prepared import prepare_origin
from tests.unit import frames

ORIGIN = prepare_origin(frames.annual_origin())
STOREFRONTS = frames.storefronts()
KNOWN = flows.flows(ORIGIN, STOREFRONTS, frames.REGION_OF)
AREAS = ("JPN", "KOR", "BRA", "ARG", "_O")


def one(frame: pd.DataFrame, origin: str, destination: str, column: str = "visits") -> float:
    row = frame[(frame["counterpart_area"] == origin) & (frame["ref_area"] == destination)]
    return float(row[column].iloc[0])


def test_areas_stand_by_region_and_the_rest_of_the_world_last():
    mixed = {"BRA": "latin_america", "JPN": "east_asia", "ARG": "latin_america", "KOR": "east_asia"}
    known = flows.flows(ORIGIN, STOREFRONTS, mixed)
    assert known.areas == ("BRA", "ARG", "JPN", "KOR", "_O")
    assert KNOWN.areas == AREAS
    assert KNOWN.regions.tolist() == ["east_asia"] * 2 + ["latin_america"] * 2 + ["rest"]


def test_the_matrix_holds_every_pair_with_its_change():
    matrix = flows.flow_matrix(KNOWN, year="2021", base="2019")
    assert len(matrix) == 25
    # Three storefronts of Japan take 15 % of their visits from the Republic of Korea.
    assert one(matrix, "KOR", "JPN") == pytest.approx(12 * 3 * 0.15 * (100 + 50 + 10))
    assert one(matrix, "KOR", "JPN", "change") == pytest.approx(3 * 160 / 150 - 1)
    assert one(matrix, "KOR", "JPN", "share") == pytest.approx(0.15 / 0.3)
    assert np.isnan(one(matrix, "JPN", "JPN", "share"))
    assert matrix.loc[matrix["home"], "ref_area"].tolist() == list(AREAS)


def test_a_foreign_site_takes_its_visits_to_where_it_comes_from():
    matrix = flows.flow_matrix(KNOWN, year="2019", base="2019")
    assert one(matrix, "ARG", "_O") == pytest.approx(12 * 500)
    at_home = STOREFRONTS.assign(
        home_area=STOREFRONTS["home_area"].where(STOREFRONTS["storefront"] == "local", "JPN")
    )
    moved = flows.flow_matrix(flows.flows(ORIGIN, at_home, frames.REGION_OF), year="2019", base="2019")
    assert one(moved, "ARG", "JPN") == pytest.approx(one(matrix, "ARG", "JPN") + 12 * 500)
    assert one(moved, "ARG", "_O") == 0


def test_totals_by_region_leave_out_what_stays_at_home():
    totals = flows.region_totals(KNOWN)
    year = totals[totals["time_period"] == "2019"].set_index(["origin_region", "destination_region"])
    assert year.loc[("east_asia", "east_asia"), "visits"] == pytest.approx(12 * 0.15 * (150 + 80))
    assert year.loc[("east_asia", "east_asia"), "domestic"] == pytest.approx(12 * 0.7 * (150 + 80))
    assert year.loc[("latin_america", "east_asia"), "visits"] == pytest.approx(12 * 0.05 * (150 + 80))
    assert year.loc[("rest", "latin_america"), "visits"] == pytest.approx(12 * 0.1 * (60 + 40 + 20))
    assert year.loc[("latin_america", "rest"), "visits"] == pytest.approx(12 * 500)
    assert year.loc[("rest", "rest"), "visits"] == 0


def test_origin_groups_of_a_region_are_the_shares_of_its_storefronts():
    frame = flows.by_origin_group(KNOWN)
    for region in ("east_asia", "latin_america"):
        here = frame[(frame["region"] == region) & (frame["time_period"] == "2020")]
        assert here["share"].tolist() == pytest.approx(list(frames.ORIGIN_SHARES))


def test_corridors_are_ranked_and_name_what_carries_them():
    top = flows.corridors(KNOWN, year="2021", base="2019", scope="between")
    assert set(zip(top["counterpart_area"], top["ref_area"], strict=True)) <= {
        (a, b) for a in AREAS[:4] for b in AREAS[:4] if frames.REGION_OF[a] != frames.REGION_OF[b]
    }
    assert top["visits"].is_monotonic_decreasing and top["rank"].tolist() == list(range(1, 9))
    assert top["share"].sum() == pytest.approx(1)
    first = top.iloc[0]
    assert (first["ref_area"], first["leader"], first["carriers"]) == ("JPN", "alpha-jp", 3)
    assert first["leader_share"] == pytest.approx(100 / 160)
    everywhere = flows.corridors(KNOWN, year="2021", base="2019", scope="abroad", limit=2)
    assert everywhere["counterpart_area"].tolist() == ["KOR", "JPN"]
    assert not (everywhere["counterpart_area"].astype(str) == everywhere["ref_area"].astype(str)).any()


def test_a_corridor_that_did_not_exist_has_no_change():
    only = ORIGIN[~((ORIGIN["time_period"] == "2019") & (ORIGIN["counterpart_area"] == "KOR"))]
    top = flows.corridors(
        flows.flows(only, STOREFRONTS, frames.REGION_OF), year="2021", base="2019", scope="abroad"
    )
    assert np.isnan(one(top, "KOR", "JPN", "change")) and one(top, "KOR", "JPN", "base_visits") == 0


def test_carriers_add_up_to_their_corridor():
    found = flows.carriers(KNOWN, "BRA", "JPN", year="2021", base="2019")
    assert found["marketplace_id"].tolist() == ["alpha-jp", "beta-jp", "gamma-jp"]
    assert found["share"].sum() == pytest.approx(1)
    assert found["change"].tolist()[:2] == pytest.approx([2, 2]) and np.isnan(found["change"].iloc[2])
    assert flows.carriers(KNOWN, "BRA", "JPN", year="2021", base="2019", limit=1)["share"].tolist() == [
        pytest.approx(100 / 160)
    ]


def test_a_pair_shows_both_directions_in_every_year():
    both = flows.pair(KNOWN, "JPN", "BRA")
    assert both["counterpart_area"].tolist() == ["JPN"] * 3 + ["BRA"] * 3
    assert both["ref_area"].tolist() == ["BRA"] * 3 + ["JPN"] * 3
    for year in KNOWN.years:
        matrix = flows.flow_matrix(KNOWN, year=year, base="2019")
        now = both[both["time_period"] == year]["visits"].tolist()
        assert now == pytest.approx([one(matrix, "JPN", "BRA"), one(matrix, "BRA", "JPN")])


def test_an_unknown_year_is_refused_by_name():
    with pytest.raises(ValueError, match="expected one of 2019, 2020, 2021, got '1999'"):
        flows.flow_matrix(KNOWN, year="1999", base="2019")


rows = st.lists(
    st.tuples(
        st.sampled_from(list(frames.LEVEL)),
        st.sampled_from(["2019", "2020"]),
        st.sampled_from([*AREAS, "USA"]),
        st.floats(0, 1e9),
    ),
    min_size=1,
    max_size=40,
)


@settings(deadline=None)
@given(rows)
def test_no_visit_is_lost_or_counted_twice(some):
    names = ["marketplace_id", "time_period", "counterpart_area", "visits"]
    origin = pd.DataFrame(some, columns=names)
    known = flows.flows(origin, STOREFRONTS, frames.REGION_OF)
    near = pytest.approx(origin["visits"].sum(), rel=1e-9, abs=1e-6)
    totals = flows.region_totals(known)
    assert known.visits.sum() == near
    assert totals["visits"].sum() + totals["domestic"].sum() == near
    newest = known.years[-1]
    matrix = flows.flow_matrix(known, year=newest, base=newest)
    here = origin.loc[origin["time_period"] == newest, "visits"].sum()
    assert matrix["visits"].sum() == pytest.approx(here, rel=1e-9, abs=1e-6)


@settings(deadline=None)
@given(rows)
def test_directions_add_up_and_parts_never_exceed_the_whole(some):
    names = ["marketplace_id", "time_period", "counterpart_area", "visits"]
    known = flows.flows(pd.DataFrame(some, columns=names), STOREFRONTS, frames.REGION_OF)
    newest = known.years[-1]
    totals = flows.region_totals(known)
    now = totals[totals["time_period"] == newest].set_index(["origin_region", "destination_region"])["visits"]
    across = now[("east_asia", "latin_america")] + now[("latin_america", "east_asia")]
    top = flows.corridors(known, year=newest, base=newest, scope="between", limit=100)
    assert top["visits"].sum() == pytest.approx(across, rel=1e-9, abs=1e-6)
    for row in top.itertuples():
        parts = flows.carriers(known, row.counterpart_area, row.ref_area, year=newest, base=newest)
        assert parts["visits"].sum() == pytest.approx(row.visits, rel=1e-9)
        assert parts["marketplace_id"].iloc[0] == row.leader and len(parts) == row.carriers
    groups = flows.by_origin_group(known)
    assert (groups["visits"] >= 0).all()
