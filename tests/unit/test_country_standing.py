"""A place counts only those with a value, says ties, and is not given where too few are known."""

from __future__ import annotations

import math

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.country.standing import LEAST_IN_REGION, Figure, Place, place, standing

AREAS = tuple(f"A{at:02}" for at in range(14))


def figure(values: dict[str, float], *, year: float = 2024, estimated: bool = False, ranked: bool = True):
    held = pd.Series(values, dtype=float).reindex(list(AREAS))
    return Figure(
        "any", held, pd.Series(year, index=held.index), pd.Series(estimated, index=held.index), ranked
    )


def test_equal_values_share_the_better_rank_and_say_so():
    values = pd.Series({"A00": 3.0, "A01": 5.0, "A02": 3.0, "A03": 1.0})
    assert place(values, "A00", AREAS, 3) == Place(2, 4, 1)
    assert place(values, "A03", AREAS, 3) == Place(4, 4, 0)


def test_a_missing_value_has_no_standing():
    found = figure({"A01": 1.0})
    assert standing(found, "A00", AREAS, AREAS) is None


def test_too_few_values_give_no_place_but_keep_the_value():
    found = standing(figure({"A00": 1.0, "A01": 2.0}), "A00", AREAS, AREAS)
    assert found is not None and found.value == 1.0
    assert found.among_all is None and found.in_region is None


def test_what_is_not_ranked_has_no_place():
    found = standing(figure(dict.fromkeys(AREAS, 1.0), ranked=False), "A00", AREAS, AREAS)
    assert found is not None and found.among_all is None


def test_the_years_that_were_compared_are_told():
    held = figure({area: float(at) for at, area in enumerate(AREAS)})
    years = pd.Series([2017.0] + [2024.0] * 13, index=list(AREAS))
    found = standing(Figure("any", held.value, years, held.estimated), "A03", AREAS, AREAS)
    assert found is not None and found.years == (2017, 2024) and found.year == 2024


VALUES = st.one_of(st.just(math.nan), st.sampled_from([0.0, 1.0, 2.5, 2.5000001]), st.floats(-1e6, 1e6))


@given(st.lists(VALUES, min_size=len(AREAS), max_size=len(AREAS)), st.booleans())
def test_a_place_says_exactly_what_the_values_say(values, estimated):
    held = dict(zip(AREAS, values, strict=True))
    region = AREAS[:7]
    found = standing(figure(held, estimated=estimated), AREAS[0], AREAS, region)
    own = held[AREAS[0]]
    if math.isnan(own):
        assert found is None
        return
    assert found is not None and found.value == own and found.estimated == estimated
    for told, among, least in ((found.among_all, AREAS, 10), (found.in_region, region, LEAST_IN_REGION)):
        others = [held[area] for area in among if not math.isnan(held[area])]
        if len(others) < least:
            assert told is None
        else:
            assert told == Place(1 + sum(v > own for v in others), len(others), others.count(own) - 1)
