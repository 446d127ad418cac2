"""Claims about similarity: hand-computed pairs, and what has to hold for any table of answers."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.analysis.regulation.panel import Change, Item, Panel, panel_of
from data.analysis.regulation.similarity import (
    KINDS,
    Measure,
    compare,
    levels,
    mean_between,
    nearest,
    regional_means,
)
from tests.unit.regulation_cases import ANSWERS, SCORES, panels, random_panel, table

each_kind = pytest.mark.parametrize("kind", KINDS)
EVERY = Measure(least=0.0)


def test_similarity_by_score_is_one_less_the_mean_distance():
    panel = table({"PER": "iinp", "JPN": "ipdi"})
    # Distances 0, 0.5, 0.25 and 0.5 of four items.
    assert compare(panel).similarity[0, 1] == pytest.approx(1 - 1.25 / 4)


def test_similarity_by_answer_is_the_share_of_equal_answers():
    panel = table({"PER": "iinp", "JPN": "ipdi"})
    assert compare(panel, Measure("answer")).similarity[0, 1] == pytest.approx(0.25)


def test_weights_move_similarity_towards_what_weighs():
    panel = table({"PER": "in", "JPN": "ii"})
    weighted = compare(panel, Measure(weights=np.array([3.0, 1.0])))
    assert weighted.similarity[0, 1] == pytest.approx(0.75)
    assert compare(panel, Measure("answer", np.array([3.0, 1.0]))).similarity[0, 1] == pytest.approx(0.5)


def test_unknown_items_are_left_out_and_counted():
    panel = table({"PER": "iinn.......", "JPN": "iii.nnnnnnn", "CHL": "iinnnnnnnnn"})
    found = compare(panel, EVERY)
    assert found.common[0, 1] == 3 and found.common[0, 2] == 4
    assert found.similarity[0, 1] == pytest.approx(2 / 3), "the two items only one has are not counted"


def test_below_seventy_per_cent_of_the_items_there_is_no_value():
    panel = table({"A": "iiiiiiiiii", "B": "iiiiiii...", "C": "iiiiii...."})
    found = compare(panel)
    assert found.similarity[0, 1] == 1.0, "seven of ten are enough"
    assert np.isnan(found.similarity[0, 2]), "six of ten are not"
    assert np.isnan(found.similarity[2, 2]) and list(found.shown) == [True, True, False]


def test_a_country_without_answers_is_missing_and_not_zero():
    found = compare(table({"A": "ii", "B": "in", "C": ".."}))
    assert np.isnan(found.similarity[2]).all() and not found.shown[2]
    assert np.isnan(levels(table({"A": "..", "B": "ii"}))[0])


def test_common_items_that_weigh_nothing_give_no_value():
    panel = table({"A": "i.", "B": "in"})
    assert np.isnan(compare(panel, Measure(weights=np.array([0.0, 1.0]), least=0.0)).similarity[0, 1])


@each_kind
@settings(deadline=None)
@given(panel=panels())
def test_symmetric_within_zero_and_one_and_one_with_itself(kind, panel):
    found = compare(panel, Measure(kind, least=0.0)).similarity
    assert np.array_equal(found, found.T, equal_nan=True)
    known = found[np.isfinite(found)]
    assert ((known >= 0) & (known <= 1)).all()
    own = np.diag(found)
    assert (own[panel.known.any(axis=1)] == 1.0).all()


@each_kind
@settings(deadline=None)
@given(panel=panels(), answer=st.integers(0, 3))
def test_an_equal_answer_more_never_lowers_similarity(kind, panel, answer):
    codes = np.column_stack([panel.codes, np.full(len(panel.areas), answer)])
    more = replace(panel, items=(*panel.items, Item("more", "g")), codes=codes)
    before, after = (compare(one, Measure(kind, least=0.0)).similarity for one in (panel, more))
    known = np.isfinite(before)
    assert (after[known] >= before[known] - 1e-12).all()


@settings(deadline=None)
@given(panel=panels(unknown=False))
def test_by_answer_is_never_above_by_score(panel):
    score, answer = (compare(panel, Measure(kind)).similarity for kind in KINDS)
    assert (answer <= score + 1e-12).all()


@settings(deadline=None)
@given(panel=panels(unknown=False), factor=st.floats(0.1, 10))
def test_only_the_proportions_of_weights_matter(panel, factor):
    weights = np.arange(1.0, len(panel.items) + 1)
    one, other = (compare(panel, Measure(weights=w)).similarity for w in (weights, factor * weights))
    assert np.allclose(one, other)


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        (Measure(weights=np.array([1.0, -1.0])), "weights: expected numbers of zero or more, got -1.0"),
        (Measure(weights=np.zeros(2)), "weights: expected at least one above zero, got only zeros"),
        (Measure(weights=np.array([1.0, np.nan])), "weights: expected numbers"),
        (Measure(weights=np.ones(3)), "weights: expected 2, one per item, got 3"),
        (Measure("cosine"), "kind: expected one of score, answer, got 'cosine'"),
    ],
)
def test_what_cannot_be_measured_is_refused(measure, said):
    with pytest.raises(ValueError, match=said):
        compare(table({"A": "ii", "B": "in"}), measure)


def test_groups_and_countries_can_be_taken_alone():
    panel = table({"A": "inn", "B": "iin", "C": "nni"}, groups="xxy")
    assert panel.groups == ("x", "y")
    part = panel.of_groups({"x"}).only({"A", "B"})
    assert part.item_codes == ("k0", "k1") and compare(part).similarity[0, 1] == pytest.approx(0.5)


def test_the_level_is_the_weighted_mean_score_of_known_items():
    panel = table({"A": "in.d"})
    assert levels(panel, EVERY)[0] == pytest.approx((1 + 0 + 0.25) / 3)
    assert levels(panel, Measure("answer", np.array([2.0, 1.0, 1.0, 1.0]), 0.0))[0] == pytest.approx(2.25 / 4)


def test_means_within_and_between_regions_count_each_pair_once():
    panel = table({"A": "ii", "B": "in", "C": "nn", "D": ".."})
    means = regional_means(compare(panel), {"east": ("A", "B"), "west": ("C", "D")})
    assert means["east", "east"] == (0.5, 1, 1)
    assert means["east", "west"] == (pytest.approx(0.25), 2, 4)
    within = means["west", "west"]
    assert np.isnan(within.value) and (within.known, within.pairs) == (0, 1)
    assert mean_between(compare(panel), "ABC", "ABC").pairs == 3


def test_the_nearest_come_first_and_those_without_a_value_not_at_all():
    panel = table({"A": "iii", "B": "iin", "C": "inn", "D": "...", "E": "iin"})
    assert [near.area for near in nearest(compare(panel), "A")] == ["B", "E", "C"]
    assert [near.area for near in nearest(compare(panel), "A", 1)] == ["B"]
    with pytest.raises(ValueError, match="country: expected one of A, B, C, D, E, got 'X'"):
        nearest(compare(panel), "X")


def test_a_panel_is_made_of_answers_and_refuses_what_it_does_not_know():
    answers = pd.DataFrame(
        {
            "ref_area": ["A", "A", "B", "Z"],
            "item": ["k0", "k1", "k0", "k0"],
            "answer": ["none", None, "draft", "none"],
        }
    )
    items = [Item("k0", "g"), Item("k1", "g")]
    scores = dict(zip(ANSWERS, SCORES, strict=True))
    panel = panel_of(answers, ["A", "B"], items, scores)
    assert panel.codes.tolist() == [[0, -1], [1, -1]]
    assert panel.answer("A", "k1") is None and panel.answer("B", "k0") == "draft"
    with pytest.raises(ValueError, match="item: expected one of k0, got 'k1'"):
        panel_of(answers, ["A"], items[:1], scores)
    with pytest.raises(ValueError, match="answer: expected one of none, got 'draft'"):
        panel_of(answers, ["A"], items, {"none": 0.0})
    with pytest.raises(ValueError, match="got A k0 twice"):
        panel_of(pd.concat([answers, answers[:1]]), ["A"], items, scores)


def test_changes_are_applied_and_unknown_ones_refused():
    panel = table({"A": "in", "B": "i."})
    after = panel.changed([Change("A", "k1", "in_force")])
    assert after.answer("A", "k1") == "in_force" and panel.answer("A", "k1") == "none"
    for change, said in (
        (Change("B", "k1", "none"), "item: k1 is unknown for B"),
        (Change("X", "k1", "none"), "country: expected one of A, B, got 'X'"),
        (Change("A", "k9", "none"), "item: expected one of k0, k1, got 'k9'"),
        (Change("A", "k1", "maybe"), "answer: expected one of none, draft, partly, in_force, got 'maybe'"),
    ):
        with pytest.raises(ValueError, match=said):
            panel.changed([change])


def test_all_pairs_of_36_countries_and_61_items_are_quick():
    panel = random_panel(36, 61, unknown=0.2)
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        compare(panel, Measure(weights=np.ones(61)))
        taken.append(time.perf_counter() - start)
    assert min(taken) < 0.02


def test_a_panel_of_one_country_has_no_pair():
    panel = Panel(("A",), (Item("k0", "g"),), ANSWERS, np.array(SCORES), np.array([[1]]))
    found = compare(panel)
    assert found.similarity.tolist() == [[1.0]] and not found.shown[0]
