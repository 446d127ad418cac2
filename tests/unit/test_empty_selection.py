"""A selection without storefronts gives empty answers with all their columns, never a fault."""

from __future__ import annotations

import pytest

from data.analysis import characteristics, demographics, origins, traffic
from data.analysis.concentration import concentration
from data.analysis.landscape import landscape
from data.analysis.prepared import prepare_origin, prepare_people
from tests.unit import frames

MONTHLY = frames.monthly()
ORIGIN = prepare_origin(frames.annual_origin())
PEOPLE = prepare_people(frames.annual_origin())
SOME = frames.storefronts()
NONE = SOME.iloc[:0]
ONLY_FOREIGN = SOME[SOME["storefront"] == "foreign_used"]
MONTHS = frames.MONTHS[-12:]


def visits(storefronts):
    return traffic.visits_in(MONTHLY, storefronts, MONTHS)


def by_country(storefronts):
    return traffic.visits_by(MONTHLY, storefronts, by="ref_area", freq="A")


def metric(name):
    more = {"internet_users": frames.internet_users()}
    return lambda s: traffic.apply_metric(by_country(s), name, by="ref_area", **more)


ANALYSES = {
    "visits_by": by_country,
    "visits_in": visits,
    "concentration": lambda s: concentration(visits(s), s, within="ref_area"),
    "origin_groups": lambda s: origins.origin_groups(ORIGIN, s, frames.REGION_OF, by="ref_area"),
    "cross_border": lambda s: origins.cross_border_share(ORIGIN, s, frames.REGION_OF, by="ref_area"),
    "top_origins": lambda s: origins.top_origins(ORIGIN, s, year="2020"),
    "origin_matrix": lambda s: origins.origin_matrix(ORIGIN, s, year="2020"),
    "female_share": lambda s: demographics.female_share(PEOPLE, s, by="ref_area"),
    "age_profile": lambda s: demographics.age_profile(PEOPLE, s, "2020", by="ref_area"),
    "ages": lambda s: characteristics.ages(s, 2020),
    "entries_exits": characteristics.entries_exits,
    "trust_mix": lambda s: characteristics.trust_mix(s, visits(s)),
    "landscape": lambda s: landscape(s, visits(s), 2021),
    **{name: metric(name) for name in traffic.METRICS},
    **{
        feature: lambda s, feature=feature: characteristics.feature_shares(
            s, visits(s), feature, region_of=frames.REGION_OF
        )
        for feature in characteristics.FEATURES
    },
}


@pytest.mark.parametrize("name", ANALYSES)
def test_nothing_in_nothing_out(name):
    empty = ANALYSES[name](NONE)
    assert empty.empty
    assert list(empty) == list(ANALYSES[name](SOME))


@pytest.mark.parametrize("name", sorted(set(ANALYSES) - {"visits_in"}))
def test_foreign_sites_alone_are_no_national_market(name):
    assert ANALYSES[name](ONLY_FOREIGN).empty


def test_totals_over_nothing_are_zero_with_missing_shares():
    groups = origins.origin_groups(ORIGIN, NONE, frames.REGION_OF)
    assert groups["visits"].sum() == 0
    assert groups["share"].isna().all()
    assert demographics.pyramid(PEOPLE, NONE, "2020")["share"].isna().all()
