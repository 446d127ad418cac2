"""Storefronts of which nothing is known: like their kind, and not like the largest of their kind."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.estimates.prior import fit_prior, predict_prior, truncated_normal
from tests.unit.estimate_cases import UNHURRIED, parameters

PRIOR = parameters().prior


def observations(known: dict[tuple[str, str], list[float]], bounded: int = 0) -> pd.DataFrame:
    rows = [(o, c, value, np.nan) for (o, c), values in known.items() for value in values]
    rows += [("goods", "general", np.nan, -1.0)] * bounded
    frame = pd.DataFrame(rows, columns=["offering", "category", "value", "cap"])
    return frame.astype({"value": float, "cap": float}).assign(ref_area="BRA", is_class=True)


KNOWN = {("goods", "general"): [0.0, 0.2, -0.2, 0.1], ("services", "tickets"): [-2.0, -1.8, -2.2, -2.1]}


def test_kinds_keep_apart_and_are_drawn_to_their_parents():
    fit = fit_prior(observations(KNOWN), PRIOR)
    assert -2.1 < fit.mean("services", "tickets") < fit.overall < fit.mean("goods", "general") < 0.1


def test_an_unknown_category_takes_its_offering_and_an_unknown_offering_all():
    fit = fit_prior(observations(KNOWN), PRIOR)
    assert fit.mean("services", "something_new") == fit.offerings["services"]
    assert fit.mean("both", "general") == fit.overall


def test_storefronts_missing_from_the_lists_lower_the_expectation():
    without, with_many = (
        fit_prior(observations(KNOWN, bounded=number), PRIOR).mean("goods", "general") for number in (0, 20)
    )
    assert with_many < without - 0.5


def test_a_bound_is_kept():
    fit = fit_prior(observations(KNOWN), PRIOR)
    rows = pd.DataFrame(
        {
            "ref_area": "BRA",
            "offering": ["goods"] * 2,
            "category": ["general"] * 2,
            "cap": [np.nan, -1.0],
        }
    )
    guess = predict_prior(rows, fit)
    assert guess["mean"][1] < -1.0 < guess["mean"][0]
    assert guess["sigma"][1] < guess["sigma"][0] == pytest.approx(fit.sigma)


@UNHURRIED
@given(st.floats(-5, 2), st.floats(0.3, 2), st.floats(-4, 3))
def test_below_a_bound_the_mean_is_below_it_and_the_spread_no_larger(mean, sigma, cap):
    below, variance = truncated_normal(np.array([mean]), sigma, np.array([cap]))
    assert below[0] <= min(mean, cap) + 1e-9
    assert 0 < variance[0] <= sigma**2 * (1 + 1e-9)


def test_nothing_known_is_an_error():
    with pytest.raises(ValueError, match="no storefront with a known level"):
        fit_prior(observations({}, bounded=3), PRIOR)


def two_countries(figures: int) -> pd.DataFrame:
    rows = [("JPN", 0.5, False)] * figures + [("CHN", -0.5, False)] * figures + [("PER", 0.0, True)] * 6
    frame = pd.DataFrame(rows, columns=["ref_area", "value", "is_class"])
    return frame.assign(offering="goods", category="general", cap=np.nan)


def test_countries_differ_by_their_figures_drawn_to_all_and_a_class_says_nothing():
    few, many = (fit_prior(two_countries(number), PRIOR).countries for number in (2, 12))
    assert few["PER"] == many["PER"] == 0.0
    assert many["CHN"] < few["CHN"] < 0.0 < few["JPN"] < many["JPN"] < 0.6


def test_a_country_not_seen_takes_the_typical_level():
    fit = fit_prior(two_countries(6), PRIOR)
    rows = pd.DataFrame(
        {"ref_area": ["JPN", "BRN"], "offering": "goods", "category": "general", "cap": np.nan}
    )
    guess = predict_prior(rows, fit)["mean"]
    assert guess[1] == pytest.approx(fit.mean("goods", "general")) and guess[0] > guess[1]


@pytest.mark.parametrize("bounded", [0, 10])
def test_unlisted_storefronts_speak_for_their_country_too(bounded):
    unlisted = pd.DataFrame([("JPN", np.nan, False)] * bounded, columns=["ref_area", "value", "is_class"])
    frame = pd.concat([two_countries(4), unlisted.assign(offering="goods", category="general", cap=-0.5)])
    effect = fit_prior(frame.reset_index(drop=True).astype({"value": float}), PRIOR).countries["JPN"]
    assert effect > 0 if bounded == 0 else effect < 0
