"""The law database lists laws, tracker titles, treaties and measures, each as its register has it."""

from __future__ import annotations

import pandas as pd
import pytest

from data.analysis.regulation.entries import COLUMNS, entries, entry_of_tracker

LAWS = pd.DataFrame(
    {
        "law_id": ["per-x-1", "bra-x-1", "chl-x-1"],
        "ref_area": ["PER", "BRA", "CHL"],
        "topic": ["e_transactions", "de_minimis", "cybercrime"],
        "instrument_en": ["Signature Act", "Thresholds", None],
        "instrument_local": ["Ley de firmas", "Limites", None],
        "instrument_type": ["act", None, None],
        "citation_number": ["Ley 27269", None, None],
        "body": [None, None, None],
        "year_in_force": pd.array([2001, None, None], dtype="Int64"),
        "year_enacted": pd.array([2000, 2020, None], dtype="Int64"),
        "status": ["in_force", "draft", "unknown"],
        "key_provision_en": ["Equal effect.", "No duty.", None],
        "key_provision_es": ["Mismo efecto.", None, None],
        "key_provision_pt": [None, None, None],
        "verification": ["sourced", "unverified", "unverified"],
    }
)
TRACKER = pd.DataFrame(
    {
        "ref_area": ["PER", "PER"],
        "area": ["indirect_taxation", "cybercrime"],
        "position": [1, 1],
        "title": ["Ley del IGV", None],
        "url": [None, "https://x.example/"],
    }
)
TREATIES = pd.DataFrame(
    {
        "treaty": ["t1", "t2"],
        "title_en": ["One", "Two"],
        "title_es": ["Uno", "Dos"],
        "title_pt": ["Um", "Dois"],
        "kind": ["convention", "model_law"],
        "depositary": ["UN", None],
        "year_opened": [2000, 2001],
        "year_in_force": pd.array([2004, None], dtype="Int64"),
        "topics": ["cybercrime;de_minimis", None],
        "verification": ["sourced", "sourced"],
    }
)
STATUS = pd.DataFrame(
    {
        "ref_area": ["PER", "JPN", "CHL", "BRA"],
        "treaty": ["t1", "t1", "t1", "t1"],
        "status": ["in_force", "signed", "not_party", "unknown"],
    }
)
INDICATORS = pd.DataFrame(
    {
        "indicator": ["4.1", "4.10"],
        "pillar": ["4", "4"],
        "title_en": ["a", "b"],
        "title_es": ["c", "d"],
        "title_pt": ["e", "f"],
    }
)
MEASURES = pd.DataFrame(
    {
        "measure_id": ["JPN-4.10-1"],
        "ref_area": ["JPN"],
        "indicator": ["4.10"],
        "act": ["Act 5"],
        "valid_from": [1999],
    }
)


@pytest.fixture
def rows() -> pd.DataFrame:
    made = entries(
        LAWS,
        TRACKER,
        TREATIES,
        STATUS,
        INDICATORS,
        MEASURES,
        region_of={
            "PER": "latin_america",
            "BRA": "latin_america",
            "CHL": "latin_america",
            "JPN": "east_asia",
        },
        languages_of={"PER": frozenset({"es", "qu"}), "BRA": frozenset({"pt"}), "CHL": frozenset({"es"})},
    )
    return made.set_index("entry")


def test_every_row_is_listed_once_and_an_address_without_a_title_is_not(rows):
    assert list(rows.index) == [
        "per-x-1",
        "bra-x-1",
        "chl-x-1",
        "per-indirect_taxation-t1",
        "t1",
        "t2",
        "JPN-4.10-1",
    ]
    assert list(rows.columns) == list(COLUMNS[1:])
    assert entry_of_tracker("PER", "cybercrime", 2) == "per-cybercrime-t2"


def test_readers_get_the_local_title_where_the_country_speaks_their_language(rows):
    assert rows.loc["per-x-1", ["title_en", "title_es", "title_pt"]].tolist() == [
        "Signature Act",
        "Ley de firmas",
        "Signature Act",
    ]
    assert rows.loc["bra-x-1", ["title_en", "title_es", "title_pt"]].tolist() == [
        "Thresholds",
        "Thresholds",
        "Limites",
    ]
    assert rows.loc["chl-x-1", "title_es"] is None


def test_a_provision_that_is_not_translated_is_shown_in_english(rows):
    assert rows.loc["per-x-1", "provision_es"] == "Mismo efecto."
    assert rows.loc["per-x-1", "provision_pt"] == "Equal effect."


def test_a_year_is_of_entry_into_force_else_of_adoption(rows):
    assert rows.loc["per-x-1", "year"] == 2001 and rows.loc["bra-x-1", "year"] == 2020
    assert rows.loc["t1", "year"] == 2004 and rows.loc["t2", "year"] == 2001
    assert pd.isna(rows.loc["chl-x-1", "year"])


def test_a_treaty_belongs_to_the_countries_that_take_part(rows):
    assert rows.loc["t1", "ref_area"] == "JPN;PER"
    assert rows.loc["t1", "region"] == "east_asia;latin_america"
    assert rows.loc["t2", "ref_area"] is None and rows.loc["t2", "region"] == ""


def test_a_measure_belongs_to_the_pillar_of_its_indicator_as_text(rows):
    assert rows.loc["JPN-4.10-1", ["pillar", "number", "provision_es"]].tolist() == ["4", "4.10", "d"]
    assert rows.loc["per-indirect_taxation-t1", "topic"] == "vat_digital_services"
