"""Counts beside a facet are what the reader gets when choosing it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.facets import Facet, FacetedRows, ordered

ROWS = pd.DataFrame(
    {
        "country": ["PER", "PER", "CHL", "JPN", None],
        "target": ["women;rural", "women", "youth; women", None, ""],
        "start": [2001, 2010, None, 2015, 2020],
        "end": [2005, None, 2012, 2015, None],
    }
)
FACETS = (
    Facet("country", "country"),
    Facet("target", "target"),
    Facet("begun", "start", "years"),
    Facet("running", "start", "years", until="end"),
)
FACETED = FacetedRows(ROWS, FACETS)


def rows(**applied: tuple[str, ...]) -> list[int]:
    return np.flatnonzero(FACETED.matching(applied)).tolist()


def test_choices_of_one_facet_are_alternatives_and_facets_narrow_each_other():
    assert rows(country=("PER", "CHL")) == [0, 1, 2]
    assert rows(country=("PER", "CHL"), target=("rural", "youth")) == [0, 2]
    assert rows() == [0, 1, 2, 3, 4]
    assert rows(country=("XXX",)) == []


def test_several_answers_in_one_cell_are_each_an_answer():
    assert FACETED.values("target") == ("rural", "women", "youth")
    assert FACETED.counts({})["target"] == {"rural": 1, "women": 3, "youth": 1}


def test_a_facet_is_counted_under_the_others_but_not_under_itself():
    counts = FACETED.counts({"country": ("PER",), "target": ("rural",)})
    assert counts["country"] == {"CHL": 0, "JPN": 0, "PER": 1}
    assert counts["target"] == {"rural": 1, "women": 2, "youth": 0}


def test_a_span_of_years_takes_what_touches_it_and_an_open_end_lasts():
    assert rows(begun=("2005", "2015")) == [1, 3]
    assert rows(running=("2005", "2009")) == [0]
    assert rows(running=("2011", "2016")) == [1, 3]
    assert rows(running=("2021", "2025")) == [1, 4]
    assert FACETED.values("begun")[0] == "2001" and FACETED.values("begun")[-1] == "2020"


def test_rows_left_out_for_want_of_a_year_are_told():
    assert FACETED.undated("begun", {"begun": ("2001", "2020")}) == 1
    assert FACETED.undated("begun", {"begun": ("2001", "2020"), "country": ("PER",)}) == 0
    assert FACETED.undated("begun", {}) == 0


def test_counts_hold_within_what_a_search_found():
    within = np.array([True, False, True, False, True])
    assert FACETED.counts({}, within=within)["target"] == {"rural": 1, "women": 2, "youth": 1}
    assert within.tolist() == [True, False, True, False, True]


choices = st.fixed_dictionaries(
    {},
    optional={
        "country": st.lists(st.sampled_from(["PER", "CHL", "JPN"]), min_size=1, unique=True).map(tuple),
        "target": st.lists(st.sampled_from(["women", "rural", "youth"]), min_size=1, unique=True).map(tuple),
        "begun": st.sampled_from([("2001", "2010"), ("2010", "2020"), ("2015", "2015")]),
    },
)


@given(choices)
def test_a_count_is_what_choosing_it_alone_leaves(applied):
    for key, counts in FACETED.counts(applied).items():
        for code, count in counts.items():
            assert count == FACETED.matching({**applied, key: (code,)}).sum()


def test_missing_values_come_last_in_either_direction():
    assert ordered(ROWS, ["start"]).index.tolist() == [0, 1, 3, 4, 2]
    assert ordered(ROWS, ["start"], descending=["start"]).index.tolist() == [4, 3, 1, 0, 2]


def test_an_empty_register_and_a_wrong_column():
    nothing = FacetedRows(ROWS.iloc[:0], FACETS)
    assert nothing.values("country") == () and nothing.values("begun") == ()
    assert nothing.counts({"country": ("PER",)}) == {"country": {}, "target": {}}
    with pytest.raises(ValueError, match="facet x: expected a column of the frame, got 'nowhere'"):
        FacetedRows(ROWS, [Facet("x", "nowhere")])
