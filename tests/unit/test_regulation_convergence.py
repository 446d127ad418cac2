"""Claims about reforms and plans: gains are what they say, and plans are checked against all there are."""

from __future__ import annotations

import time
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.analysis.regulation.convergence import mean_similarity, plan, reforms
from data.analysis.regulation.joint import greedy_gap, joint_plan
from data.analysis.regulation.options import options
from data.analysis.regulation.panel import Change
from data.analysis.regulation.similarity import KINDS, Measure, compare, levels, mean_between
from tests.unit.regulation_cases import panels, random_panel, table

CLOSE = {"rel": 1e-9, "abs": 1e-9}
each_kind = pytest.mark.parametrize("kind", KINDS)
EVERY = Measure(least=0.0)


def every_plan(panel, may, rows, count):
    """Every set of at most `count` allowed changes, one per cell."""
    cells = [tuple(cell) for cell in np.argwhere(may.any(axis=2)) if cell[0] in rows]
    for size in range(count + 1):
        for chosen in combinations(cells, size):
            for answers in product(*(np.flatnonzero(may[cell]) for cell in chosen)):
                yield [
                    Change(panel.areas[row], panel.items[item].code, panel.answers[answer])
                    for (row, item), answer in zip(chosen, answers, strict=True)
                ]


def test_a_reform_gains_the_mean_change_over_the_partners():
    panel = table({"PER": "nnii", "JPN": "inii", "KOR": "inin", "CHL": "nnii"})
    best = reforms(panel, "PER", ["JPN", "KOR", "CHL"], options(panel, held_by=np.array([1, 2, 3])))[0]
    # The first item moves to what two of three have: + 1/4 twice, - 1/4 once.
    assert (best.item, best.old, best.new) == ("k0", "none", "in_force")
    assert best.gain == pytest.approx((0.25 + 0.25 - 0.25) / 3)
    assert (best.helped, best.hurt, best.peers) == (("JPN", "KOR"), ("CHL",), ("JPN", "KOR"))
    assert best.level == pytest.approx(0.25)
    assert best.change == Change("PER", "k0", "in_force")


@each_kind
@settings(deadline=None)
@given(panel=panels())
def test_the_gain_is_what_the_table_shows_after_the_reform(kind, panel):
    measure, own, others = Measure(kind, least=0.0), panel.areas[0], panel.areas[1:]
    before = mean_similarity(panel, own, others, measure)
    for reform in reforms(panel, own, others, options(panel), measure):
        after = panel.changed([reform.change])
        assert mean_similarity(after, own, others, measure) - before == pytest.approx(reform.gain, **CLOSE)
        level = levels(after, measure)[0] - levels(panel, measure)[0]
        assert level == pytest.approx(reform.level, **CLOSE)


@each_kind
@settings(deadline=None, max_examples=25)
@given(panel=panels(most_areas=4, most_items=4), count=st.integers(0, 3))
def test_no_plan_of_one_country_is_better(kind, panel, count):
    measure, own, others = Measure(kind, least=0.0), panel.areas[0], panel.areas[1:]
    may = options(panel)
    found = plan(panel, own, others, may, count, measure)
    if np.isnan(found.before):
        assert not found.reforms
        return
    best = max(
        mean_similarity(panel.changed(changes), own, others, measure)
        for changes in every_plan(panel, may, {0}, count)
    )
    assert found.after == pytest.approx(best, **CLOSE) and found.exact
    assert len(found.reforms) <= count
    real = panel.changed(reform.change for reform in found.reforms)
    assert mean_similarity(real, own, others, measure) == pytest.approx(found.after, **CLOSE)
    assert found.bound == found.after


@each_kind
@settings(deadline=None, max_examples=25)
@given(panel=panels(most_areas=3, most_items=3), count=st.integers(1, 3))
def test_no_joint_plan_is_better(kind, panel, count):
    measure, may = Measure(kind, least=0.0), options(panel)
    found = joint_plan(panel, panel.areas, may, count, measure)
    assert found.exact and len(found.steps) <= count
    if np.isnan(found.before):
        return
    best = max(
        mean_between(compare(panel.changed(changes), measure), panel.areas, panel.areas).value
        for changes in every_plan(panel, may, set(range(len(panel.areas))), count)
    )
    assert found.after == pytest.approx(best, **CLOSE)
    assert sum(step.gain for step in found.steps) == pytest.approx(found.after - found.before, **CLOSE)


