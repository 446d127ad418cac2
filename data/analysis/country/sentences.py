"""The three things said first of a country: where it stands, its biggest gap, the nearest good example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from data.analysis.country.desk import FRAMEWORK, TREATIES, Desk
from data.analysis.country.figures import OUTCOMES
from data.analysis.country.gaps import Example, Gap, biggest, determinant_gaps, measure_gaps, rule_gaps
from data.analysis.country.standing import Standing
from data.analysis.policies.benchmark import Comparison, compare, gaps
from data.analysis.policies.donors import donors
from data.analysis.policies.peers import remoteness

GOOD_PRACTICE = "good_practice"
# What a profile looks for gaps in: access, accounts, payments, logistics, post, government online.
HEADLINES = (
    "internet_use", "bought_online", "account", "paid_bills_online", "fixed_broadband", "lpi_overall_2023",
    "postal_reliability", "online_services",
)  # fmt: skip
# Figures that may open a profile when no official one is known; estimates of ours, and said to be.
_ESTIMATES = ("per_user",)


@dataclass(frozen=True)
class Sentences:
    """What the data allow to be said; None where they do not.

    stand: a figure with a place among all members; gap: what the country lacks; example: who has it, or,
    without a gap, the nearest good practice for MSMEs.
    """

    stand: Standing | None
    gap: Gap | None
    example: Example | None


def headline(standings: Mapping[str, Standing | None]) -> Standing | None:
    """The first official figure with a place among all members, else our estimate, else None."""
    for name in (*OUTCOMES, *_ESTIMATES):
        found = standings.get(name)
        if found is not None and found.among_all is not None:
            return found
    return None


def sentences(
    desk: Desk, area: str, peers: tuple[str, ...], standings: Mapping[str, Standing | None]
) -> Sentences:
    """The three sentences of a country against its peers, as facts."""
    gap = biggest(all_gaps(desk, area, peers))
    example = gap.example if gap else good_practice(desk, area)
    return Sentences(headline(standings), gap, example)


def all_gaps(desk: Desk, area: str, peers: tuple[str, ...]) -> list[Gap]:
    """Every gap of a country against its peers, layer by layer."""
    far = remoteness(area, "capital", desk.facts)
    found = []
    for layer in (FRAMEWORK, TREATIES):
        open_to = desk.joinable if layer == TREATIES else None
        sourced, everything = desk.answers(layer), desk.answers(layer, "all")
        found += rule_gaps(sourced, everything, area, peers, far, open_to=open_to)
    found += determinant_gaps(desk.positions, area, peers, HEADLINES, far)
    sourced_rows = desk.policies["verification"] == "sourced"
    held = int((sourced_rows & (desk.policies["ref_area"] == area)).sum())
    # Of a country of which little is known a lack may only not have been found.
    if held >= desk.catalog.policies.thin_coverage:
        found += measure_gaps(policy_gaps(desk, area, peers, far), _since(desk.policies))
    return found


def policy_gaps(desk: Desk, area: str, peers: tuple[str, ...], far: pd.Series) -> pd.DataFrame:
    """The gaps of the policy page with their donors: sourced measures in place, the usual rule."""
    codes, usual = desk.catalog.codes, desk.catalog.policies.gap_one_in.usual
    comparison = Comparison(area, peers, gap_one_in=usual)
    table = gaps(compare(desk.policies, comparison, codes["instrument"], codes["target_group"]))
    good = tuple(desk.good_practices["policy_id"].astype(str))
    return donors(table, desk.policies, far, good)


def good_practice(desk: Desk, area: str) -> Example | None:
    """The nearest sourced good practice of another country; None without any."""
    good = set(desk.good_practices["policy_id"].astype(str))
    rows = desk.policies[
        desk.policies["policy_id"].isin(good)
        & (desk.policies["ref_area"] != area)
        & (desk.policies["verification"] == "sourced")
        & (desk.policies["phase"] == "in_place")
    ]
    if rows.empty:
        return None
    far = rows["ref_area"].map(remoteness(area, "capital", desk.facts)).astype(float)
    first = rows.assign(_far=far).sort_values(["_far", "ref_area", "policy_id"], na_position="last").iloc[0]
    start = first["start_year"]
    return Example(
        GOOD_PRACTICE, str(first["instrument"]), str(first["ref_area"]), str(first["policy_id"]),
        year=None if pd.isna(start) else int(start),
    )  # fmt: skip


def _since(policies: pd.DataFrame) -> dict[str, int | None]:
    years = zip(policies["policy_id"].astype(str), policies["start_year"], strict=True)
    return {policy: None if pd.isna(year) else int(year) for policy, year in years}
