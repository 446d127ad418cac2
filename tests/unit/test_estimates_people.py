"""Sex and age of visitors: groups add up, buyers weigh more, gaps take the region's profile."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.estimates.adults import BANDS, adults_by_age
from data.analysis.estimates.people import people_shares
from tests.unit.estimate_cases import UNHURRIED, parameters

PEOPLE = parameters().people
REGIONS = pd.Series({"BRA": "latin_america", "SUR": "latin_america"})
# 1 % of the population in each year of age up to 100.
EVEN = {
    "Y0T4": 5,
    "Y5T9": 5,
    "Y10T14": 5,
    "Y15T19": 5,
    "Y20T39": 20,
    "Y40T59": 20,
    "Y_GE60": 40,
    "Y_GE65": 35,
    "Y_GE70": 30,
}


def tables(female_use=80.0, male_use=80.0, young=50.0, older=50.0, female_buy=50.0, male_buy=50.0):
    areas, sexes = ("BRA", "SUR"), ("F", "M")
    population = pd.DataFrame(
        [{"ref_area": a, "year": 2020, "sex": s, "value": 1000.0} for a in areas for s in sexes]
    )
    ages = pd.DataFrame(
        [
            {"ref_area": a, "year": 2020, "sex": s, "age": age, "value": float(value)}
            for a in areas
            for s in sexes
            for age, value in EVEN.items()
        ]
    )
    internet = pd.DataFrame(
        {"ref_area": "BRA", "year": 2020, "sex": ["F", "M"], "value": [female_use, male_use]}
    )
    buying = pd.DataFrame(
        [
            ("BRA", 2021, "F", "_T", female_buy),
            ("BRA", 2021, "M", "_T", male_buy),
            ("BRA", 2021, "_T", "_T", 50.0),
            ("BRA", 2021, "_T", "Y15T24", young),
            ("BRA", 2021, "_T", "Y_GE25", older),
        ],
        columns=["ref_area", "year", "sex", "age", "value"],
    )
    return population, ages, internet, buying


def shares(online=(0.9, 0.9), **values) -> pd.DataFrame:
    """online: internet use below and from 65 on."""
    population, ages, internet, buying = tables(**values)
    adults = adults_by_age(population, ages, range(2020, 2021))
    both = adults.groupby(level=["ref_area", "year"]).sum()
    rates = pd.DataFrame(online[0], index=both.index, columns=both.columns)
    rates.loc[:, 65:] = online[1]
    return people_shares(adults, rates, internet, buying, REGIONS, PEOPLE)


@UNHURRIED
@given(st.floats(1, 100), st.floats(1, 100), st.floats(1, 99), st.floats(1, 99))
def test_sex_and_age_add_up_to_all_visitors(female_use, male_use, young, older):
    result = shares(female_use=female_use, male_use=male_use, young=young, older=older)
    assert result.groupby("ref_area")["share"].sum().tolist() == pytest.approx([1.0, 1.0, 1.0])
    assert set(result["age"]) == set(BANDS) and set(result["sex"]) == {"F", "M"}
    assert (result["share"] > 0).all()


def test_an_even_population_is_cut_evenly():
    result = shares().query("ref_area == 'BRA' and sex == 'F'").set_index("age")["share"] * 2
    assert result["Y25T34"] == pytest.approx(10 / 82, rel=0.05)
    assert result["Y18T24"] == pytest.approx(7 / 82, rel=0.05)


def test_the_sex_that_is_online_more_visits_more():
    result = shares(female_use=40.0).query("ref_area == 'BRA'").groupby("sex")["share"].sum()
    assert result["F"] < result["M"]


def test_buyers_tilt_the_profile_towards_them():
    young = shares(young=90.0).query("ref_area == 'BRA' and age == 'Y18T24'")["share"].sum()
    even = shares().query("ref_area == 'BRA' and age == 'Y18T24'")["share"].sum()
    assert young > even
    women = shares(female_buy=90.0).query("ref_area == 'BRA'").groupby("sex")["share"].sum()["F"]
    assert women > 0.5


def test_a_country_without_surveys_takes_the_profile_of_its_region():
    result = shares(female_use=40.0, young=90.0).pivot_table(
        index=["sex", "age"], columns="ref_area", values="share"
    )
    assert result["SUR"].to_numpy() == pytest.approx(result["BRA"].to_numpy())


def test_the_rest_of_the_world_has_the_mean_profile_of_the_members():
    result = shares(female_use=40.0).pivot_table(index=["sex", "age"], columns="ref_area", values="share")
    assert result["_O"].to_numpy() == pytest.approx(result[["BRA", "SUR"]].mean(axis=1).to_numpy())


def test_the_old_visit_less_where_fewer_of_them_are_online():
    few, all_ = (
        shares(online=online).query("ref_area == 'BRA' and age == 'Y_GE65'")["share"].sum()
        for online in ((0.9, 0.3), (0.9, 0.9))
    )
    # 35 of 82 adults are 65 and over: 35 x 0.3 among 47 x 0.9 + 35 x 0.3 users; buyers tilt the rest.
    assert few == pytest.approx(35 * 0.3 / (47 * 0.9 + 35 * 0.3), abs=0.03)
    assert all_ == pytest.approx(35 / 82, abs=0.01)
