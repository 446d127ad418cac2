"""Simplified border lines still meet, merged shapes lose their inner borders, and points are found inside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.build import topology

SQUARES = {
    # Two unit squares side by side share arc 1: (1, 0) to (1, 1).
    "arcs": [
        [[1, 1], [-1, 0], [0, -1], [1, 0]],
        [[1, 0], [0, 1]],
        [[1, 0], [1, 0], [0, 1], [-1, 0]],
    ],
    "transform": {"scale": [1, 1], "translate": [0, 0]},
}
LEFT, RIGHT = [[0, 1]], [[2, ~1]]


@pytest.fixture
def lines():
    return topology.decode_arcs(SQUARES)


def test_quantised_arcs_are_decoded_as_running_sums(lines):
    assert lines[1] == [(1, 0), (1, 1)]
    assert lines[0] == [(1, 1), (0, 1), (0, 0), (1, 0)]


def test_a_merged_shape_loses_its_inner_border(lines):
    rings = topology.stitch(topology.outline([LEFT, RIGHT]), lines)
    assert len(rings) == 1
    assert abs(topology.area(rings[0])) == 2


def test_a_shape_alone_keeps_its_border(lines):
    rings = topology.stitch(topology.outline([LEFT]), lines)
    assert abs(topology.area(rings[0])) == 1


def test_lines_that_do_not_close_are_refused(lines):
    with pytest.raises(ValueError, match="without closing"):
        topology.stitch([[0]], lines)


def test_a_straight_line_keeps_its_ends_only():
    assert topology.simplify([(0, 0), (1, 0.01), (2, 0)], 0.1) == [(0, 0), (2, 0)]


@given(st.lists(st.tuples(st.floats(-10, 10), st.floats(-10, 10)), min_size=2, max_size=40))
def test_simplifying_keeps_both_ends_and_invents_no_point(line):
    simple = topology.simplify(line, 0.5)
    assert simple[0] == line[0]
    assert simple[-1] == line[-1]
    assert set(simple) <= set(line)


def test_inside_and_outside_are_told_apart():
    square = [(0, 0), (0, 2), (2, 2), (2, 0), (0, 0)]
    assert topology.contains(square, (1, 1))
    assert not topology.contains(square, (3, 1))
    assert topology.area(square) == -4


def test_a_ring_across_the_date_line_is_cut_in_two():
    ring = [(170, 0), (170, 10), (-170, 10), (-170, 0), (170, 0)]
    west, east = topology.cut_at_dateline(ring)
    assert {x for x, _ in west} == {170, 180}
    assert {x for x, _ in east} == {-180, -170}
    assert topology.area(west) == topology.area(east) == -100


def test_a_ring_away_from_the_date_line_stays_as_it_is():
    ring = [(0, 0), (0, 2), (2, 2), (2, 0), (0, 0)]
    assert topology.cut_at_dateline(ring) == [ring]
