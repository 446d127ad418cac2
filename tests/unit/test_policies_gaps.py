"""Gaps and donors: what a country lacks, who has it, and what does not count as having or lacking."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.analysis.policies.benchmark import Comparison, compare, gaps
from data.analysis.policies.donors import donors, similar_elsewhere
from data.analysis.policies.peers import PEER_KINDS, peers_of, remoteness
from tests.unit.policy_cases import GROUPS, INSTRUMENTS, facts, measure, register

PEERS = ("CHL", "PER", "MEX")
FACTS = facts()


def compared(policies, area="ARG", peers=PEERS, **options):
    """The benchmark as cell -> row."""
    table = compare(policies, Comparison(area, peers, **options), INSTRUMENTS, GROUPS)
    return {(row.instrument, row.target_group): row for row in table.itertuples()}


def test_a_cell_that_a_third_of_the_peers_has_is_a_gap():
    policies = register(measure("arg-01"), measure("chl-01"), measure("per-01"),
                        measure("mex-01", instrument="grants_vouchers", target_groups="women"))  # fmt: skip
    cell = compared(policies)["grants_vouchers", "women"]
    assert (cell.verdict, cell.having, cell.peers, cell.peer_areas) == ("gap", 1, 3, "MEX")
    assert cell.share == pytest.approx(1 / 3)


def test_a_cell_that_fewer_peers_have_is_lacking_but_no_gap():
    policies = register(measure("arg-01"), measure("chl-01"), measure("per-01"), measure("jpn-01"),
                        measure("mex-01", target_groups="women"))  # fmt: skip
    cell = compared(policies, peers=(*PEERS, "JPN"))["training_advisory", "women"]
    assert cell.verdict == "lacks" and cell.share == pytest.approx(0.25)


def test_what_it_has_is_shared_or_alone():
    policies = register(measure("arg-01"), measure("arg-02", target_groups="women;rural"), measure("chl-01"))
    found = compared(policies)
    assert found["training_advisory", "all_msmes"].verdict == "shared"
    assert found["training_advisory", "women"].verdict == "alone"
    assert found["training_advisory", "rural"].own_ids == "arg-02"


def test_peers_of_which_nothing_is_known_do_not_count_as_lacking():
    policies = register(measure("arg-01"), measure("mex-01", target_groups="women"))
    cell = compared(policies)["training_advisory", "women"]
    assert (cell.having, cell.peers) == (1, 1)


def test_an_unverified_measure_counts_for_nobody_until_asked():
    doubtful = measure("mex-01", target_groups="women", verification="unverified", source_url=None)
    policies = register(measure("arg-01"), measure("chl-01"), doubtful)
    assert ("training_advisory", "women") not in compared(policies)
    assert compared(policies, trust="all")["training_advisory", "women"].verdict == "gap"


def test_a_lack_tells_why_it_may_be_less_than_it_seems():
    policies = register(
        measure("arg-01"),
        measure("arg-02", target_groups="women", verification="unverified", source_url=None),
        measure("arg-03", instrument="grants_vouchers", target_groups="women", status="ended", end_year=2022),
        measure("chl-01", target_groups="women;youth"),
        measure("chl-02", instrument="grants_vouchers", target_groups="women;youth"),
    )
    found = compared(policies)
    assert found["training_advisory", "women"].own == "unverified"
    assert found["training_advisory", "women"].own_ids == "arg-02"
    assert found["grants_vouchers", "women"].own == "ended"
    assert found["training_advisory", "youth"].own == "general"
    assert found["training_advisory", "youth"].own_ids == "arg-01"
    assert found["grants_vouchers", "youth"].own == "none"
    assert all(found[cell].verdict == "gap" for cell in found if "youth" in cell)


@pytest.mark.parametrize(
    ("changes", "counts"),
    [
        ({"status": "running"}, True),
        ({"status": "running", "end_year": 2024}, True),  # the status was checked, the year was a plan
        ({"status": None, "end_year": 2024}, False),
        ({"status": None, "end_year": 2026}, True),
        ({"status": "unknown"}, True),
        ({"status": "ended"}, False),
        ({"status": "superseded"}, False),
        ({"status": "planned"}, False),
    ],
)
def test_only_measures_in_place_count(changes, counts):
    policies = register(measure("arg-01"), measure("chl-01", target_groups="women", **changes))
    assert (("training_advisory", "women") in compared(policies)) is counts


def test_ended_measures_count_when_asked():
    policies = register(measure("arg-01"), measure("chl-01", target_groups="women", status="ended"))
    assert compared(policies, ended=True)["training_advisory", "women"].verdict == "gap"


def test_a_country_is_never_its_own_peer():
    policies = register(measure("arg-01"), measure("chl-01"))
    assert compared(policies, peers=("ARG", "CHL"))["training_advisory", "all_msmes"].having == 1


def test_gaps_come_by_the_share_of_peers_then_by_how_bare_they_are():
    policies = register(
        measure("arg-01"),
        *(measure(f"{area}-01", target_groups="women;youth") for area in ("chl", "per", "mex")),
        measure("chl-02", instrument="tax_fees", target_groups="micro"),
        measure("per-02", instrument="grants_vouchers", target_groups="micro"),
        measure("mex-02", instrument="grants_vouchers", target_groups="micro"),
    )
    table = gaps(compare(policies, Comparison("ARG", PEERS), INSTRUMENTS, GROUPS))
    assert list(zip(table["instrument"], table["target_group"], strict=True)) == [
        ("training_advisory", "women"),
        ("training_advisory", "youth"),
        ("grants_vouchers", "micro"),
        ("tax_fees", "micro"),
    ]


def donor_of(policies, near="capital", good=(), **options):
    table = gaps(compare(policies, Comparison("ARG", PEERS, **options), INSTRUMENTS, GROUPS))
    row = donors(table, policies, remoteness("ARG", near, FACTS), good).iloc[0]
    return row["donor_area"], row["donor_id"], row["remoteness"]


def test_the_donor_is_the_nearest_peer():
    policies = register(measure("arg-01"), measure("per-01", target_groups="women"),
                        measure("mex-01", target_groups="women"))  # fmt: skip
    area, policy_id, km = donor_of(policies)
    assert (area, policy_id) == ("PER", "per-01")
    assert km == pytest.approx(6371 * math.radians(30))
    area, _, ratio = donor_of(policies, near="gdp")
    assert area == "MEX" and ratio == pytest.approx(1.2)


def test_a_donors_measure_is_sourced_and_the_best_known():
    women = {"target_groups": "women"}
    rows = [
        measure("arg-01"),
        measure("chl-01", **women, verification="unverified", source_url=None, start_year=2026),
        measure("per-01", **women, start_year=2024),
        measure("per-02", **women, start_year=2025),
        measure("per-03", **women, start_year=2019, evaluation_url="https://example.org/evaluation"),
        measure("per-04", **women, start_year=2018),
    ]
    assert donor_of(register(*rows))[:2] == ("PER", "per-03")
    assert donor_of(register(*rows), good=["per-04"])[:2] == ("PER", "per-04")
    assert donor_of(register(*rows[:4]))[:2] == ("PER", "per-02")
    assert donor_of(register(*rows), trust="all")[:2] == ("PER", "per-03")


def test_a_measure_that_ended_is_a_donor_only_where_none_is_in_place():
    women = {"target_groups": "women"}
    over = measure("chl-01", **women, status="ended", end_year=2021)
    policies = register(measure("arg-01"), over, measure("per-01", **women))
    assert donor_of(policies, ended=True)[:2] == ("PER", "per-01")
    assert donor_of(register(measure("arg-01"), over), ended=True)[:2] == ("CHL", "chl-01")


def test_without_a_sourced_measure_there_is_no_donor():
    doubtful = measure("chl-01", target_groups="women", verification="unverified", source_url=None)
    area, policy_id, far = donor_of(register(measure("arg-01"), doubtful), trust="all")
    assert area == policy_id == "" and math.isnan(far)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("region", ("CHL", "PER", "MEX")),
        ("income", ("PER", "MEX")),
        ("population", ("PER", "CHL")),
        ("gdp", ("MEX", "CHL")),
        ("hand", ("CHL", "JPN")),
    ],
)
def test_peers_are_those_alike(kind, expected):
    assert peers_of("ARG", kind, FACTS, nearest=2, by_hand=("JPN", "CHL", "ARG", "XXX")) == expected


def test_without_the_fact_there_are_no_peers():
    blank = facts(gdp={"CHL": 1.0}, income_group={"CHL": "high"})
    assert peers_of("ARG", "gdp", blank, nearest=3) == ()
    assert peers_of("ARG", "income", blank, nearest=3) == ()


def test_similar_measures_come_from_other_countries_nearest_first():
    policies = register(
        measure("arg-01", target_groups="women;rural"),
        measure("arg-02", target_groups="women"),
        measure("per-01", target_groups="women"),
        measure("per-02", target_groups="women;rural"),
        measure("chl-01", target_groups="youth"),
        measure("mex-01", instrument="tax_fees", target_groups="women"),
        measure("jpn-01", target_groups="rural;youth"),
        measure("chl-02", target_groups="women"),
        measure("bra-01", target_groups="rural"),
        shared={"own": ["arg-01", "chl-02"], "other": ["per-02", "bra-01"]},
    )
    found = similar_elsewhere(policies, "arg-01", remoteness("ARG", "capital", FACTS), 5)
    assert found["policy_id"].tolist() == ["per-02", "jpn-01"]
    assert found["common"].tolist() == ["women;rural", "rural"]
    with pytest.raises(KeyError, match="arg-99"):
        similar_elsewhere(policies, "arg-99", remoteness("ARG", "capital", FACTS), 5)


measures = st.lists(
    st.builds(
        lambda area, number, instrument, groups, verification, status: measure(
            f"{area.lower()}-{number:02}", instrument=instrument, target_groups=";".join(groups),
            verification=verification, status=status,
        ),
        st.sampled_from(["ARG", "CHL", "PER", "MEX", "JPN"]),
        st.integers(1, 99),
        st.sampled_from(INSTRUMENTS[:4]),
        st.lists(st.sampled_from(GROUPS[:5]), min_size=1, max_size=3, unique=True),
        st.sampled_from(["sourced", "unverified"]),
        st.sampled_from(["running", "ended", "planned", "unknown"]),
    ),
    min_size=1, max_size=25, unique_by=lambda row: row["policy_id"],
)  # fmt: skip


@settings(deadline=None)
@given(rows=measures, trust=st.sampled_from(["sourced", "all"]), ended=st.booleans())
def test_what_is_said_of_any_register_holds_together(rows, trust, ended):
    policies = register(*rows)
    table = compare(policies, Comparison("ARG", PEERS, trust, ended), INSTRUMENTS, GROUPS)
    assert not table.duplicated(["instrument", "target_group"]).any()
    assert (table["having"] <= table["peers"]).all() and (table["peers"] <= len(PEERS)).all()
    has = table["verdict"].isin(["shared", "alone"])
    assert (table.loc[has, "own_ids"] != "").all() and (table.loc[has, "own"] == "").all()
    assert ((table["having"] > 0) | (table["verdict"] == "alone")).all()
    gap = table["verdict"] == "gap"
    assert (table.loc[gap, "having"] * 3 >= table.loc[gap, "peers"]).all()
    lacks = table["verdict"] == "lacks"
    assert (table.loc[lacks, "having"] * 3 < table.loc[lacks, "peers"]).all()
    found = donors(gaps(table), policies, remoteness("ARG", "capital", FACTS))
    given_by = policies.set_index("policy_id")
    for row in found[found["donor_id"] != ""].itertuples():
        donor = given_by.loc[row.donor_id]
        assert donor["verification"] == "sourced" and donor["instrument"] == row.instrument
        assert row.target_group in donor["target_groups"].split(";")
        assert donor["ref_area"] == row.donor_area and row.donor_area in row.peer_areas.split(";")
    if trust == "sourced":
        assert (found["donor_id"] != "").all()


@settings(deadline=None)
@given(rows=measures)
def test_closing_a_gap_takes_it_off_the_list(rows):
    policies = register(*rows)
    table = gaps(compare(policies, Comparison("ARG", PEERS), INSTRUMENTS, GROUPS))
    if table.empty:
        return
    first = table.iloc[0]
    new = measure("arg-100", instrument=first["instrument"], target_groups=first["target_group"])
    after = gaps(compare(register(*rows, new), Comparison("ARG", PEERS), INSTRUMENTS, GROUPS))
    left = set(zip(after["instrument"], after["target_group"], strict=True))
    before = set(zip(table["instrument"], table["target_group"], strict=True))
    assert left == before - {(first["instrument"], first["target_group"])}


@pytest.mark.parametrize("kind", PEER_KINDS)
def test_peers_never_hold_the_country_or_anyone_twice(kind):
    for area in FACTS.index:
        found = peers_of(area, kind, FACTS, nearest=3, by_hand=tuple(FACTS.index))
        assert area not in found and len(set(found)) == len(found)


def test_distances_are_symmetric_and_zero_at_home():
    for near in ("capital", "gdp"):
        table = pd.DataFrame({area: remoteness(area, near, FACTS) for area in FACTS.index})
        assert table.to_numpy() == pytest.approx(table.to_numpy().T)
        assert [table.at[area, area] for area in FACTS.index] == pytest.approx([float(near == "gdp")] * 5)
