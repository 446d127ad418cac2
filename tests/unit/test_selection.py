"""Claims about filters: what they match, and what they hide because it is unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.selection import Selection, excluded_as_unknown, select_storefronts
from tests.unit import frames

STOREFRONTS = frames.storefronts()
SELECTIONS = st.builds(
    Selection,
    countries=st.sets(st.sampled_from(["JPN", "BRA", "XXX"])).map(tuple),
    offering=st.sets(st.sampled_from(["goods", "services", "both"])).map(tuple),
    market=st.sets(st.sampled_from(["B2C", "C2C", "B2C+C2C"])).map(tuple),
    category=st.sets(st.sampled_from(["general", "unknown"])).map(tuple),
    transactional=st.sets(st.sampled_from(["yes", "no", "unknown"])).map(tuple),
    foreign_sellers=st.sets(st.sampled_from(["yes", "no", "unknown"])).map(tuple),
)


def ids(**filters):
    return set(select_storefronts(STOREFRONTS, Selection(**filters))["marketplace_id"])


def test_no_filter_selects_everything():
    assert len(ids()) == len(STOREFRONTS)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"offering": ("services",)}, {"beta-jp", "gamma-jp", "zeta-br", "eta-ar"}),
        ({"offering": ("both",)}, {"beta-jp", "eta-ar"}),
        ({"market": ("C2C",)}, {"beta-jp", "gamma-jp", "zeta-br", "eta-ar"}),
        ({"market": ("B2C+C2C",)}, {"beta-jp", "eta-ar"}),
        ({"foreign_sellers": ("unknown",)}, {"beta-jp", "zeta-br"}),
        ({"category": ("unknown",)}, {"zeta-br"}),
        ({"countries": ("JPN", "KOR"), "transactional": ("no",)}, {"gamma-jp"}),
        ({"countries": ("XXX",)}, set()),
    ],
)
def test_a_filter_matches_its_codes(filters, expected):
    assert ids(**filters) == expected


def test_what_is_unknown_is_counted_only_where_it_decides():
    selection = Selection(countries=("JPN",), foreign_sellers=("yes",))
    assert excluded_as_unknown(STOREFRONTS, selection) == {"foreign_sellers": 1}
    assert excluded_as_unknown(STOREFRONTS, Selection(countries=("KOR",), foreign_sellers=("yes",))) == {}
    assert excluded_as_unknown(STOREFRONTS, Selection(foreign_sellers=("yes", "unknown"))) == {}


@given(SELECTIONS)
def test_counts_of_unknown_agree_with_asking_for_unknown(selection):
    chosen = len(select_storefronts(STOREFRONTS, selection))
    for name, count in excluded_as_unknown(STOREFRONTS, selection).items():
        wider = {**vars(selection), name: (*getattr(selection, name), "unknown")}
        assert len(select_storefronts(STOREFRONTS, Selection(**wider))) == chosen + count


def test_a_selection_names_what_is_applied_and_can_key_a_cache():
    selection = Selection(countries=("JPN",), offering=("goods",))
    assert selection.applied == ("countries", "offering")
    assert selection.asks_features
    assert not Selection(countries=("JPN",)).asks_features
    assert {selection: 1}[Selection(countries=("JPN",), offering=("goods",))] == 1
