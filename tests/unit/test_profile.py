"""Claims about what is shown of one storefront."""

from __future__ import annotations

import pytest

from data.analysis.prepared import prepare_origin, prepare_people
from data.analysis.profile import attribute_trust, marketplace_profile
from tests.unit import frames


def profile(marketplace_id):
    return marketplace_profile(
        marketplace_id,
        storefronts=frames.storefronts(),
        monthly=frames.monthly(),
        origin=prepare_origin(frames.annual_origin()),
        people=prepare_people(frames.annual_origin()),
        evidence=frames.evidence(),
        published=frames.published(),
        ranks=frames.ranks(),
        region_of=frames.REGION_OF,
    )


def trust(marketplace_id):
    frame = profile(marketplace_id).attributes
    return dict(zip(frame["attribute"], frame["trust"], strict=True))


def test_only_named_attributes_of_a_sourced_row_are_sourced():
    alpha = trust("alpha-jp")
    assert (alpha["name"], alpha["owner"], alpha["category"]) == ("sourced", "sourced", "editorial")
    assert alpha["closed_year"] == "unknown"
    assert trust("beta-jp")["foreign_sellers"] == "unknown"
    assert (trust("gamma-jp")["domain"], trust("gamma-jp")["owner"]) == ("domain_only", "editorial")
    assert set(trust("delta-kr").values()) == {"unverified", "unknown"}


def test_trust_can_be_told_for_a_row_that_lacks_everything():
    assert set(attribute_trust({})["trust"]) == {"unknown"}


def test_a_profile_gathers_what_is_known():
    alpha = profile("alpha-jp")
    assert alpha.storefront["launched_year"] == 2000
    assert alpha.storefront["closed_year"] is None
    assert len(alpha.series) == len(frames.MONTHS)
    assert alpha.last_year["visits"] == 36 * 100
    assert alpha.year == "2021"
    assert alpha.origins["share"].sum() == pytest.approx(1.0)
    assert alpha.origins["origin_group"].tolist()[0] == "national"
    assert alpha.people["share"].sum() == pytest.approx(1.0)
    assert alpha.places["place"].tolist() == [1, 1]
    assert alpha.places["of"].tolist() == [3, 4]
    assert alpha.evidence["evidence_class"] == "A"
    assert alpha.published["scope"].tolist() == ["storefront"]
    assert alpha.sources["part"].tolist() == ["register", "level", "published"]


def test_figures_and_ranks_of_a_shared_domain_say_so():
    eta = profile("eta-ar")
    assert eta.published["scope"].tolist() == ["domain"]
    assert set(eta.ranks["ref_area"]) == {"ARG", "WLD"}
    assert eta.sources["part"].tolist() == ["level", "published"]


def test_a_closed_storefront_keeps_its_past():
    zeta = profile("zeta-br")
    assert zeta.year == "2020"
    assert zeta.places.empty
    assert zeta.last_year["obs_status"] == "M"
    assert zeta.last_year["visits"] is None


def test_a_foreign_site_has_visitors_of_one_country_and_no_place_among_marketplaces():
    foreign = profile("foreign-ar")
    assert foreign.places.empty
    assert foreign.origins["counterpart_area"].tolist() == ["ARG"]
    assert foreign.people["visits"].sum() == pytest.approx(36 * 500)


def test_an_unknown_id_is_named():
    with pytest.raises(KeyError, match="nowhere"):
        profile("nowhere")
