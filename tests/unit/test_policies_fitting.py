"""Which programmes an enterprise can use, where it can sell and which topics of law apply to it."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from data.analysis.policies.fitting import Enterprise, fitting, groups_of, places_to_sell, topics_of
from tests.unit.policy_cases import CATALOG, measure, register

RULES = CATALOG.policies
WEAVER = Enterprise("PER", "micro", "crafts", "goods", "cross_border", ("women",))


def fits(enterprise=WEAVER, **values):
    """Whether a measure with these values fits, and what speaks against it."""
    values = {"scope": "both"} | values
    row = fitting(register(measure("per-01", **values)), enterprise, RULES).iloc[0]
    return bool(row["fits"]), row["misfits"]


def test_an_enterprise_belongs_to_the_groups_of_its_answers():
    assert groups_of(WEAVER, RULES) == ("all_msmes", "micro", "artisans", "women", "exporters")
    shop = Enterprise("PER", "small_medium", "other", "both", "domestic")
    assert groups_of(shop, RULES) == ("all_msmes",)
    assert "exporters" in groups_of(replace(shop, market="both"), RULES)


@pytest.mark.parametrize(
    ("values", "misfits"),
    [
        ({}, ""),
        ({"target_groups": "women;rural"}, ""),
        ({"target_groups": "youth"}, "group"),
        ({"scope": "cross_border"}, ""),
        ({"scope": "domestic"}, "market"),
        ({"sector": "goods"}, ""),
        ({"sector": "services"}, "offering"),
        ({"status": "ended"}, "ended"),
        ({"status": "planned"}, "planned"),
        ({"status": "unknown", "end_year": 2020}, "ended"),
        ({"target_groups": "youth", "sector": "services", "status": "ended"}, "group;offering;ended"),
    ],
)
def test_a_measure_fits_or_tells_why_not(values, misfits):
    assert fits(**values) == (misfits == "", misfits)


def test_an_enterprise_that_does_both_is_served_by_either():
    trader = replace(WEAVER, market="both", offering="both")
    for values in ({"scope": "domestic"}, {"scope": "cross_border"}, {"sector": "services"}):
        assert fits(trader, **values) == (True, "")


def test_only_its_country_and_the_closest_first():
    policies = register(
        measure("per-01", scope="both", start_year=2024),
        measure("per-02", scope="both", target_groups="all_msmes;women;artisans", start_year=2018),
        measure("per-03", scope="both", start_year=None),
        measure("per-04", scope="both", target_groups="youth"),
        measure("chl-01", scope="both"),
    )
    found = fitting(policies, WEAVER, RULES)
    assert found["policy_id"].tolist() == ["per-02", "per-01", "per-03", "per-04"]
    assert found["fits"].tolist() == [True, True, True, False]
    assert found["matched"].tolist() == ["artisans;women;all_msmes", "all_msmes", "all_msmes", ""]


def shops() -> pd.DataFrame:
    rows = [
        ("home", "PER", "local", "both", "no", None),
        ("closed", "PER", "local", "both", "no", 2020.0),
        ("food", "PER", "local", "services", "no", None),
        ("foreign", "PER", "foreign_used", "goods", "yes", None),
        ("open", "CHL", "local", "goods", "yes", None),
        ("larger", "MEX", "local", "both", "yes", None),
        ("shut", "CHL", "local", "goods", "no", None),
        ("unclear", "CHL", "local", "goods", "unknown", None),
    ]
    columns = ["marketplace_id", "ref_area", "storefront", "offering", "foreign_sellers", "closed_year"]
    return pd.DataFrame(rows, columns=columns)


VISITS = pd.Series({"open": 5.0, "larger": 9.0, "home": 1.0})


@pytest.mark.parametrize(
    ("market", "offering", "expected"),
    [
        ("domestic", "goods", ["home"]),
        ("domestic", "services", ["home", "food"]),
        ("cross_border", "goods", ["larger", "open"]),
        ("both", "goods", ["home", "larger", "open"]),
    ],
)
def test_marketplaces_are_open_take_the_sellers_and_sell_such_things(market, offering, expected):
    found = places_to_sell(shops(), VISITS, replace(WEAVER, market=market, offering=offering))
    assert found["marketplace_id"].tolist() == expected


def test_topics_of_law_follow_what_is_sold_and_where():
    at_home = topics_of(replace(WEAVER, market="domestic"), RULES)
    assert "cross_border_data" not in at_home and "de_minimis" in at_home
    abroad = topics_of(replace(WEAVER, market="both", offering="both"), RULES)
    assert {"cross_border_data", "vat_digital_services", "de_minimis"} <= set(abroad)
    assert len(set(abroad)) == len(abroad)
