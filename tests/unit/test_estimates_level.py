"""From size class to visits: falling, robust, and corrected for countries the list sees askew."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from data.analysis.estimates.level import fit_level, middle_rank
from tests.unit.estimate_cases import parameters

LEVEL = parameters().level
NO_PANEL = pd.DataFrame({"rank_bucket": [], "popularity": []}, dtype=float)


def points(*rows: tuple[float, float, str | None]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["rank_bucket", "visits", "ref_area"])


def on_line(slope: float, areas: tuple[str, ...] = ("BRA", "MEX", "JPN", "KOR")) -> pd.DataFrame:
    return points(
        *[
            (size, 10 ** (10 + slope * np.log10(size / np.sqrt(10))), area)
            for size in (1e3, 1e4, 1e5)
            for area in areas
        ]
    )


def test_a_power_law_is_found_again():
    relation = fit_level(on_line(-0.8), NO_PANEL, LEVEL)
    assert relation.slope == pytest.approx(-0.8) and relation.intercept == pytest.approx(10)


def test_one_wild_figure_hardly_moves_the_line():
    wild = pd.concat([on_line(-0.8), points((1e4, 1e12, None))], ignore_index=True)
    relation = fit_level(wild, NO_PANEL, LEVEL)
    assert relation.intercept == pytest.approx(10, abs=0.25)


def test_a_better_rank_never_means_fewer_visits():
    upside_down = points((1e3, 1e6, "BRA"), (1e4, 1e8, "MEX"))
    relation = fit_level(upside_down, NO_PANEL, LEVEL)
    visits = relation.visits(middle_rank(pd.Series([1e3, 1e4, 1e5])))
    assert visits.is_monotonic_decreasing


def test_the_panel_bends_the_line_and_does_not_lift_it():
    panel = pd.DataFrame({"rank_bucket": [1e3, 1e4, 1e5], "popularity": [1e-1, 1e-2, 1e-3]})
    alone = fit_level(points((1e4, 1e8, None)), panel, LEVEL)
    assert alone.slope == pytest.approx(-1.0)
    assert alone.visits(middle_rank(pd.Series([1e4]))).iloc[0] == pytest.approx(1e8)


def test_a_country_that_lies_off_the_line_is_corrected_in_part():
    low = on_line(-0.8, areas=("CHN",)).assign(visits=lambda frame: frame["visits"] / 10)
    relation = fit_level(pd.concat([on_line(-0.8), low], ignore_index=True), NO_PANEL, LEVEL)
    assert -1 < relation.countries["CHN"] < -0.3
    rank = middle_rank(pd.Series([1e4, 1e4]))
    china, elsewhere = relation.visits(rank, pd.Series(["CHN", "PER"]))
    assert china < elsewhere


def test_the_spread_is_never_smaller_than_a_class_is_wide():
    assert fit_level(on_line(-0.8), NO_PANEL, LEVEL).sigma == LEVEL.minimum_sigma


def test_without_a_single_point_there_is_no_relation():
    with pytest.raises(ValueError, match="both a published figure and a size class"):
        fit_level(points(), NO_PANEL, LEVEL)
