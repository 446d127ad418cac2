"""RDTII scores: count rules, weights, pillars, and measures that cannot be scored."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.analysis.regulation.panel import Item, Panel
from data.analysis.regulation.rdtii_answers import rdtii_answers, rdtii_rules
from data.analysis.regulation.scores import (
    CountRules,
    check_measures,
    indicator_score,
    indicator_shares,
    item_weights_of,
    overall_scores,
    pillar_scores,
    pillar_weights,
    regulatory_items,
)
from data.analysis.regulation.similarity import Measure, levels
from tests.unit.regulation_cases import indicators, measures

RULES = CountRules(halves_add_up=("4.2",), quarters_add_up=("1.4",))


def score(indicator: str, *raw: float, lack_of: bool = False) -> float:
    return indicator_score(raw, indicator, RULES, lack_of=lack_of)


def test_the_measure_that_restricts_most_decides():
    assert score("4.9", 0, 0.5, 0) == 0.5
    assert score("4.9", 0.5, 0.5, 0.5) == 0.5, "halves do not add up where no rule says so"


def test_two_halves_make_one_where_the_rule_says_so():
    assert score("4.2", 0.5) == 0.5
    assert score("4.2", 0.5, 0, 0.5) == 1.0


def test_quarters_add_up_to_one_at_most():
    assert score("1.4", 0.25, 0.25) == 0.5
    assert score("1.4", *[0.25] * 6) == 1.0
    assert score("1.4", 0.25, 0.75) == 0.75, "the highest measure when it is above the sum"


def test_where_the_lack_of_something_is_asked_the_best_measure_decides():
    assert score("4.10", 1, 0, 0.5, lack_of=True) == 0


def test_not_searched_is_not_zero():
    with pytest.raises(ValueError, match="at least one measure of indicator 4.2, got none"):
        score("4.2")


@settings(deadline=None)
@given(st.lists(st.sampled_from([0, 0.25, 0.5, 1]), min_size=1), st.sampled_from(["4.2", "1.4", "4.9"]))
def test_a_measure_more_never_lowers_a_score(raw, indicator):
    before = score(indicator, *raw)
    for more in (0, 0.25, 0.5, 1):
        assert before <= score(indicator, *raw, more) <= 1


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        (("AUS", "4.99", 1, 2000), "m0: indicator: expected one of the 6 of RDTII 2.1, got '4.99'"),
        (("AUS", "4.2", 0.3, 2000), r"m0: raw_score: expected one of 0, 0.5, 1 for indicator 4.2, got 0.3"),
        (("AUS", 4.1, 1, 2000), "indicator: expected text such as '4.10', got the number 4.1"),
    ],
)
def test_measures_that_cannot_be_scored_are_named(measure, said):
    with pytest.raises(ValueError, match=said):
        check_measures(measures(measure), indicators())


def test_indicators_read_as_numbers_are_refused():
    with pytest.raises(ValueError, match="indicators: indicator: expected text such as '4.10'"):
        check_measures(measures(("AUS", "4.2", 1, None)), indicators().assign(indicator=[4.1] * 6))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"4": -1.0}, "weights: 4: expected a number of zero or more, got -1.0"),
        ({"4": float("nan")}, "weights: 4: expected a number"),
        ({"1": 0.0, "4": 0.0, "12": 0.0}, "weights: expected at least one above zero, got only zeros"),
        ({"13": 1.0}, "weights: pillar: expected one of 1, 4, 12, got '13'"),
    ],
)
def test_weights_that_mean_nothing_are_refused(given, said):
    with pytest.raises(ValueError, match=said):
        pillar_weights(("1", "4", "12"), given)


def test_pillars_are_equal_unless_the_reader_weighs_them():
    assert pillar_weights(("1", "4")) == {"1": 1.0, "4": 1.0}
    assert pillar_weights(("1", "4"), {"4": 2.0}) == {"1": 1.0, "4": 2.0}


def test_published_weights_are_taken_and_the_rest_share_what_they_leave():
    shares = indicator_shares(indicators())
    # Of pillar 4: published 20, 40 and 10 (not regulatory); 4.2 gets the 30 left; scaled up to 1.
    assert shares["4.10"] == pytest.approx(20 / 90)
    assert shares["4.2"] == pytest.approx(30 / 90)
    assert shares["4.9"] == pytest.approx(40 / 90)
    assert shares["1.4"] == shares["12.1"] == 1.0


def test_indicators_stand_in_the_order_of_their_numbers():
    assert [item.code for item in regulatory_items(indicators())] == ["1.4", "4.2", "4.9", "4.10", "12.1"]


def scored(*said, year=None) -> pd.DataFrame:
    rules = rdtii_rules(indicators(), "0")
    found = rdtii_answers(measures(*said), indicators(), RULES, rules, ("AUS", "PER"), year=year)
    return found.set_index(["ref_area", "item"])


def test_answers_of_rdtii_are_scores_with_the_measures_behind_them():
    found = scored(("AUS", "4.2", 0.5, 2001), ("AUS", "4.2", 0.5, 2010), ("AUS", "4.2", 0, None))
    row = found.loc[("AUS", "4.2")]
    assert (row["answer"], row["score"], row["evidence"]) == ("1", 1.0, "m0;m1")
    assert row["valid_from"] == 2001 and row["group"] == "4" and row["verification"] == "sourced"
    unknown = found.loc[("PER", "4.2")]
    assert pd.isna(unknown["answer"]) and np.isnan(unknown["score"]) and unknown["evidence"] == ""
    assert len(found) == 10


def test_in_a_year_only_what_was_there_counts():
    said = [("AUS", "4.2", 0.5, 2001), ("AUS", "4.2", 0.5, 2010), ("AUS", "4.10", 0, 2005)]
    answers = {year: scored(*said, year=year)["answer"] for year in (2000, 2005, 2010)}
    assert [answers[year].loc[("AUS", "4.2")] for year in answers] == ["0", "0.5", "1"]
    assert [answers[year].loc[("AUS", "4.10")] for year in answers] == ["1", "0", "0"], "lacking before"


def test_a_measure_without_a_year_leaves_the_past_open_where_it_would_decide():
    said = [("AUS", "4.2", 1, None), ("AUS", "4.9", 1, 2000), ("AUS", "4.9", 1, None)]
    found = scored(*said, year=2005)["answer"]
    assert pd.isna(found.loc[("AUS", "4.2")]) and found.loc[("AUS", "4.9")] == "1"


def panel(codes: list[list[int]]) -> Panel:
    items = (Item("1.4", "1"), Item("4.2", "4"), Item("4.9", "4"), Item("4.10", "4"), Item("12.1", "12"))
    return Panel(("AUS", "CHN"), items, ("0", "0.5", "1"), np.array([0.0, 0.5, 1.0]), np.array(codes))


def test_pillar_and_overall_scores_by_hand():
    shares = indicator_shares(indicators())
    pillars = pillar_scores(panel([[1, 2, 0, 1, 0], [-1, -1, -1, 0, 2]]), shares, least=0.7)
    table = pillars.pivot(index="ref_area", columns="pillar", values="score")
    assert table.loc["AUS", "4"] == pytest.approx((30 * 1 + 40 * 0 + 20 * 0.5) / 90)
    assert np.isnan(table.loc["CHN", "4"]), "one of three indicators says nothing of the pillar"
    overall = overall_scores(pillars, {"1": 2.0}, least=0.7).set_index("ref_area")["score"]
    assert overall["AUS"] == pytest.approx((2 * 0.5 + table.loc["AUS", "4"] + 0) / 4)
    assert np.isnan(overall["CHN"])


def test_the_overall_score_is_the_level_when_everything_is_known():
    full, shares = panel([[1, 2, 0, 1, 0], [0, 1, 1, 2, 2]]), indicator_shares(indicators())
    weights = pillar_weights(full.groups, {"4": 3.0})
    items = item_weights_of(full, shares, weights)
    overall = overall_scores(pillar_scores(full, shares, least=0.7), weights, least=0.7)
    assert levels(full, Measure(weights=items)) == pytest.approx(overall["score"].to_numpy())
