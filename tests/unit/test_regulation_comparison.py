"""Side by side: what differs, what is alike, what cannot be said; and how a score was reached."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.regulation.comparison import law_details, verdicts
from data.analysis.regulation.panel import Item
from data.analysis.regulation.reached import how_reached, indicators_alike, only, same_weights
from data.analysis.regulation.scores import CountRules, indicator_score

RULES = CountRules(halves_add_up=("4.9",), quarters_add_up=("1.4",))


def answers(**said: str) -> pd.DataFrame:
    """One letter per item and country; a dot is not known."""
    rows = [
        {"ref_area": area, "item": f"k{at}", "group": "g", "answer": None if letter == "." else letter}
        for area, letters in said.items()
        for at, letter in enumerate(letters)
    ]
    return pd.DataFrame(rows)


def said(frame: pd.DataFrame) -> list[str]:
    return frame["verdict"].tolist()


def test_an_item_is_alike_different_or_open():
    frame = answers(AAA="yy.y.", BBB="yn.y.", CCC="yyy..")
    assert said(verdicts(frame, ("AAA", "BBB", "CCC"))) == ["alike", "different", "open", "open", "open"]
    assert verdicts(frame, ("AAA", "BBB", "CCC"))["known"].tolist() == [3, 3, 1, 2, 0]


def test_only_the_countries_chosen_are_compared():
    assert said(verdicts(answers(AAA="y", BBB="n", CCC="y"), ("AAA", "CCC"))) == ["alike"]


def test_equal_answers_with_other_numbers_differ():
    frame = answers(AAA="yy", BBB="yy")
    details = {("AAA", "k0"): frozenset({50}), ("BBB", "k0"): frozenset({200})}
    assert said(verdicts(frame, ("AAA", "BBB"), details)) == ["different", "alike"]


def test_a_number_of_a_country_whose_answer_is_unknown_differs_from_nothing():
    details = {("AAA", "k0"): frozenset({50})}
    assert said(verdicts(answers(AAA=".", BBB="y"), ("AAA", "BBB"), details)) == ["open"]


def test_details_are_the_numbers_and_classes_of_laws():
    law = pd.DataFrame(
        {
            "ref_area": ["AAA", "AAA", "BBB"], "topic": "t", "numeric_measure": ["tax_rate", None, None],
            "numeric_value": [10.0, float("nan"), float("nan")], "numeric_unit": ["percent", None, None],
            "numeric_scope": None, "rule_class": [None, None, None],
        }
    )  # fmt: skip
    assert set(law_details(law)) == {("AAA", "t")}


@given(st.lists(st.lists(st.sampled_from("yn."), min_size=3, max_size=3), min_size=2, max_size=4))
def test_every_item_has_one_verdict_whatever_the_order(letters):
    named = {f"C{at}": "".join(row) for at, row in enumerate(letters)}
    found = verdicts(answers(**named), tuple(named))
    assert len(found) == 3
    assert said(found) == said(verdicts(answers(**named), tuple(reversed(named))))


@pytest.mark.parametrize(
    ("scores", "indicator", "lack_of", "way"),
    [
        ([0.5], "4.9", False, "single"),
        ([0.5, 0.5], "4.9", False, "halves"),
        ([0.5, 1.0], "4.9", False, "highest"),
        ([0.5, 0.5], "4.2", False, "highest"),
        ([0.25, 0.25, 0.25], "1.4", False, "quarters"),
        ([0.25, 0.5], "1.4", False, "highest"),
        ([1.0, 0.5], "4.10", True, "lowest"),
    ],
)
def test_the_way_to_a_score_is_named(scores, indicator, lack_of, way):
    assert how_reached(scores, indicator, RULES, lack_of=lack_of) == way


@given(st.lists(st.sampled_from([0, 0.25, 0.5, 1.0]), min_size=1, max_size=5), st.booleans())
def test_a_score_above_all_measures_was_added_up(scores, lack_of):
    for indicator in ("4.9", "1.4", "4.2"):
        way = how_reached(scores, indicator, RULES, lack_of=lack_of)
        above = indicator_score(scores, indicator, RULES, lack_of=lack_of) > max(scores)
        assert above is (way in ("halves", "quarters"))


def test_no_measure_has_no_score():
    with pytest.raises(ValueError, match="at least one measure"):
        how_reached([], "4.2", RULES, lack_of=False)


def test_weights_that_make_indicators_alike_count_them():
    items = [Item("1.4", "1"), Item("4.1", "4"), Item("4.2", "4")]
    assert indicators_alike(items) == {"1": 1.0, "4": 2.0}
    assert only(("1", "4"), ("4",)) == {"1": 0.0, "4": 1.0}


def test_weights_are_the_same_when_they_differ_by_a_factor():
    assert same_weights({"1": 1.0, "4": 1.0}, {"1": 3.0, "4": 3.0})
    assert not same_weights({"1": 1.0, "4": 1.0}, {"1": 3.0, "4": 1.0})
