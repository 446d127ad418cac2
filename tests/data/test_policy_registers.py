"""The register of measures: enough of them, in every country, sourced, told in every language."""

from __future__ import annotations

from urllib.parse import urlsplit

import pandas as pd
import pytest

from data.catalog import load_catalog
from data.store import read_register
from data.store.places import PRECOMPUTED

CATALOG = load_catalog()
LANGUAGES = CATALOG.app.language_codes
# Longer descriptions would be somebody else's words, or would not be read.
MOST_LETTERS = 320


@pytest.fixture(scope="module")
def measures() -> pd.DataFrame:
    return read_register("policy", base=PRECOMPUTED)


@pytest.fixture(scope="module")
def practices() -> pd.DataFrame:
    return read_register("good_practice", base=PRECOMPUTED)


def test_every_country_has_its_measures(measures):
    counts = measures.groupby(measures["ref_area"].astype(str)).size()
    assert len(measures) >= 320
    assert set(counts.index) == set(CATALOG.ref_areas)
    assert counts.min() >= 5


def test_most_measures_rest_on_a_page_that_has_an_address(measures):
    sourced = measures[measures["verification"] == "sourced"]
    assert len(sourced) / len(measures) >= 0.85
    assert {urlsplit(url).scheme for url in sourced["source_url"].astype(str)} <= {"http", "https"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_measure_is_named_and_described_in_every_language(measures, language):
    for part in ("name", "description"):
        told = measures[f"{part}_{language}"].astype(str).str.strip()
        assert (told != "").all() and measures[f"{part}_{language}"].notna().all()
    assert measures[f"description_{language}"].str.len().max() <= MOST_LETTERS


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_a_description_is_translated_and_not_copied(measures, language):
    assert (measures[f"description_{language}"] != measures["description_en"]).all()


def test_the_id_of_a_measure_tells_its_country(measures):
    assert measures["policy_id"].is_unique
    begins = measures["policy_id"].str.slice(0, 3).str.upper()
    assert (begins == measures["ref_area"].astype(str)).all()


def test_a_running_measure_has_no_end_that_is_over_and_none_ends_before_it_begins(measures):
    year = int(CATALOG.datasets["policy"].vintage[:4])
    running = measures[measures["status"] == "running"]
    assert not (running["end_year"] < year).fillna(False).any()
    assert not (measures["end_year"] < measures["start_year"]).fillna(False).any()


def test_an_amount_tells_its_unit_year_and_page(measures):
    for what in ("budget", "reach"):
        told = measures[measures[f"{what}_value"].notna()]
        assert not told.empty
        for part in ("unit", "source_url"):
            assert told[f"{what}_{part}"].notna().all(), f"{what}_{part}"


def test_what_the_project_asks_for_is_there(measures):
    groups = set(";".join(measures["target_groups"].astype(str)).split(";"))
    assert {"women", "exporters"} <= groups
    assert set(measures["scope"].astype(str)) == set(CATALOG.codes["policy_scope"])
    assert {"national_marketplace", "sector_programme"} <= set(measures["instrument"].astype(str))
    assert (measures["sector"] == "services").any() and (measures["pandemic"] == "yes").sum() > 50


def test_good_practices_exist_are_sourced_and_say_why_in_every_language(measures, practices):
    assert len(practices) >= 20
    assert set(practices["policy_id"]) <= set(measures["policy_id"])
    assert (practices["verification"] == "sourced").all()
    assert practices["source_url"].str.startswith("http").all()
    for language in LANGUAGES:
        assert practices[f"reason_{language}"].str.len().between(20, MOST_LETTERS).all()


def test_a_programme_of_several_countries_names_measures_of_different_countries(measures):
    areas = measures.set_index("policy_id")["ref_area"].astype(str)
    named: list[str] = []
    for ids in CATALOG.policies.shared_programmes.values():
        assert len(ids) > 1 and areas.reindex(list(ids)).is_unique and areas.reindex(list(ids)).notna().all()
        named += ids
    assert len(named) == len(set(named))


def test_programmes_of_one_name_and_page_are_known_as_shared(measures):
    """What was entered for several countries from one page under one name is one programme."""
    known = {one for ids in CATALOG.policies.shared_programmes.values() for one in ids}
    alike = measures[measures["source_url"].notna()].astype({"source_url": str})
    alike = alike[alike.duplicated(["name_en", "source_url"], keep=False)]
    assert set(alike["policy_id"]) <= known


def test_every_instrument_has_topics_of_law_and_every_topic_named_is_one():
    assert set(CATALOG.policies.touches) == set(CATALOG.codes["instrument"])
    assert all(CATALOG.policies.touches.values())
