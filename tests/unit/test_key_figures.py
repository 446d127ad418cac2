"""Claims about the figures at the head of a page."""

from __future__ import annotations

import math

import pytest

from data.analysis.key_figures import KeyFigure, key_figures
from data.analysis.periods import months_between
from data.analysis.prepared import prepare_origin, prepare_people
from tests.unit import frames

ORIGIN = prepare_origin(frames.annual_origin())
PEOPLE = prepare_people(frames.annual_origin())
STOREFRONTS = frames.storefronts()


def figures(storefronts=STOREFRONTS, monthly=None):
    monthly = frames.monthly() if monthly is None else monthly
    return key_figures(monthly, ORIGIN, PEOPLE, storefronts, frames.REGION_OF)


def test_visits_of_the_last_twelve_months_against_the_twelve_before():
    visits = figures().visits
    assert visits.value == 36 * (160 + 80 + 60 + 20)
    assert visits.before == 24 * (160 + 80 + 60 + 40 + 20)
    assert visits.change == pytest.approx(visits.value / visits.before - 1)
    assert (visits.period, visits.period_before) == ("2021-01/2021-12", "2020-01/2020-12")
    assert visits.low < visits.value < visits.high
    assert visits.obs_status == "E"
    assert visits.estimated_share == pytest.approx(220 / 320)


def test_active_storefronts_are_open_in_the_last_month():
    active = figures().active_storefronts
    assert (active.value, active.before) == (6, 7)
    assert (active.period, active.period_before) == ("2021-12", "2020-12")


def test_shares_change_by_points_and_not_by_percent():
    result = figures()
    assert result.cross_border_share.value == pytest.approx(0.3)
    assert result.other_region_share.value == pytest.approx(0.05)
    assert result.female_share.value == pytest.approx(frames.WOMEN)
    assert result.female_share.change == pytest.approx(0.0)
    assert (result.female_share.period, result.female_share.period_before) == ("2021", "2020")
    assert KeyFigure(0.3, "2021", 0.2, "2020", is_share=True).change == pytest.approx(0.1)


def test_concentration_takes_the_selection_as_one_market():
    result = figures(STOREFRONTS[STOREFRONTS["ref_area"] == "KOR"])
    assert (result.hhi.value, result.hhi.before, result.top3_share.value) == (10_000, 10_000, 1.0)
    everything = figures()
    assert 0 < everything.hhi.value <= everything.hhi_owners.value <= 10_000


def test_a_foreign_site_changes_nothing():
    assert figures() == figures(STOREFRONTS[STOREFRONTS["storefront"] == "local"])


def test_an_incomplete_year_before_is_not_compared_with():
    result = figures(monthly=frames.monthly(months_between("2020-06", "2021-12")))
    assert result.visits.value > 0
    assert math.isnan(result.visits.before)
    assert math.isnan(result.visits.change)
    assert math.isnan(result.hhi.before)
    assert result.active_storefronts.before == 7


def test_nothing_selected_gives_figures_without_values():
    result = figures(STOREFRONTS.iloc[:0])
    assert math.isnan(result.visits.value)
    assert math.isnan(result.hhi.value)
    assert math.isnan(result.female_share.value)
    assert result.active_storefronts.value == 0


def test_data_without_any_value_give_figures_without_periods():
    monthly = frames.monthly().assign(visits=math.nan)
    result = figures(monthly=monthly)
    assert result.visits.period == ""
    assert math.isnan(result.active_storefronts.value)
