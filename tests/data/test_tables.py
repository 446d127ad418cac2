"""Every table that ships keeps what its description and the manifest promise."""

from __future__ import annotations

import pytest

from data.build.licences import NAME, licences
from data.catalog import load_catalog
from data.catalog.loading import PROJECT
from data.store import read_dataset, read_manifest, read_register, verify
from data.store.places import PRECOMPUTED

CATALOG = load_catalog()
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def findings() -> list[str]:
    return [str(finding) for finding in verify(PRECOMPUTED)]


@pytest.mark.parametrize("dataset", CATALOG.datasets.values(), ids=CATALOG.datasets)
def test_a_dataset_fits_its_description(dataset, findings):
    place = f"data/precomputed/{dataset.file}"
    place += f": {dataset.table}:" if dataset.table else ":"
    assert not [finding for finding in findings if finding.startswith(place)]
    frame = (read_register if dataset.table else read_dataset)(dataset.id, base=PRECOMPUTED)
    assert len(frame) > 0


def test_the_files_as_a_whole_are_in_order(findings):
    assert not findings


def test_the_files_stay_small_enough_for_a_clone():
    assert sum(path.stat().st_size for path in PRECOMPUTED.rglob("*") if path.is_file()) < 25 * MEGABYTE


def test_the_manifest_carries_the_date_of_the_data_and_the_vintage_of_every_source():
    manifest = read_manifest(PRECOMPUTED)
    assert manifest["built_at"] == CATALOG.data_date
    assert set(manifest["sources"]) == set(read_register("source", base=PRECOMPUTED)["source_id"])


def test_members_and_their_regions_are_the_same_in_the_settings_and_in_the_register():
    register = read_register("country", base=PRECOMPUTED)
    assert dict(zip(register["ref_area"], register["region"], strict=True)) == {
        country.ref_area: country.region for country in CATALOG.countries
    }


def test_every_source_that_a_dataset_or_indicator_names_is_registered():
    registered = set(read_register("source", base=PRECOMPUTED)["source_id"])
    named = {source for dataset in CATALOG.datasets.values() for source in dataset.origin.sources}
    named |= {source for indicator in CATALOG.indicators.values() for source in indicator.source}
    assert named <= registered


def test_what_serves_the_build_only_is_in_no_table_that_is_shown():
    sources = read_register("source", base=PRECOMPUTED)
    hidden = set(sources.loc[sources["tier"] == "build_only", "source_id"])
    assert not hidden & set(read_dataset("indicators", base=PRECOMPUTED)["source"])


def test_the_licence_document_is_up_to_date():
    assert (PROJECT / NAME).read_text(encoding="utf-8") == licences(), "run `python -m data.build.licences`"
