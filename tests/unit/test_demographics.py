"""Claims about visitors by sex and age."""

from __future__ import annotations

import pandas as pd
import pytest

from data.analysis.demographics import age_profile, female_share, pyramid
from data.analysis.prepared import prepare_people
from tests.unit import frames

PEOPLE = prepare_people(frames.annual_origin())
STOREFRONTS = frames.storefronts()
LOCAL = STOREFRONTS[STOREFRONTS["storefront"] == "local"]


def test_the_pyramid_splits_the_visits_of_the_year():
    frame = pyramid(PEOPLE, STOREFRONTS, "2019")
    assert frame["visits"].sum() == pytest.approx(12 * 350)
    assert frame["share"].sum() == pytest.approx(1.0)
    row = frame[(frame["sex"] == "F") & (frame["age"] == "Y25T34")].iloc[0]
    assert row["share"] == pytest.approx(frames.WOMEN * frames.AGES["Y25T34"])
    assert frame["age"].cat.categories.tolist() == ["Y18T24", "Y25T34", "Y_GE65"]


def test_the_share_of_women_is_given_by_year_and_country():
    frame = female_share(PEOPLE, STOREFRONTS)
    assert list(frame) == ["time_period", "visits", "female_share"]
    assert frame["female_share"].to_numpy() == pytest.approx(frames.WOMEN)
    by_country = female_share(PEOPLE, STOREFRONTS, by="ref_area")
    assert len(by_country) == 4 * 3
    assert by_country["visits"].sum() == pytest.approx(frame["visits"].sum())


def test_the_total_is_not_counted_beside_its_parts():
    total = PEOPLE.astype({"sex": object, "age": object}).assign(sex="_T")
    both = pd.concat([PEOPLE.astype({"sex": object, "age": object}), total])
    assert female_share(both, STOREFRONTS)["female_share"].to_numpy() == pytest.approx(frames.WOMEN)
    assert pyramid(both, STOREFRONTS, "2019")["share"].sum() == pytest.approx(1.0)
    assert set(pyramid(both, STOREFRONTS, "2019")["sex"]) == {"F", "M"}


def test_age_profiles_sum_to_one_in_each_country():
    frame = age_profile(PEOPLE, STOREFRONTS, "2020", by="ref_area")
    assert frame.groupby("ref_area", observed=True)["share"].sum().to_numpy() == pytest.approx(1.0)
    assert age_profile(PEOPLE, STOREFRONTS, "2020")["share"].tolist() == pytest.approx([0.25, 0.5, 0.25])


def test_where_nothing_is_known_shares_are_missing():
    assert pyramid(PEOPLE, STOREFRONTS, "1999")["share"].isna().all()
    gamma = STOREFRONTS[STOREFRONTS["marketplace_id"] == "gamma-jp"]
    frame = female_share(PEOPLE, gamma).set_index("time_period")
    assert frame["female_share"].isna().to_dict() == {"2019": True, "2020": False, "2021": False}


def test_a_foreign_site_never_counts_unless_asked_for():
    assert pyramid(PEOPLE, STOREFRONTS, "2020").equals(pyramid(PEOPLE, LOCAL, "2020"))
    assert female_share(PEOPLE, STOREFRONTS).equals(female_share(PEOPLE, LOCAL))
    assert pyramid(PEOPLE, STOREFRONTS, "2019", include_foreign=True)["visits"].sum() == pytest.approx(
        12 * 850
    )
