"""A register in which a country joins too early, or joins nothing, is refused with its row."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from data.build.treaty_years import check_treaty_years
from data.importers.problem import ImportProblem

TREATIES = pd.DataFrame({"treaty": ["depa", "rcep"], "year_opened": [2020, None]})
PATH = Path("treaty_status.csv")


def standing(status: str, year: float | None, treaty: str = "depa") -> pd.DataFrame:
    rows = [("CHL", "depa", "in_force", 2021.0), ("PER", treaty, status, year)]
    return pd.DataFrame(rows, columns=["ref_area", "treaty", "status", "year"])


@pytest.mark.parametrize("year", [None, 2020.0, 2025.0])
def test_a_year_from_the_adoption_on_passes(year):
    check_treaty_years(standing("signed", year), TREATIES, PATH)


def test_a_treaty_of_unknown_age_refuses_no_year():
    check_treaty_years(standing("signed", 1999.0, treaty="rcep"), TREATIES, PATH)


def test_a_year_before_the_treaty_is_refused_with_row_and_remedy():
    with pytest.raises(ImportProblem) as found:
        check_treaty_years(standing("in_force", 2019.0), TREATIES, PATH)
    assert "treaty_status.csv, column 'year', row 3: expected 2020 or later" in str(found.value)
    assert "found 2019" in str(found.value)


@pytest.mark.parametrize("status", ["not_party", "unknown"])
def test_who_stands_outside_has_no_year(status):
    with pytest.raises(ImportProblem, match="no year, because PER stands outside depa"):
        check_treaty_years(standing(status, 2022.0), TREATIES, PATH)
