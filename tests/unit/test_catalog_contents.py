"""What the catalogue promises: 36 members, closed models, and a text in each language for all it names."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from data.catalog import all_components, load_catalog
from data.catalog.loading import PROJECT
from data.catalog.process_studies import load_study_dataset
from data.catalog.texts import read_texts

CATALOG = load_catalog()


def test_the_catalogue_holds_the_36_members_by_region():
    assert len(CATALOG.ref_areas) == 36
    assert len(CATALOG.members_of("east_asia")) == 16
    assert len(CATALOG.members_of("latin_america")) == 20


def test_the_catalogue_is_read_once():
    assert load_catalog() is load_catalog()


def test_a_described_thing_cannot_be_changed():
    with pytest.raises(ValidationError):
        CATALOG.datasets["visits_monthly"].vintage = "2027"


def test_a_code_that_yaml_takes_for_a_truth_value_stays_text():
    assert CATALOG.codes["answer"] == ("yes", "no", "unknown")


def test_a_page_is_marked_as_built_when_its_file_exists():
    files = {path.stem for path in (PROJECT / "pages").glob("*.py") if path.stem != "__init__"}
    assert {page.file for page in CATALOG.app.built_pages} == files


def test_a_coded_column_may_hold_the_codes_of_its_list_and_its_own():
    column = CATALOG.datasets["visits_annual_origin"].columns["counterpart_area"]
    assert CATALOG.allowed_values(column) == (*CATALOG.ref_areas, "_O")


def test_data_of_restricted_tiers_leave_only_as_far_as_the_tier_allows():
    for dataset in CATALOG.datasets.values():
        right = CATALOG.tiers[dataset.licence.tier].download
        assert right != "aggregate" or dataset.download.aggregate_only, dataset.id


@pytest.mark.parametrize("language", CATALOG.app.language_codes)
def test_every_dataset_column_and_indicator_has_its_texts(language):
    texts = read_texts(language)
    keys = {indicator.note for indicator in CATALOG.indicators.values() if indicator.note}
    lists = {
        "theme": CATALOG.codes["theme"],
        "role": CATALOG.codes["role"],
        "direction": CATALOG.codes["direction"],
        "series": ("ok", "discontinued", "broken"),
        "unit": {indicator.unit for indicator in CATALOG.indicators.values()},
    }
    keys |= {f"codes.{name}.{code}" for name, codes in lists.items() for code in codes}
    for dataset in CATALOG.datasets.values():
        keys |= {dataset.title_key, dataset.description_key, *dataset.caveat_keys}
        keys |= {
            *dataset.obs_status_keys.values(),
            *(column.title_key for column in dataset.columns.values()),
        }
    assert not {key for key in keys if not texts.get(key, "").strip()}


def test_every_theme_has_indicators_and_they_stand_in_its_order():
    themes = [indicator.theme for indicator in CATALOG.indicators.values()]
    assert tuple(dict.fromkeys(themes)) == CATALOG.codes["theme"]


def test_an_index_knows_the_parts_of_its_parts():
    assert {"online_services", "internet_use", "mean_schooling"} <= all_components("egdi", CATALOG.indicators)
    assert "gdp_per_capita" not in all_components("egdi", CATALOG.indicators)


def test_editions_of_one_survey_are_one_family_and_never_one_series():
    families: dict[str, set[tuple[str, ...]]] = {}
    for indicator in CATALOG.indicators.values():
        if indicator.editions:
            families.setdefault(indicator.editions, set()).add(indicator.source)
    assert {"account", "bought_online", "lpi_overall", "export_time"} <= set(families)
    assert len(families["account"]) == len(families["bought_online"]) == 2
    shipments = [CATALOG.indicators[name].taken_from[0].years for name in ("lpi_overall", "lpi_overall_2023")]
    assert shipments == [(2007, 2018), (2023, 2023)]


def test_what_is_no_longer_made_says_so():
    ended = {
        source
        for indicator in CATALOG.indicators.values()
        if indicator.series.state == "discontinued"
        for source in indicator.source
    }
    assert ended == {"wb-doing-business", "unctad-b2c-index"}
    assert CATALOG.indicators["postal_reliability"].series.state == "ok"


@pytest.mark.parametrize("language", CATALOG.app.language_codes)
def test_no_two_indicators_have_one_name(language):
    names = [indicator.name_in(language) for indicator in CATALOG.indicators.values()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("language", CATALOG.app.language_codes)
def test_no_text_describes_a_dataset_or_column_that_does_not_exist(language):
    columns = [column for about in CATALOG.datasets.values() for column in about.columns.values()]
    described = {"columns": {column.title_key.rpartition(".")[2] for column in columns}}
    for dataset in CATALOG.datasets.values():
        described[dataset.id] = {
            *dataset.caveats, *dataset.obs_status, "title", "description", "producer", "licence"
        }  # fmt: skip
    # Studies of processes are files, not a table; their description has a title alone.
    described[load_study_dataset().id] = {"title"}
    named = [key.split(".") for key in read_texts(language) if key.startswith("datasets.")]
    assert not [key for key in named if key[-1] not in described.get(key[1], ())]
