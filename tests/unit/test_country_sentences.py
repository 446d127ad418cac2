"""The three sentences of a profile: golden ones, and none that states what the data do not."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components.export.country_words import said_sentences
from components.i18n import Language
from data.analysis.country.gaps import Example, Gap
from data.analysis.country.sentences import GOOD_PRACTICE, Sentences
from data.analysis.country.standing import Place, Standing
from data.analysis.country.summary import summarise
from tests.unit.country_cases import desk, sentences_of, without

GOLDEN = Path(__file__).parent / "fixtures" / "country_sentences.json"
EN = Language("en")
AREAS = desk().areas


@pytest.mark.parametrize("code", ["en", "es", "pt"])
@pytest.mark.parametrize("area", ["CHL", "GTM", "SUR"])
def test_the_sentences_of_three_countries_are_these(area, code):
    # Chile lacks a kind of measure, Guatemala a law; of Suriname online buying is not known.
    expected = json.loads(GOLDEN.read_text(encoding="utf-8"))[area][code]
    said = [f"{one.title}: {one.text}" for one in sentences_of(desk(), area, code)]
    assert said == expected, f"if the registers changed and this is right, write it to {GOLDEN.name}"


def stand(**values: object) -> str:
    usual = {
        "figure": "internet_use", "value": 40.0, "year": 2023, "estimated": False,
        "among_all": Place(3, 30, 0), "in_region": Place(2, 14, 0), "years": (2023, 2023),
    }  # fmt: skip
    found = Standing(**(usual | values))  # type: ignore[arg-type]
    return said_sentences(EN, desk(), "PER", Sentences(found, None, None), "gdp")[0].text


def test_a_tie_is_said():
    assert "3 of 30 (tied)" in stand(among_all=Place(3, 30, 1))
    assert "tied" not in stand()


def test_an_estimate_is_said_to_be_one():
    said = stand(figure="per_user", estimated=True)
    assert EN("country.stand.estimate") in said
    assert EN("country.stand.estimate") not in stand()


def test_a_place_in_the_region_is_left_out_where_there_is_none():
    assert "Latin America" in stand()
    assert "Latin America" not in stand(in_region=None)


def test_other_years_are_said():
    assert "2017 to 2024" in stand(years=(2017, 2024))


@pytest.mark.parametrize("found", [None, "unranked"])
def test_without_a_place_no_place_is_said(found):
    held = None if found is None else Standing("internet_use", 40.0, 2023, False, None, None, (2023, 2023))
    (said, gap, example) = said_sentences(EN, desk(), "PER", Sentences(held, None, None), "gdp")
    assert said.text == EN("country.stand.none") and not said.page
    assert gap.text == EN("country.gap.none") and example.text == EN("country.example.none")


def test_a_country_of_which_nothing_is_known_gets_honest_sentences():
    known = without(desk(), "SUR")
    summary = summarise(known, "SUR")
    assert summary.sentences.stand is None and summary.sentences.gap is None
    stand_said, gap_said, example = sentences_of(known, "SUR")
    assert stand_said.text == EN("country.stand.none")
    assert gap_said.text == EN("country.gap.none")
    # A good practice elsewhere is a fact about another country.
    assert summary.sentences.example is not None and summary.sentences.example.layer == GOOD_PRACTICE
    assert example.page == "msme_policies"
    assert set(summary.weights.values()) == {"none"}


@pytest.mark.parametrize("area", AREAS)
def test_every_sentence_leads_to_the_rows_behind_it(area):
    for said in sentences_of(desk(), area):
        assert said.text and "{" not in said.text and "nan" not in said.text.lower().split()
        assert said.page and said.query, f"{area}: {said.title}"


FRACTION = st.sampled_from([0.0, 0.3, 0.7])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(AREAS), FRACTION, FRACTION, st.booleans(), st.integers(0, 2**16))
def test_no_sentence_states_what_the_data_do_not(area, lost, doubtful, rounded, seed):
    """Whatever is taken away, made doubtful or tied: each number said is counted again from the tables."""
    known = desk()
    values = known.indicators.sample(frac=1 - lost, random_state=seed)
    if rounded:  # many ties
        values = values.assign(value=(values["value"] / 20).round() * 20)
    laws = known.laws.copy()
    laws.loc[laws.sample(frac=doubtful, random_state=seed).index, "verification"] = "unverified"
    policies = known.policies.sample(frac=1 - lost, random_state=seed).sort_values("policy_id")
    poor = replace(known, indicators=values, laws=laws, policies=policies.reset_index(drop=True))
    summary = summarise(poor, area)
    found = summary.sentences
    said = said_sentences(EN, poor, area, found, summary.kind)
    if found.stand is not None:
        check_stand(poor, area, found.stand, said[0].text)
    if found.gap is not None:
        check_gap(poor, area, summary.peers, found.gap, said[1].text)
        check_example(poor, found.gap, found.example)


def check_stand(known, area: str, told: Standing, text: str) -> None:
    column = known.totals.series
    at = next((n for n, one in enumerate(column) if one.indicator == told.figure and one.sex == "_T"), None)
    assert told.among_all is not None
    if at is None:
        assert told.estimated and EN("country.stand.estimate") in text
        return
    held = known.totals.values[:, at]
    own = held[known.areas.index(area)]
    others = held[held == held]
    assert told.value == own
    assert told.among_all == Place(int((others > own).sum()) + 1, len(others), int((others == own).sum()) - 1)
    assert ("(tied)" in text) == bool(told.among_all.ties or (told.in_region and told.in_region.ties))
    assert f"{told.among_all.rank} of {told.among_all.of}" in text


def check_gap(known, area: str, peers: tuple[str, ...], gap: Gap, text: str) -> None:
    assert area not in peers and gap.peers >= 3 and 2 * gap.having >= gap.peers
    assert re.search(rf"\b{gap.having} of (the )?{gap.peers}\b", text)
    if gap.layer == "framework" and not gap.item.startswith("tracker_"):
        own = known.laws[(known.laws["ref_area"] == area) & (known.laws["topic"] == gap.item)]
        assert gap.own in set(own.loc[own["verification"] == "sourced", "status"])
        assert not set(own.loc[own["year_repealed"].isna(), "status"]) & {"in_force", "partially_in_force"}
    if gap.layer == "measures":
        instrument, _, group = gap.item.partition(".")
        rows = known.policies[known.policies["instrument"] == instrument]
        groups = rows["target_groups"].str.split(";")
        assert not any(group in named for named in groups[rows["ref_area"] == area])
        in_place = rows[(rows["verification"] == "sourced") & (rows["phase"] == "in_place")]
        having = {row.ref_area for row in in_place.itertuples() if group in row.target_groups.split(";")}
        assert gap.having == len(having & set(peers))
    if gap.layer == "determinants":
        rows = known.positions[known.positions["indicator"] == gap.item].set_index("ref_area")["value"]
        assert gap.value == rows[area]


def check_example(known, gap: Gap, example: Example | None) -> None:
    assert example == gap.example
    if example is None:
        return
    if example.layer == "framework" and not example.evidence.startswith("tracker_"):
        law = known.laws.set_index("law_id").loc[example.evidence.split(";")[0]]
        assert (law["status"], law["verification"], law["ref_area"]) == ("in_force", "sourced", example.area)
    if example.layer == "measures":
        row = known.policies.set_index("policy_id").loc[example.evidence]
        assert row["verification"] == "sourced" and row["ref_area"] == example.area
