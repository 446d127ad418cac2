"""Levels through the years: pinned at figures, void outside a storefront's life, seasonal within a year."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.estimates.internet_users import internet_users
from data.analysis.estimates.monthly import estimate_months
from data.analysis.estimates.seasonality import seasonal_ratios, spliced_year
from data.analysis.estimates.trend import is_active, level_path, life
from tests.unit.estimate_cases import UNHURRIED, parameters, short_span, storefronts, users

TIME, SEASON = parameters().time, parameters().seasonality
REGIONS = ("east_asia", "latin_america")
NO_FIGURES = pd.DataFrame(
    {
        "marketplace_id": pd.Series(dtype="object"),
        "visits": pd.Series(dtype=float),
        "when": pd.Series(dtype=float),
        "month_stated": pd.Series(dtype=bool),
        "unverified": pd.Series(dtype=bool),
    }
)
FLAT_SEASON = pd.DataFrame(
    [{"region": region, "month": month, "ratio": 1.0} for region in REGIONS for month in range(1, 13)]
)


def path(when, figures=(), dates=(), base=0.0, sigma=0.5, drift=0.15):
    return level_path(
        np.asarray(when, dtype=float),
        base=base,
        sigma=sigma,
        base_date=2026.3,
        figure_dates=np.asarray(dates, dtype=float),
        figures=np.asarray(figures, dtype=float),
        figure_sigma=np.full(len(figures), 0.05),
        drift=drift,
    )


def months(register, levels=None, figures=NO_FIGURES, span=None, season=FLAT_SEASON, people=None):
    if levels is None:
        levels = pd.DataFrame({"marketplace_id": register["marketplace_id"], "base": -1.0, "sigma": 0.4})
        levels = levels.assign(base_date=2026.3, class_without_figure="B")
    people = users(BRA=100e6) if people is None else people
    factors = {"B": 1.0, "C": 1.0, "D": 1.0}
    return estimate_months(register, levels, figures, people, season, factors, span or short_span())


def test_months_outside_the_life_of_a_storefront_are_not_applicable():
    register = storefronts({"marketplace_id": "a-bra", "launched_year": 2024, "closed_year": 2024})
    frame = months(register, span=short_span("2023-01", "2025-12"))
    outside = ~frame["time_period"].str.startswith("2024")
    assert (frame.loc[outside, "obs_status"] == "M").all()
    assert frame.loc[outside, ["visits", "visits_low", "visits_high"]].isna().all(axis=None)
    assert (frame.loc[~outside, "obs_status"] == "E").all() and frame.loc[~outside, "visits"].gt(0).all()


def test_a_storefront_is_not_older_than_its_brand():
    register = storefronts(
        {"marketplace_id": "temu-jp", "launched_year": 2023},
        {"marketplace_id": "temu-arg"},
        {"marketplace_id": "lonely-bra"},
    )
    first = life(register).set_index("marketplace_id")["first_year"]
    assert first["temu-arg"] == 2023 and np.isnan(first["lonely-bra"])
    assert is_active(pd.Series([2022, 2023]), first["temu-arg"], np.nan).tolist() == [False, True]


@UNHURRIED
@given(st.floats(-4, 2), st.floats(0.05, 2), st.floats(1e4, 1e9))
def test_the_estimate_lies_within_its_interval(base, sigma, persons):
    register = storefronts({"marketplace_id": "a-bra"})
    levels = pd.DataFrame(
        {
            "marketplace_id": ["a-bra"],
            "base": base,
            "sigma": sigma,
            "base_date": 2026.3,
            "class_without_figure": "B",
        }
    )
    frame = months(register, levels, span=short_span("2024-01", "2024-03"), people=users(BRA=persons))
    assert (frame["visits_low"] < frame["visits"]).all() and (frame["visits"] < frame["visits_high"]).all()


def test_the_path_passes_through_a_figure_and_is_narrowest_there():
    when = np.linspace(2019, 2025, 61)
    mean, spread = path(when, figures=[0.7], dates=[2022.0])
    assert mean[np.abs(when - 2022.0).argmin()] == pytest.approx(0.7, abs=0.02)
    assert spread.argmin() == pytest.approx(np.abs(when - 2022.0).argmin(), abs=1)
    assert spread[0] > spread[15] > spread[30]


def test_without_figures_the_path_is_flat_and_widens_away_from_its_date():
    mean, spread = path([2019, 2022, 2026.3])
    assert (mean == 0.0).all() and spread[2] == pytest.approx(0.5) and spread[0] > spread[1] > spread[2]


@UNHURRIED
@given(st.lists(st.floats(-2, 2), min_size=1, max_size=4))
def test_a_figure_never_widens_the_interval(figures):
    dates = 2019.5 + np.arange(len(figures))
    _, without = path([2019, 2021, 2023, 2025])
    _, with_figures = path([2019, 2021, 2023, 2025], figures=figures, dates=dates)
    assert (with_figures <= without + 1e-9).all()


def test_a_survey_break_is_spread_over_the_years_around_it():
    use = pd.DataFrame(
        {"ref_area": "CHN", "year": range(2017, 2025), "value": [54, 59, 64, 70, 73, 76, 91, 92]}
    )
    people = pd.DataFrame({"ref_area": "CHN", "year": range(2015, 2026), "value": 1000.0})
    result = internet_users(use, people, TIME).set_index("year")["users"]
    assert list(result.index) == list(range(2019, 2026))
    assert result.is_monotonic_increasing and result.max() <= 1000 * TIME.highest_internet_use
    assert np.diff(result.to_numpy()).max() < 80


def test_internet_use_that_levels_off_does_not_run_on_to_everybody():
    use = pd.DataFrame(
        {"ref_area": "LAO", "year": range(2015, 2024), "value": [18, 22, 26, 35, 47, 56, 62, 63, 64]}
    )
    people = pd.DataFrame({"ref_area": "LAO", "year": range(2015, 2026), "value": 100.0})
    assert internet_users(use, people, TIME)["users"].iloc[-1] < 72


def test_without_any_step_in_the_evidence_the_interval_has_none():
    when = np.arange(2019, 2026, 1 / 12)
    _, spread = path(when, figures=[0.3], dates=[2022.0])
    growth = np.diff(spread**2)
    assert np.abs(np.diff(growth)).max() < 2.1 * 0.15**2 / 12  # at the figure the slope turns, no more
    assert np.abs(np.diff(spread)).max() < 0.05


def test_a_series_that_ended_early_keeps_its_last_value():
    use = pd.DataFrame({"ref_area": "VEN", "year": [2015, 2016, 2017], "value": [60.0, 61.0, 62.0]})
    people = pd.DataFrame({"ref_area": "VEN", "year": range(2015, 2026), "value": 100.0})
    assert internet_users(use, people, TIME)["users"].tolist() == pytest.approx([62.0] * 7)


def test_a_country_without_internet_use_is_an_error_that_names_it():
    use = pd.DataFrame({"ref_area": [], "year": [], "value": []})
    people = pd.DataFrame({"ref_area": ["PRK"], "year": [2020], "value": [1.0]})
    with pytest.raises(ValueError, match="PRK"):
        internet_users(use, people, TIME)


def panel(domains: int, region: str = "latin_america", peak: float = 1.0) -> pd.DataFrame:
    periods = pd.period_range("2018-04", "2019-04", freq="M").astype(str)
    values = [peak if period.endswith("-11") else 1.0 for period in periods]
    return pd.concat(
        [
            pd.DataFrame(
                {"domain": f"{number}.com", "region": region, "time_period": periods, "popularity": values}
            )
            for number in range(domains)
        ]
    )


def test_ratios_average_to_one_in_every_region():
    ratios = seasonal_ratios(panel(6, peak=2.0), REGIONS, SEASON)
    assert len(ratios) == 24
    assert ratios.groupby("region")["ratio"].mean().tolist() == pytest.approx([1.0, 1.0])


def test_a_region_without_panel_has_no_season_and_a_thin_one_little():
    thin, thick = (seasonal_ratios(panel(n, peak=2.0), REGIONS, SEASON) for n in (1, 12))
    assert (thin.loc[thin["region"] == "east_asia", "ratio"] == 1).all()
    november = thin["region"].eq("latin_america") & thin["month"].eq(11)
    assert 1 < thin.loc[november, "ratio"].iloc[0] < thick.loc[november, "ratio"].iloc[0] < 2


def test_the_widening_of_the_panel_is_no_season():
    months_ = pd.period_range("2018-04", "2019-04", freq="M")
    jump = pd.Series(np.where(months_ < pd.Period("2018-08", freq="M"), 0.0, 0.7), index=months_)
    assert spliced_year(jump, SEASON).abs().max() == pytest.approx(0, abs=1e-9)


def test_a_domain_seen_too_briefly_says_nothing():
    months_ = pd.period_range("2018-11", "2019-04", freq="M")
    assert spliced_year(pd.Series(0.0, index=months_), SEASON).empty
