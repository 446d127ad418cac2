"""Claims about features, ages, entries and exits of storefronts."""

from __future__ import annotations

import pandas as pd
import pytest

from data.analysis import characteristics
from data.analysis.traffic import visits_in
from tests.unit import frames

STOREFRONTS = frames.storefronts()
LOCAL = STOREFRONTS[STOREFRONTS["storefront"] == "local"]
VISITS = visits_in(frames.monthly(), STOREFRONTS, frames.MONTHS[-12:])


@pytest.mark.parametrize("feature", characteristics.FEATURES)
@pytest.mark.parametrize("by", ["ref_area", "region", None])
def test_shares_of_every_feature_sum_to_one_and_conserve_totals(feature, by):
    frame = characteristics.feature_shares(STOREFRONTS, VISITS, feature, by=by, region_of=frames.REGION_OF)
    groups = frame[by].astype(object) if by else pd.Series("all", index=frame.index)
    sums = frame.groupby(groups)[["share_storefronts", "share_visits"]].sum()
    assert sums.to_numpy() == pytest.approx(1.0)
    assert frame["storefronts"].sum() == 6  # seven local ones, one of them closed
    assert frame["visits"].sum() == pytest.approx(36 * (160 + 80 + 60 + 20))


def test_a_feature_by_hand():
    frame = characteristics.feature_shares(STOREFRONTS, VISITS, "offering")
    japan = frame[frame["ref_area"] == "JPN"].set_index("feature_value")
    assert japan["storefronts"].to_dict() == {"both": 1, "goods": 1, "services": 1}
    assert japan.loc["goods", "share_visits"] == pytest.approx(100 / 160)
    assert list(frame) == [
        "ref_area", "feature_value", "storefronts", "share_storefronts", "visits", "share_visits",
    ]  # fmt: skip


def test_a_programme_that_nobody_recorded_is_unknown_and_not_absent():
    values = characteristics.feature_of(STOREFRONTS, "has_msme_programme")
    assert dict(zip(STOREFRONTS["marketplace_id"], values, strict=True))["alpha-jp"] == "yes"
    assert set(values) == {"yes", "unknown"}


def test_home_groups_compare_home_and_served_country():
    values = characteristics.feature_of(STOREFRONTS, "home_group", frames.REGION_OF)
    groups = dict(zip(STOREFRONTS["marketplace_id"], values, strict=True))
    assert groups["alpha-jp"] == "national"
    assert groups["beta-jp"] == "own_region"
    assert groups["delta-kr"] == "other_region"
    assert groups["gamma-jp"] == "rest"
    assert groups["eta-ar"] == "unknown"


def test_missing_arguments_and_unknown_features_are_named():
    with pytest.raises(ValueError, match="region_of"):
        characteristics.feature_of(STOREFRONTS, "home_group")
    with pytest.raises(ValueError, match="market_type"):
        characteristics.feature_of(STOREFRONTS, "colour")


def test_a_blank_category_is_unknown():
    frame = characteristics.feature_shares(STOREFRONTS, VISITS, "category", active_only=False)
    brazil = frame[frame["ref_area"] == "BRA"].set_index("feature_value")
    assert brazil.loc["unknown", "storefronts"] == 1
    assert brazil.loc["unknown", "visits"] == 0


def test_trust_counts_closed_storefronts_as_well():
    mix = characteristics.trust_mix(STOREFRONTS, VISITS).set_index("feature_value")
    assert mix["storefronts"].to_dict() == {"domain_only": 1, "sourced": 2, "unverified": 4}


def test_ages_are_counted_in_classes_with_the_unknown_apart():
    frame = characteristics.ages(STOREFRONTS, 2020)
    # alpha 20, beta 10, gamma 0, epsilon 15, zeta 5, eta 2; delta's launch year is unknown.
    counts = frame.set_index("age_from")["storefronts"]
    assert counts.dropna().tolist() == [2, 1, 1, 1, 1, 1]
    assert frame["age_to"].tolist()[:2] == [4, 9]
    assert pd.isna(frame["age_from"].iloc[-1])
    assert frame["share_storefronts"].sum() == pytest.approx(1.0)
    later = characteristics.ages(STOREFRONTS, 2021, width=50)
    assert later["storefronts"].tolist() == [5, 1]  # zeta closed in 2020
    assert characteristics.ages(STOREFRONTS.iloc[:0], 2020).empty


def test_entries_and_exits_by_year():
    frame = characteristics.entries_exits(STOREFRONTS).set_index("time_period")
    assert (frame.index[0], frame.index[-1]) == ("2000", "2020")
    assert frame["entries"].sum() == 6
    assert frame.loc["2020", ["entries", "exits", "net"]].tolist() == [1, 1, 0]
    by_country = characteristics.entries_exits(STOREFRONTS, by="ref_area")
    assert by_country["entries"].sum() == 6
    assert set(by_country["ref_area"]) == {"JPN", "KOR", "BRA", "ARG"}
    nothing = characteristics.entries_exits(STOREFRONTS[STOREFRONTS["marketplace_id"] == "delta-kr"])
    assert nothing.empty


def test_a_foreign_site_never_counts():
    for feature in characteristics.FEATURES:
        frames_with = [
            characteristics.feature_shares(rows, VISITS, feature, region_of=frames.REGION_OF)
            for rows in (STOREFRONTS, LOCAL)
        ]
        pd.testing.assert_frame_equal(*frames_with)
    assert characteristics.ages(STOREFRONTS, 2020).equals(characteristics.ages(LOCAL, 2020))
    assert characteristics.entries_exits(STOREFRONTS).equals(characteristics.entries_exits(LOCAL))