@settings(deadline=None, max_examples=40)
@given(panel=panels(most_areas=5, most_items=4), count=st.integers(1, 3))
def test_step_by_step_is_below_the_best_and_the_best_below_its_bound(panel, count):
    may = options(panel)
    best = joint_plan(panel, panel.areas, may, count, EVERY)
    steps = joint_plan(panel, panel.areas, may, count, EVERY, most_sets=0)
    assert steps.exact is not bool(may.any()), "where nothing can move, nothing is left out"
    if np.isnan(best.before):
        return
    assert steps.before - 1e-9 <= steps.after <= best.after + 1e-9 <= steps.bound + 2e-9
    exact, greedy = greedy_gap(panel, panel.areas, may, count, EVERY)
    assert exact == pytest.approx(best.after - best.before, **CLOSE) and greedy <= exact + 1e-9


def test_the_gap_of_a_plan_made_step_by_step_is_told():
    # The second item is worth two moves, of which the first gains little: steps never come to it.
    panel = table({"A": "pid", "B": "iin", "C": "pnp", "D": "inp"})
    exact, greedy = greedy_gap(panel, panel.areas, options(panel), 2)
    assert (exact, greedy) == (pytest.approx(2 / 9), pytest.approx(1 / 9))


def test_reforms_of_an_unknown_item_are_not_offered():
    panel = table({"A": "n.", "B": "ii"})
    assert {reform.item for reform in reforms(panel, "A", ["B"], options(panel), EVERY)} == {"k0"}


def test_partners_without_a_value_do_not_count():
    panel = table({"A": "nnnnnnnnnn", "B": "iiiiiiiiii", "C": "ddddd....."})
    found = reforms(panel, "A", ["B", "C"], options(panel))
    assert all("C" not in (*reform.helped, *reform.hurt, *reform.peers) for reform in found)
    assert reforms(panel, "A", ["C"], options(panel)) == ()
    assert np.isnan(plan(panel, "A", ["C"], options(panel), 2).before)


def test_options_keep_to_goals_partners_treaties_and_direction():
    panel = table({"A": "pn", "B": "in", "C": "nd"})
    names = panel.answers

    def offered(area=0, **rules):
        may = options(panel, **rules)
        return {(panel.items[item].code, names[answer]) for item, answer in np.argwhere(may[area])}

    assert ("k0", "partly") not in offered() and len(offered()) == 6, "never the answer it has"
    assert offered(goals=("in_force",)) == {("k0", "in_force"), ("k1", "in_force")}
    assert offered(held_by=np.array([1, 2])) == {("k0", "in_force"), ("k0", "none"), ("k1", "draft")}
    assert offered(held_by=np.array([1, 2]), direction="up") == {("k0", "in_force"), ("k1", "draft")}
    assert offered(held_by=np.array([1, 2]), direction="down") == {("k0", "none")}
    assert {item for item, _ in offered(joinable={"k0": ("B",), "elsewhere": ()})} == {"k1"}
    with pytest.raises(ValueError, match="direction: expected one of any, up, down, got 'sideways'"):
        options(panel, direction="sideways")


def test_the_best_of_several_answers_to_an_item_is_taken_once():
    panel = table({"A": "nn", "B": "in", "C": "pn", "D": "in"})
    found = plan(panel, "A", ["B", "C", "D"], options(panel), 3)
    assert [(reform.item, reform.new) for reform in found.reforms] == [("k0", "in_force")]


def test_plans_over_61_items_and_joint_plans_of_36_countries_take_less_than_a_second():
    wide, tall = random_panel(36, 61, unknown=0.1), random_panel(36, 18, unknown=0.1)
    start = time.perf_counter()
    alone = plan(wide, wide.areas[0], wide.areas, options(wide), 3)
    middle = time.perf_counter()
    joint = joint_plan(tall, tall.areas, options(tall, goals=("in_force", "partly")), 3)
    end = time.perf_counter()
    assert alone.exact and len(alone.reforms) == 3 and middle - start < 1
    assert joint.exact and end - middle < 1.5
