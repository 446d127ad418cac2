"""Counts of support measures by hand: matrices, composition, reach abroad, coverage and time."""

from __future__ import annotations

import math

import pytest

from data.analysis.policies.counts import certainty, composition, coverage, matrix, reach_abroad
from data.analysis.policies.prepared import counted, trusted
from data.analysis.policies.timeline import after_the_pandemic, timeline, undated
from tests.unit.policy_cases import GROUPS, INSTRUMENTS, measure, register

DOUBT = {"verification": "unverified", "source_url": None}
POLICIES = register(
    measure("arg-01", target_groups="women;rural", scope="cross_border", start_year=2015, end_year=2018,
            status="ended"),
    measure("arg-02", **DOUBT, scope="both", instrument="tax_fees", start_year=None),
    measure("chl-01", pandemic="yes", start_year=2017),
    measure("jpn-01", pandemic="yes", status="ended", end_year=2021),
    measure("jpn-02", pandemic="yes", status=None, end_year=None),
    measure("jpn-03", status="planned", start_year=2027),
)  # fmt: skip


def test_a_matrix_has_every_pair_in_order_and_counts_the_sourced_apart():
    table = matrix(POLICIES, "instrument", ["ARG", "CHL", "PER"], INSTRUMENTS)
    assert len(table) == 3 * len(INSTRUMENTS)
    cells = table.set_index(["ref_area", "code"])
    assert cells.loc[("ARG", "training_advisory")].tolist() == [1, 1]
    assert cells.loc[("ARG", "tax_fees")].tolist() == [1, 0]
    assert cells.loc["PER", "measures"].sum() == 0


def test_a_measure_counts_once_for_each_group_that_it_names():
    cells = matrix(POLICIES, "target_group", ["ARG"], GROUPS).set_index("code")["measures"]
    assert cells[cells > 0].to_dict() == {"all_msmes": 1, "women": 1, "rural": 1}


def test_shares_of_a_region_add_up_but_for_target_groups():
    parts = composition(POLICIES, "instrument", INSTRUMENTS)
    assert parts.groupby("region")["share"].sum().tolist() == pytest.approx([1.0, 1.0])
    groups = composition(POLICIES, "target_group", GROUPS).set_index(["region", "code"])["share"]
    assert groups["latin_america", "women"] == pytest.approx(1 / 3)
    assert groups["latin_america"].sum() == pytest.approx(4 / 3)


def test_coverage_tells_unknown_from_nothing():
    table = coverage(POLICIES, ["ARG", "PER"]).set_index("ref_area")
    assert table.loc["ARG"].tolist() == [2, 1, 0.5]
    assert table.loc["PER", "measures"] == 0 and math.isnan(table.loc["PER", "sourced_share"])


def test_both_scopes_reach_abroad():
    table = reach_abroad(POLICIES, ["ARG", "CHL", "PER"]).set_index("ref_area")
    assert table["abroad"].tolist() == [2, 0, 0] and table.at["ARG", "share"] == 1
    assert math.isnan(table.at["PER", "share"])


def test_trust_and_phase_decide_what_counts():
    assert len(trusted(POLICIES, "all")) == 6 and len(trusted(POLICIES, "sourced")) == 5
    assert counted(POLICIES, "sourced")["policy_id"].tolist() == ["chl-01", "jpn-02"]
    assert len(counted(POLICIES, "all", ended=True)) == 5


def test_the_timeline_counts_what_had_begun_and_not_yet_ended():
    table = timeline(POLICIES, 2026).set_index("time_period")
    assert list(table.index) == [str(year) for year in range(2015, 2027)]
    assert table.loc["2015"].tolist() == [1, 0, 1, 0, 0]
    assert table.loc["2018"].tolist() == [0, 1, 2, 1, 0]
    assert table.loc["2019", "in_place"] == 1
    assert table.loc["2020"].tolist() == [2, 0, 3, 1, 1]
    assert table.loc["2022"].tolist() == [0, 0, 2, 1, 1]
    assert undated(POLICIES) == 1


def test_what_is_only_planned_is_not_in_the_timeline():
    table = timeline(register(measure("arg-01"), measure("arg-02", status="planned", start_year=2026)), 2026)
    assert table.set_index("time_period").loc["2026"].tolist() == [0, 0, 1, 1, 0]


def test_a_status_that_nobody_knows_is_never_counted_as_running():
    held = certainty(POLICIES)
    assert (held.entries, held.different) == (6, 6)
    assert (held.running, held.unknown) == (2, 1)


def test_an_unknown_status_whose_last_year_is_over_is_no_doubt():
    over = register(
        measure("arg-01", status=None, end_year=2020), measure("arg-02", status=None, end_year=2026)
    )
    assert certainty(over).unknown == 1


def test_a_programme_of_several_countries_is_one_measure():
    rows = [measure(policy_id) for policy_id in ("arg-01", "chl-01", "per-01", "per-02")]
    held = certainty(register(*rows, shared={"plan": ["arg-01", "chl-01", "per-01"]}))
    assert (held.entries, held.different) == (4, 2)
    assert certainty(register(*rows)).different == 4


def test_a_register_without_dates_has_an_empty_timeline():
    assert timeline(register(measure("arg-01", start_year=None)), 2026).empty


def test_what_became_of_the_measures_of_the_pandemic():
    table = after_the_pandemic(POLICIES).set_index(["region", "status"])
    assert table.loc[("east_asia", "ended")].tolist() == [1, 0.5]
    assert table.loc[("east_asia", "unknown")].tolist() == [1, 0.5]
    assert table.loc[("latin_america", "running")].tolist() == [1, 1.0]
