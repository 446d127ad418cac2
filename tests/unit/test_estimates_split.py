"""Visits of a domain that serves several countries are shared out, and never more than there are."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.estimates.split import domain_shares
from tests.unit.estimate_cases import UNHURRIED, parameters, storefronts

SPLIT = parameters().split
MEMBERS = frozenset({"BRA", "ARG", "MEX", "SGP", "THA", "VNM", "CHN", "AUS"})
USERS = pd.Series(
    {"BRA": 180e6, "ARG": 41e6, "MEX": 107e6, "SGP": 5e6, "THA": 65e6, "VNM": 85e6, "CHN": 1.3e9, "AUS": 26e6}
)


def register(*rows: dict[str, object]) -> pd.DataFrame:
    frame = storefronts(*rows)
    for column, value in {"evidence_domain": "one.com", "category_weight": 1.0}.items():
        frame[column] = frame[column].fillna(value) if column in frame else value
    return frame


def regional(weights: dict[str, float]) -> pd.DataFrame:
    return register(
        *[
            {
                "marketplace_id": f"grab-{area.lower()}",
                "ref_area": area,
                "home_area": "SGP",
                "region": "east_asia",
                "domain_scope": "multi_country",
                "category_weight": weight,
            }
            for area, weight in weights.items()
        ]
    )


def test_a_domain_of_one_country_keeps_everything():
    shares = domain_shares(register({"marketplace_id": "some-bra"}), USERS, MEMBERS, SPLIT)
    assert shares[["share", "is_split"]].to_numpy().tolist() == [[1.0, False]]


@UNHURRIED
@given(
    st.dictionaries(
        st.sampled_from(["SGP", "THA", "VNM", "AUS"]), st.floats(0.01, 10), min_size=2, max_size=4
    )
)
def test_the_parts_of_a_regional_domain_add_up_to_the_domain(weights):
    shares = domain_shares(regional(weights), USERS, MEMBERS, SPLIT)
    assert shares["share"].sum() == pytest.approx(1)
    assert shares["is_split"].all()


def test_equal_weights_share_by_internet_users():
    shares = domain_shares(regional({"THA": 1.0, "VNM": 1.0}), USERS, MEMBERS, SPLIT).set_index(
        "marketplace_id"
    )
    assert shares["share"]["grab-vnm"] / shares["share"]["grab-tha"] == pytest.approx(85 / 65)


@UNHURRIED
@given(st.sets(st.sampled_from(sorted(MEMBERS)), min_size=1), st.sampled_from(["CHN", "USA", "BRA", "DEU"]))
def test_a_world_wide_domain_leaves_something_for_the_rest_of_the_world(areas, home):
    rows = [
        {
            "marketplace_id": f"world-{area.lower()}",
            "ref_area": area,
            "home_area": home,
            "region": "east_asia" if area in ("SGP", "THA", "VNM", "CHN", "AUS") else "latin_america",
            "domain_scope": "multi_country",
            "storefront": "foreign_used",
        }
        for area in sorted(areas)
    ]
    shares = domain_shares(register(*rows), USERS, MEMBERS, SPLIT)
    assert (shares["share"] > 0).all() and shares["share"].sum() < 1


def test_deliveries_are_shared_where_they_operate():
    rows = [
        {
            "marketplace_id": f"eats-{area.lower()}",
            "ref_area": area,
            "home_area": "USA",
            "category": "food_delivery",
            "domain_scope": "multi_country",
        }
        for area in ("BRA", "MEX")
    ]
    shares = domain_shares(register(*rows), USERS, MEMBERS, SPLIT)
    assert shares["share"].sum() == pytest.approx((1 - SPLIT.home_share_abroad["USA"]) * SPLIT.local_part)
