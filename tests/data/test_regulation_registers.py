"""The registers of regulation: complete, sourced as promised, and in agreement with the settings."""

from __future__ import annotations

import pandas as pd
import pytest

from data.catalog import load_catalog
from data.store import read_register
from data.store.places import PRECOMPUTED

CATALOG = load_catalog()
LANGUAGES = CATALOG.app.language_codes


@pytest.fixture(scope="module")
def laws() -> pd.DataFrame:
    return read_register("law", base=PRECOMPUTED)


@pytest.fixture(scope="module")
def standing() -> pd.DataFrame:
    return read_register("treaty_status", base=PRECOMPUTED)


@pytest.fixture(scope="module")
def indicators() -> pd.DataFrame:
    return read_register("rdtii_indicator", base=PRECOMPUTED)


@pytest.fixture(scope="module")
def measures() -> pd.DataFrame:
    return read_register("rdtii_measure", base=PRECOMPUTED)


def test_every_country_answers_every_topic_if_only_by_not_known(laws):
    pairs = {(area, topic) for area in CATALOG.ref_areas for topic in CATALOG.codes["law_topic"]}
    assert set(zip(laws["ref_area"], laws["topic"], strict=True)) == pairs
    assert len(laws) >= 481


def test_the_id_of_a_law_tells_its_country_and_topic(laws):
    made = laws["ref_area"].str.lower() + "-" + laws["topic"] + "-"
    assert all(law_id.startswith(begin) for law_id, begin in zip(laws["law_id"], made, strict=True))


def test_nine_of_ten_laws_rest_on_a_page(laws):
    assert (laws["verification"] == "sourced").mean() > 0.9
    assert laws.loc[laws["verification"] == "sourced", "source_url"].notna().all()


def test_a_provision_is_told_in_every_language(laws):
    told = laws["key_provision_en"].notna()
    assert told.sum() > 400
    for language in LANGUAGES:
        assert laws.loc[told, f"key_provision_{language}"].notna().all()
    assert (laws.loc[told, "key_provision_es"] != laws.loc[told, "key_provision_en"]).all()


def test_a_provision_is_short_enough_to_be_our_own_words(laws):
    for language in LANGUAGES:
        words = laws[f"key_provision_{language}"].dropna().str.split().str.len()
        assert words.max() <= 45


def test_what_is_unknown_claims_no_number(laws):
    assert laws.loc[laws["status"] == "unknown", "numeric_value"].isna().all()


def test_at_least_560_treaty_cells_rest_on_a_page_and_all_exist(standing):
    assert len(standing) == len(CATALOG.ref_areas) * len(CATALOG.codes["treaty"]) == 684
    assert (standing["verification"] == "sourced").sum() >= 560


def test_no_country_joined_before_the_instrument_existed(standing):
    opened = read_register("treaty", base=PRECOMPUTED).set_index("treaty")["year_opened"]
    dated = standing[standing["year"].notna()]
    assert (dated["year"].astype(int) >= dated["treaty"].map(opened).fillna(0).astype(int)).all()


def test_a_country_that_does_not_take_part_has_no_year(standing):
    outside = standing[standing["status"].isin(["not_party", "unknown"])]
    assert outside["year"].isna().all()


def test_rdtii_holds_61_regulatory_indicators_of_eight_members_without_gaps(indicators, measures):
    regulatory = indicators.loc[indicators["kind"] == "regulatory", "indicator"]
    assert len(indicators) == 75 and len(regulatory) == 61
    assert {"4.1", "4.10", "12.1"} <= set(indicators["indicator"])
    assert len(measures) == 813 and measures["ref_area"].nunique() == 8
    answered = measures.groupby("ref_area")["indicator"].nunique()
    assert answered.eq(61).all() and set(measures["indicator"]) == set(regulatory)


def test_the_count_rules_name_indicators_that_exist(indicators):
    rules = CATALOG.regulation.rdtii
    known = set(indicators["indicator"])
    assert {*rules.halves_add_up, *rules.quarters_add_up} <= known
    clustered = [pillar for pillars in rules.clusters.values() for pillar in pillars]
    assert sorted(clustered, key=int) == list(CATALOG.codes["pillar"])


def test_every_raw_score_is_one_that_its_indicator_may_have(indicators, measures):
    allowed = {
        row["indicator"]: {float(score) for score in str(row["possible_scores"]).split(";")}
        for row in indicators[indicators["possible_scores"].notna()].to_dict("records")
    }
    strange = [
        row["measure_id"] for row in measures.to_dict("records")
        if row["raw_score"] not in allowed[row["indicator"]]
    ]  # fmt: skip
    assert strange == []


def test_the_tracker_covers_five_areas_of_every_member():
    status = read_register("cyberlaw_status", base=PRECOMPUTED)
    assert len(status) == 5 * len(CATALOG.ref_areas)
