"""No country may have more visits per internet user than the best known one."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.estimates.ceiling import below_ceiling
from tests.unit.estimate_cases import UNHURRIED

AREAS = pd.Series(["JPN", "JPN", "SGP", "SGP", "SGP"])
KNOWN = pd.Series([8.0, np.nan, 1.0, np.nan, np.nan])
OPEN = pd.Series([True] * 5)


def levels(*values: float) -> pd.Series:
    return pd.Series(np.log10(values))


def test_estimates_of_a_country_above_the_ceiling_share_what_is_left():
    base = below_ceiling(levels(3.0, 2.0, 9.0, 12.0, 6.0), KNOWN, AREAS, OPEN, 0.5)
    # Japan: 8 published + 2 estimated = 10. Singapore: 1 published leaves 9 for 12 + 6 = 18.
    assert (10**base).tolist() == pytest.approx([3.0, 2.0, 9.0, 6.0, 3.0])


def test_a_closed_storefront_does_not_count():
    shut = pd.Series([True, True, True, False, True])
    base = below_ceiling(levels(3.0, 2.0, 9.0, 12.0, 6.0), KNOWN, AREAS, shut, 0.5)
    assert (10**base).tolist() == pytest.approx([3.0, 2.0, 9.0, 12.0, 6.0])


def test_without_a_well_known_country_nothing_is_lowered():
    base = levels(3.0, 2.0, 9.0, 12.0, 6.0)
    nothing = pd.Series([np.nan] * 5)
    assert below_ceiling(base, nothing, AREAS, OPEN, 0.5).equals(base)


@UNHURRIED
@given(st.lists(st.floats(0.01, 50), min_size=5, max_size=5))
def test_no_level_rises_and_no_country_passes_the_best_known(values):
    base = levels(*values)
    lowered = below_ceiling(base, KNOWN, AREAS, OPEN, 0.5)
    assert (lowered <= base + 1e-12).all()
    total = (10**lowered).where(KNOWN.isna(), KNOWN).groupby(AREAS).sum()
    share = KNOWN.groupby(AREAS).sum() / (10**base).where(KNOWN.isna(), KNOWN).groupby(AREAS).sum()
    known = total[share >= 0.5]
    if len(known):
        # Figures alone (8 in Japan) are never lowered; a thousandth of an estimate always stays.
        assert total.max() <= max(known.max(), 8.0) + 1e-3 * sum(values)
