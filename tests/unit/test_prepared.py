"""Claims about the frames that all analyses take."""

from __future__ import annotations

import pandas as pd
import pytest

from data.analysis import prepared
from tests.unit import frames


def test_storefronts_know_their_region_and_empty_text_is_missing():
    register = frames.storefronts().set_index("marketplace_id")
    assert register.loc["alpha-jp", "region"] == "east_asia"
    assert register.loc["delta-kr", "home_region"] == "latin_america"
    assert pd.isna(register.loc["gamma-jp", "home_region"])
    assert register.loc["gamma-jp", "msme_programme"] is None
    assert register.loc["zeta-br", "closed_year"] == 2020
    assert list(register.index) == sorted(register.index)


def test_launch_years_may_come_as_text():
    rows = pd.DataFrame({"marketplace_id": ["a", "b"], "ref_area": "JPN", "home_area": ["", "JPN"]})
    rows = rows.assign(launched_year=["2012", None], closed_year=[None, "2020"])
    assert prepared.prepare_storefronts(rows, frames.REGION_OF)["launched_year"].tolist() == [2012, pd.NA]


def test_labels_are_sorted_and_only_those_in_use():
    odd = pd.Categorical(["b", "a", None], categories=["c", "b", "a"])
    frame = pd.DataFrame(
        {"marketplace_id": odd, "time_period": ["2", "1", "1"], "obs_status": "A", "provider": "x"}
    )
    out = prepared.prepare_monthly(frame)
    assert out["marketplace_id"].cat.categories.tolist() == ["a", "b"]
    assert out["marketplace_id"].astype(object).where(out["marketplace_id"].notna(), None).tolist() == [
        "b",
        "a",
        None,
    ]
    assert frame["marketplace_id"].cat.categories.tolist() == ["c", "b", "a"]


def test_sums_over_the_other_dimensions_conserve_visits_and_invent_no_rows():
    annual = frames.annual_origin()
    origin, people = prepared.prepare_origin(annual), prepared.prepare_people(annual)
    assert origin["visits"].sum() == pytest.approx(annual["visits"].sum())
    assert people["visits"].sum() == pytest.approx(annual["visits"].sum())
    assert len(origin) == len(annual.drop_duplicates(["marketplace_id", "time_period", "counterpart_area"]))
    assert list(people) == ["marketplace_id", "time_period", "sex", "age", "visits"]


def test_regions_come_from_the_register_of_countries():
    countries = pd.DataFrame({"ref_area": ["JPN"], "region": ["east_asia"]})
    assert prepared.region_mapping(countries) == {"JPN": "east_asia"}
