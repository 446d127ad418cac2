"""Internet use by age: published groups stand, others follow the gradient, totals are the country's."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.estimates.adults import AGES, BANDS, by_band, monotone_cubic
from data.analysis.estimates.use_by_age import newest, use_by_age
from tests.unit.estimate_cases import UNHURRIED, parameters

PEOPLE = parameters().people
AREAS = ("BRA", "PER", "LAO")


def adults() -> pd.DataFrame:
    index = pd.MultiIndex.from_product([AREAS, (2020, 2021)], names=["ref_area", "year"])
    return pd.DataFrame(
        np.linspace(2.0, 0.5, len(AGES)) * np.ones((len(index), 1)), index=index, columns=AGES
    )


def overall(share: float = 0.7) -> pd.DataFrame:
    frame = adults().index.to_frame(index=False)
    return frame.assign(users=150.0 * share, share=share)


def survey(area: str, year: int, **groups: float) -> list[dict[str, object]]:
    """Groups named like a18to29 or a60plus."""
    rows = []
    for name, value in groups.items():
        first, last = (name[1:].replace("plus", "to").split("to") + [""])[:2]
        rows.append(
            {
                "ref_area": area,
                "year": year,
                "producer": "Office, survey",
                "age_from": float(first),
                "age_to": float(last) if last else np.nan,
                "measure": "internet_use",
                "value": value,
            }
        )
    return rows


FULL = survey("BRA", 2021, a18to29=95.0, a30to44=90.0, a45to59=75.0, a60plus=40.0)
PARTS = survey("PER", 2021, a18to29=90.0, a60plus=30.0)
SURVEYS = pd.DataFrame([*FULL, *PARTS])


@UNHURRIED
@given(st.floats(0.15, 0.98))
def test_where_nothing_covers_the_adults_the_total_is_the_countrys_internet_use(share):
    weight = adults()
    rates = use_by_age(SURVEYS, weight, overall(share), PEOPLE)
    total = (rates * weight).sum(axis=1) / weight.sum(axis=1)
    assert total.loc[["PER", "LAO"]].to_numpy() == pytest.approx(share, abs=1e-6)
    assert ((rates > 0) & (rates < 1)).all(axis=None)


def test_without_a_survey_use_falls_with_age_along_the_gradient():
    rates = use_by_age(SURVEYS, adults(), overall(), PEOPLE).loc[("LAO", 2021)]
    assert rates.is_monotonic_decreasing and rates[20] - rates[75] > 0.3


def test_groups_that_cover_the_adults_stand_as_published():
    share = 0.9  # more than the survey finds, so that nothing has to be lowered
    rates = use_by_age(SURVEYS, adults(), overall(share), PEOPLE).loc[("BRA", 2021)]
    weight = adults().loc[("BRA", 2021)]
    found = [np.average(rates.loc[a:b], weights=weight.loc[a:b]) for a, b in ((18, 29), (30, 44), (60, 99))]
    assert found == pytest.approx([0.95, 0.90, 0.40], abs=0.04)


def test_published_groups_never_give_a_country_more_users_than_it_has():
    rates = use_by_age(SURVEYS, adults(), overall(0.5), PEOPLE)
    total = (rates * adults()).sum(axis=1) / adults().sum(axis=1)
    assert total.to_numpy() == pytest.approx(0.5, abs=1e-6)


def test_a_share_of_all_users_becomes_a_rate_of_the_group():
    weight = adults().loc[("PER", 2021)]
    users = overall().set_index(["ref_area", "year"])["users"].loc[("PER", 2021)]
    rate = 0.45
    part = 100 * rate * weight.loc[60:].sum() / users
    as_rate = pd.DataFrame([*FULL, *survey("PER", 2021, a60plus=100 * rate)])
    as_share = pd.DataFrame([*FULL, {**survey("PER", 2021, a60plus=part)[0], "measure": "share_of_users"}])
    one, other = (use_by_age(rows, adults(), overall(), PEOPLE).loc["PER"] for rows in (as_rate, as_share))
    assert one.to_numpy() == pytest.approx(other.to_numpy())


def test_the_newest_figure_counts_for_its_ages_and_older_ones_where_it_says_nothing():
    rows = pd.DataFrame(
        [(2018, 25.0), (2018, 70.0), (2022, 68.0), (2022, 45.0)], columns=["year", "mean_age"]
    ).assign(ref_area="BRA", producer="Office, survey")
    kept = newest(rows, PEOPLE.same_age)
    assert list(zip(kept["year"], kept["mean_age"], strict=True)) == [
        (2018, 25.0),
        (2022, 45.0),
        (2022, 68.0),
    ]


def test_one_office_counts_for_a_country_that_with_the_newest_survey():
    rows = pd.DataFrame(
        [("Office, a", 2022, 30.0), ("Office, b", 2024, 70.0), ("Institute", 2023, 50.0)],
        columns=["producer", "year", "mean_age"],
    ).assign(ref_area="BRA")
    assert set(newest(rows, PEOPLE.same_age)["producer"]) == {"Office, a", "Office, b"}


def test_surveys_that_tell_no_ages_apart_are_an_error():
    with pytest.raises(ValueError, match="two age groups"):
        use_by_age(pd.DataFrame(survey("BRA", 2021, a60plus=40.0)), adults(), overall(), PEOPLE)


def test_bands_hold_every_adult_once():
    weight = adults()
    assert list(by_band(weight)) == list(BANDS)
    assert by_band(weight).sum(axis=1).to_numpy() == pytest.approx(weight.sum(axis=1).to_numpy())


@UNHURRIED
@given(st.lists(st.floats(0, 1), min_size=3, max_size=8))
def test_the_curve_keeps_its_points_and_never_falls(steps):
    x, y = np.arange(len(steps), dtype=float), np.cumsum(steps)
    at = np.linspace(0, len(steps) - 1, 50)
    assert monotone_cubic(x, y, x) == pytest.approx(y)
    assert (np.diff(monotone_cubic(x, y, at)) >= -1e-9).all()
