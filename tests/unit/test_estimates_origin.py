"""Where visitors come from: shares add up, near is more than far, and foreign sites serve one country."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.estimates.origin import REST, OriginScale, calibrate, closeness, origin_shares
from tests.unit.estimate_cases import UNHURRIED, parameters, storefronts

ORIGIN = parameters().origin
COUNTRIES = pd.DataFrame(
    [
        ("ARG", "latin_america", -34.61, -58.38, "es"),
        ("URY", "latin_america", -34.90, -56.19, "es"),
        ("BRA", "latin_america", -15.78, -47.93, "pt"),
        ("JPN", "east_asia", 35.69, 139.69, "ja"),
    ],
    columns=["ref_area", "region", "capital_lat", "capital_lon", "languages"],
)
NEAR = closeness(COUNTRIES, ORIGIN)
USERS = pd.Series({"ARG": 41e6, "URY": 3e6, "BRA": 180e6, "JPN": 107e6})
SCALE = OriginScale(foreign=0.01, rest=0.03)


def shares(*rows: dict[str, object], scale: OriginScale = SCALE) -> pd.DataFrame:
    return origin_shares(storefronts(*rows), NEAR, USERS, scale, ORIGIN)


def test_closeness_knows_distance_language_and_region():
    assert NEAR.loc["ARG", "ARG"] == 0
    assert NEAR.loc["ARG", "URY"] > NEAR.loc["ARG", "BRA"] > NEAR.loc["ARG", "JPN"] > 0
    pd.testing.assert_frame_equal(NEAR, NEAR.T, check_names=False)


@UNHURRIED
@given(
    st.sampled_from(["ARG", "URY", "BRA", "JPN"]),
    st.sampled_from(["yes", "no", "unknown"]),
    st.sampled_from(["country", "multi_country"]),
    st.floats(1e-4, 0.5),
)
def test_origins_add_up_to_the_storefront(area, sellers, scope, foreign):
    row = {"marketplace_id": "a-xx", "ref_area": area, "foreign_sellers": sellers, "domain_scope": scope}
    result = shares(row, scale=OriginScale(foreign, 0.03))
    assert result.sum(axis=1).iloc[0] == pytest.approx(1)
    assert (result.to_numpy() >= 0).all() and list(result.columns) == ["ARG", "URY", "BRA", "JPN", REST]


def test_a_foreign_site_has_the_visitors_of_its_country_alone():
    result = shares({"marketplace_id": "amazon-ury", "ref_area": "URY", "storefront": "foreign_used"})
    assert result.loc["amazon-ury"].to_dict() == {"ARG": 0, "URY": 1, "BRA": 0, "JPN": 0, REST: 0}


def test_a_closed_storefront_has_more_of_its_visitors_at_home():
    result = shares(
        {"marketplace_id": "open-ury", "ref_area": "URY"},
        {"marketplace_id": "closed-ury", "ref_area": "URY", "foreign_sellers": "no"},
        {"marketplace_id": "split-ury", "ref_area": "URY", "domain_scope": "multi_country"},
    )["URY"]
    assert result["open-ury"] < result["closed-ury"] < result["split-ury"] < 1


def test_who_has_an_own_storefront_of_the_brand_visits_that_one():
    alone = shares({"marketplace_id": "x-ury", "ref_area": "URY"})
    both = shares(
        {"marketplace_id": "x-ury", "ref_area": "URY"}, {"marketplace_id": "x-arg", "ref_area": "ARG"}
    )
    assert both.loc["x-ury", "ARG"] < alone.loc["x-ury", "ARG"]


def test_calibration_gives_back_the_audience_it_was_shown():
    register = storefronts({"marketplace_id": "x-arg", "ref_area": "ARG", "domain": "x.com.ar"})
    audience = pd.DataFrame(
        {"domain": "x.com.ar", "ref_area": ["ARG", "URY", REST], "share": [90.0, 6.0, 4.0]}
    )
    scale = calibrate(register, audience, NEAR, USERS, ORIGIN)
    assert scale.rest == pytest.approx(0.04)
    result = origin_shares(register, NEAR, USERS, scale, ORIGIN).loc["x-arg"]
    assert result["URY"] / result["ARG"] == pytest.approx(6 / 90)


def test_nothing_to_calibrate_on_is_an_error():
    register = storefronts({"marketplace_id": "x-arg", "ref_area": "ARG", "domain": "x.com.ar"})
    with pytest.raises(ValueError, match="known foreign audience"):
        calibrate(register, pd.DataFrame({"domain": [], "ref_area": [], "share": []}), NEAR, USERS, ORIGIN)
