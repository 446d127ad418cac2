"""Files for other systems are read back by those systems' own libraries."""

from __future__ import annotations

import io
import json
import re
import warnings
import zipfile
from datetime import date

import pandas as pd
import pytest

from components.export.described import shown_datasets
from components.export.package import DATA, DESCRIPTOR, README, licence
from components.export.takeaway import take, write
from components.i18n import Language
from data.analysis.extract import Wanted
from tests.unit.data_desk import AREAS, CATALOG, client, doors

with warnings.catch_warnings():  # theirs, not ours
    warnings.simplefilter("ignore")
    from frictionless import Package
    from pysdmx.io import read_sdmx

URL = "https://explorer.example/data_catalogue"
DECEMBER = Wanted(period=("2025-12", "2025-12"))


def taken(dataset: str, wanted: Wanted = DECEMBER, language: str = "en"):
    made = doors()
    return take(Language(language), made.offer(dataset), wanted, made, url=URL)


def sdmx(dataset: str, wanted: Wanted = DECEMBER) -> pd.DataFrame:
    """The only dataset that pysdmx finds in the file."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        message = read_sdmx(write(taken(dataset, wanted), "sdmx.csv").decode(), validate=False)
    [found] = message.data
    assert found.short_urn == f"Dataflow=FEALAC_ME:DF_{dataset.upper()}(1.0)"
    return found.data


def test_sdmx_comes_back_with_dimensions_values_and_status():
    found, sent = sdmx("visits_monthly"), taken("visits_monthly").frame
    assert list(found["MARKETPLACE_ID"]) == list(sent["marketplace_id"])
    assert pd.to_numeric(found["OBS_VALUE"]).tolist() == sent["visits"].tolist()
    assert set(found["FREQ"]) == {"M"} and set(found["UNIT_MEASURE"]) == {"visits"}
    assert {"VISITS_LOW", "VISITS_HIGH", "OBS_STATUS", "LICENCE", "CITATION", "URL"} <= set(found)


def test_a_missing_value_is_an_empty_cell_with_its_status():
    found = sdmx("visits_monthly", Wanted(marketplaces=("shop-0-" + AREAS[0].lower(),)))
    first = found.sort_values("TIME_PERIOD").iloc[0]
    assert (first["OBS_VALUE"], first["OBS_STATUS"]) == ("", "M")


def test_each_indicator_carries_its_unit():
    found = sdmx("indicators", Wanted(period=("2020", "2020"), indicators=("internet_use",)))
    assert set(found["UNIT_MEASURE"]) == {"percent"} and set(found["FREQ"]) == {"A"}
    assert len(found) == len(AREAS)


def test_sdmx_begins_with_the_columns_of_version_two():
    content = write(taken("visits_monthly"), "sdmx.csv").decode()
    assert content.startswith("STRUCTURE,STRUCTURE_ID,ACTION,")
    head = content.splitlines()[0].split(",")
    assert head == [name.upper() for name in head] and len(head) == len(set(head))


@pytest.mark.parametrize("language", ["en", "es", "pt"])
@pytest.mark.parametrize("dataset", ["visits_monthly", "country"])
def test_a_data_package_is_valid(dataset, language, tmp_path):
    wanted = DECEMBER if dataset == "visits_monthly" else Wanted()
    content = write(taken(dataset, wanted, language), "zip")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert set(archive.namelist()) == {DATA, DESCRIPTOR, README}
        archive.extractall(tmp_path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        report = Package(str(tmp_path / DESCRIPTOR)).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])[:5]
    told = json.loads((tmp_path / DESCRIPTOR).read_text(encoding="utf-8"))
    assert told["licenses"] and told["sources"] and told["resources"][0]["schema"]["primaryKey"]
    assert (tmp_path / README).read_text(encoding="utf-8").startswith(f"# {told['title']}")


@pytest.mark.parametrize("dataset", [name for name in shown_datasets(CATALOG) if name != "popularity_rank"])
def test_the_terms_of_every_dataset_have_a_name_or_an_address(dataset):
    named = licence(doors().offer(dataset))
    assert named["name"] == re.sub(r"[^-A-Za-z0-9.]", "", named["name"]) != ""


def test_the_package_of_all_is_described_as_the_standard_asks():
    told = client().get("/datapackage.json").json()
    report = Package.validate_descriptor(told)
    assert report.valid, [error.note for error in report.errors]
    assert [part["name"] for part in told["resources"] if part["name"] == "popularity-rank"] == []


def test_equal_requests_give_equal_packages():
    assert write(taken("visits_monthly"), "zip") == write(taken("visits_monthly"), "zip")


def test_the_files_of_a_reader_carry_the_day_on_which_they_were_made():
    made = doors()
    today = date(2026, 6, 1).isoformat()
    dated = take(Language("en"), made.offer("country"), Wanted(), made, url=URL, created=today)
    assert today in write(dated, "csv").decode("utf-8-sig")
