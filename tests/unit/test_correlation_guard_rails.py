"""Each rule of comparison, with the case that fires it and the nearest one that does not."""

from __future__ import annotations

import numpy as np
import pytest

from data.analysis.correlation.guard_rails import Facts, compare
from data.analysis.correlation.pairs import compare_all, logarithm
from data.analysis.correlation.panel import Panel, Series

Y2024 = np.full(20, 2024.0)


def fired(outcome=None, determinant=None, *, years=(Y2024, Y2024), n=20, **more) -> list[str]:
    found = compare(
        outcome or Facts("bought_online"), determinant or Facts("internet_use"),
        outcome_years=years[0], determinant_years=years[1], n=n, **more,
    )  # fmt: skip
    return [notice.code for notice in found]


def test_a_plain_pair_fires_nothing():
    assert fired() == []


@pytest.mark.parametrize(("n", "codes"), [(9, ["too_few"]), (10, [])])
def test_fewer_than_ten_countries(n, codes):
    assert fired(years=(Y2024[:n], Y2024[:n]), n=n) == codes


def test_mixed_years_are_named():
    later = np.where(np.arange(20) < 3, 2021.0, 2024.0)
    notice = compare(
        Facts("a"), Facts("b"), outcome_years=Y2024, determinant_years=later, n=20
    )[0]  # fmt: skip
    assert notice.code == "mixed_years" and not notice.refuses
    assert notice.values == {"outcome_first": 2024, "outcome_last": 2024, "first": 2021, "last": 2024}
    assert fired(years=(Y2024, np.full(20, 2023.0))) == ["mixed_years"]


def test_an_index_is_not_compared_with_its_own_component():
    index = Facts("b2c_index", components=("internet_use", "account"))
    assert fired(index, Facts("internet_use")) == ["component"]
    assert fired(Facts("internet_use"), index) == ["component"]
    assert fired(index, Facts("gdp_per_capita")) == []


def test_an_indicator_is_not_compared_with_itself():
    assert fired(Facts("internet_use"), Facts("internet_use")) == ["same_series"]


def test_an_estimate_that_uses_the_determinant_is_by_construction():
    visits = Facts("visits_per_user", estimated=True)
    used = Facts("internet_use", input_of_estimates=True)
    assert fired(visits, used) == ["by_construction"]
    assert fired(Facts("bought_online"), used) == []
    assert fired(visits, Facts("logistics")) == []


def test_a_discontinued_determinant_is_refused_and_such_an_outcome_is_one_edition():
    gone = Facts("b2c_index", series="discontinued")
    assert fired(determinant=gone) == ["discontinued"]
    assert fired(gone) == ["one_edition"]
    mixed = np.where(np.arange(20) < 3, 2019.0, 2020.0)
    assert fired(gone, years=(mixed, Y2024)) == ["editions", "mixed_years"]


def test_editions_that_do_not_compare_are_not_mixed():
    logistics = Facts("logistics", series="broken")
    mixed = np.where(np.arange(20) < 3, 2018.0, 2023.0)
    assert fired(determinant=logistics, years=(Y2024, mixed)) == ["editions", "mixed_years"]
    assert fired(determinant=logistics, years=(Y2024, Y2024)) == []
    assert fired(logistics, years=(mixed, Y2024)) == ["editions", "mixed_years"]


def test_a_break_matters_only_when_it_lies_between_the_values():
    mixed = np.where(np.arange(20) < 3, 2018.0, 2023.0)
    for since, codes in (
        (2019, ["editions", "mixed_years"]),
        (2018, ["mixed_years"]),
        (2024, ["mixed_years"]),
    ):
        servers = Facts("servers", series="broken", since=since)
        assert fired(determinant=servers, years=(Y2024, mixed)) == codes


def test_editions_of_one_product_are_not_set_against_each_other():
    assert fired(Facts("lpi_2018", family="lpi"), Facts("lpi_2023", family="lpi")) == ["chained"]
    assert fired(Facts("lpi_2018", family="lpi"), Facts("findex", family="findex")) == []
    assert fired(Facts("a"), Facts("b")) == [], "no family is no common family"


def test_a_side_without_variation():
    assert fired(varies=False) == ["no_variation"]


def test_what_a_logarithm_cannot_show_is_counted():
    assert fired(left_out_by_log=2) == ["left_out_by_log"]


def test_refusals_come_first_and_say_so():
    index = Facts("index", components=("part",), estimated=True)
    found = compare(
        index, Facts("part", input_of_estimates=True),
        outcome_years=Y2024[:4], determinant_years=Y2024[:4], n=4,
    )  # fmt: skip
    assert [notice.code for notice in found] == ["component", "too_few", "by_construction"]
    assert [notice.refuses for notice in found] == [True, False, False]


def one_pair(values, **options):
    """One determinant `x` against a rising outcome of 12 countries."""
    areas, years = tuple("ABCDEFGHIJKL"), np.full(12, 2024.0)
    panel = Panel(areas, (Series("x"),), np.asarray(values, dtype=float)[:, None], years[:, None])
    facts = {"x": options.pop("x_facts", Facts("x"))}
    return compare_all(
        (np.arange(1.0, 13.0), years), panel, np.geomspace(500, 60_000, 12)[::-1].copy() ** 1.1, facts,
        options.pop("outcome", Facts("y")), method="pearson", **options,
    )  # fmt: skip


def test_a_refused_pair_has_n_but_no_coefficient():
    found = one_pair(np.arange(12.0), outcome=Facts("y", components=("x",)))
    assert found.coefficients.n[0] == 12
    for name in ("value", "low", "high", "without_low", "without_high"):
        assert np.isnan(getattr(found.coefficients, name)[0])
    assert np.isnan(found.partial.value[0])


def test_a_label_does_not_take_the_coefficient_away():
    found = one_pair(
        np.arange(12.0), outcome=Facts("y", estimated=True), x_facts=Facts("x", input_of_estimates=True)
    )
    assert found.coefficients.value[0] == pytest.approx(1.0)
    assert [notice.code for notice in found.notices[0]] == ["by_construction"]


def test_the_log_option_takes_logarithms_and_counts_what_has_none():
    straight = one_pair(10.0 ** np.arange(12), log_determinant=True)
    assert straight.coefficients.value[0] == pytest.approx(1.0)
    found = one_pair([0.0, *range(1, 12)], log_determinant=True)
    assert found.coefficients.n[0] == 11
    assert found.notices[0][-1].values == {"count": 1}
    assert np.isnan(logarithm(np.array([0.0, -1.0, np.nan]))).all()
