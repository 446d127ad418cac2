"""A mistake in a description is told by file, key, what was expected and what was found."""

from __future__ import annotations

import pickle

import pytest

from data.catalog import CatalogError, load_catalog
from tests.unit.project_copy import copy_with

ACCESS, LOGISTICS, POPULATION = (
    f"config/indicators/{theme}.yml" for theme in ("access", "logistics", "population")
)
MONTHLY = "config/datasets/visits_monthly.yml"
UNITS = ", ".join(load_catalog().codes["unit"])
COLUMN_KEYS = "name, type, unit, title, constraints"

FAULTS = {
    "a unit that is none": (
        (MONTHLY, "visits: {type: number, unit: visits", "visits: {type: number, unit: visit"),
        f"{MONTHLY}: columns.visits.unit: expected one of {UNITS}, got 'visit'",
    ),
    "a number without a unit": (
        (MONTHLY, "visits: {type: number, unit: visits,", "visits: {type: number,"),
        f"{MONTHLY}: columns.visits.unit: expected one of {UNITS}, got nothing",
    ),
    "an unknown key": (
        (MONTHLY, "visits: {type: number,", "visits: {typ: number,"),
        f"{MONTHLY}: columns.visits.typ: expected one of the keys {COLUMN_KEYS}, got 'typ'",
    ),
    "a key that is missing": (
        (MONTHLY, "grain: [marketplace_id, time_period]\n", ""),
        f"{MONTHLY}: grain: expected a value, got nothing",
    ),
    "text where a number belongs": (
        (MONTHLY, "max_rows: 2000", "max_rows: many"),
        f"{MONTHLY}: download.max_rows: expected a whole number, got 'many'",
    ),
    "a column of the grain that does not exist": (
        (MONTHLY, "grain: [marketplace_id, time_period]", "grain: [marketplace_id, month]"),
        f"{MONTHLY}: grain.1: expected one of marketplace_id, time_period, visits, visits_low, visits_high, "
        "obs_status, provider, got 'month'",
    ),
    "a reference to no column": (
        (MONTHLY, "references: marketplace.marketplace_id", "references: country.marketplace_id"),
        f"{MONTHLY}: columns.marketplace_id.constraints.references: expected one of ref_area, iso2, "
        "numeric_code, region, name_en, name_es, name_pt, capital, capital_lat, capital_lon, languages, "
        "income_group, currency, got 'marketplace_id'",
    ),
    "a pattern that is no regular expression": (
        (MONTHLY, "pattern: '[a-z][a-z0-9_]*'", "pattern: '['"),
        f"{MONTHLY}: columns.provider.constraints.pattern: expected a regular expression, got '[' "
        "(unterminated character set at position 0)",
    ),
    "a status that is no code": (
        (MONTHLY, "obs_status: [A, E, M]", "obs_status: [A, Z]"),
        f"{MONTHLY}: obs_status.1: expected one of A, E, P, O, M, Q, got 'Z'",
    ),
    "a tier that is none": (
        (MONTHLY, "tier: attribution", "tier: free"),
        f"{MONTHLY}: licence.tier: expected one of open, attribution, non_commercial, build_only, got 'free'",
    ),
    "a restricted dataset that may leave row by row": (
        ("config/datasets/popularity_rank.yml", "aggregate_only: true", "aggregate_only: false"),
        "config/datasets/popularity_rank.yml: download.aggregate_only: expected true for tier "
        "non_commercial, got False",
    ),
    "a date that is none": (
        (MONTHLY, "vintage: 2026-05-03", "vintage: May 2026"),
        f"{MONTHLY}: vintage: expected text like ^\\d{{4}}(-\\d{{2}}(-\\d{{2}})?)?$, got 'May 2026'",
    ),
    "a register without a table": (
        ("config/datasets/country.yml", "table: country\n", ""),
        "config/datasets/country.yml: table: expected the name of a table of explorer.sqlite, got nothing",
    ),
    "a key given twice": (
        (
            POPULATION,
            "  direction: neutral\n",
            "  direction: neutral\n  unit: persons\n",
        ),
        f"{POPULATION}: unit: expected the key once, got it again on line 9 (first on line 7)",
    ),
    "malformed YAML": (
        ("config/app.yml", "regions: [east_asia, latin_america]", "regions: [east_asia, latin_america"),
        "config/app.yml: expected valid YAML, got a fault at line 14, column 1: expected ',' or ']', "
        "but got '?'",
    ),
    "a version that is a number": (
        ("config/app.yml", "version: 0.1.0", "version: 0.1"),
        "config/app.yml: version: expected text, got 0.1",
    ),
    "a span that is no month": (
        ("config/app.yml", "start: 2019-01", "start: 2019-13"),
        "config/app.yml: data_span.start: expected text like ^\\d{4}-(0[1-9]|1[0-2])$, got '2019-13'",
    ),
    "a country in an unknown region": (
        ("config/countries.yml", "east_asia: [AUS", "asia: [AUS"),
        "config/countries.yml: asia.region: expected one of east_asia, latin_america, got 'asia'",
    ),
    "a country listed twice": (
        ("config/countries.yml", "[AUS, BRN", "[AUS, AUS"),
        "config/countries.yml: ref_area: expected each code once, got 'AUS' 2 times",
    ),
    "a code listed twice": (
        ("config/codes.yml", "freq: [M, Q, A]", "freq: [M, Q, M]"),
        "config/codes.yml: freq: expected each code once, got 'M' 2 times",
    ),
    "a list of codes that is none": (
        ("config/codes.yml", "freq: [M, Q, A]", "freq: M"),
        "config/codes.yml: freq: expected a list of codes as text, got 'M'",
    ),
    "a list that follows from another file": (
        ("config/codes.yml", "freq: [M, Q, A]", "ref_area: [JPN]"),
        "config/codes.yml: ref_area: expected no list of this name (it follows from other files)",
    ),
    "an indicator that points nowhere": (
        (ACCESS, "direction: higher_is_better", "direction: up"),
        f"{ACCESS}: internet_use.direction: expected one of higher_is_better, "
        "lower_is_better, neutral, got 'up'",
    ),
    "an indicator without a name": (
        (ACCESS, "    pt: Pessoas que usam a internet\n", "    pt: ''\n"),
        f"{ACCESS}: internet_use.name.pt: expected text like ^\\S(.*\\S)?$, got ''",
    ),
    "an indicator without a source": (
        (ACCESS, "  source: [wdi-gapminder]\n", ""),
        f"{ACCESS}: internet_use.source: expected a value, got nothing",
    ),
    "an indicator in an unknown unit": (
        (ACCESS, "unit: percent", "unit: per_cent"),
        f"{ACCESS}: internet_use.unit: expected one of {UNITS}, got 'per_cent'",
    ),
    "an indicator with a role that is none": (
        (ACCESS, "role: determinant", "role: cause"),
        f"{ACCESS}: internet_use.role: expected one of outcome, determinant, context, got 'cause'",
    ),
    "a component that does not exist": (
        (ACCESS, "components: [internet_use_by_sex]", "components: [internet_users]"),
        f"{ACCESS}: internet_use.components.0: expected the id of an indicator, got 'internet_users'",
    ),
    "an indicator that is a part of itself": (
        (ACCESS, "components: [internet_use_by_sex]", "components: [telecom_infrastructure]"),
        f"{ACCESS}: internet_use.components.0: expected no indicator that internet_use is itself a part of, "
        "got 'telecom_infrastructure'",
    ),
    "a file of another source": (
        (ACCESS, "{file: wdi-gapminder/wdi_selected.csv", "{file: wb-wgi/wdi_selected.csv"),
        f"{ACCESS}: internet_use.taken_from.0.file: expected a file of wdi-gapminder (see source), "
        "got 'wb-wgi/wdi_selected.csv'",
    ),
    "a source that is not registered": (
        (ACCESS, "source: [wdi-gapminder]", "source: [wdi-gapmender]"),
        f"{ACCESS}: internet_use.source.0: expected a source_id of data/registers/sources.csv, "
        "got 'wdi-gapmender'",
    ),
    "a unit that differs between sources": (
        (ACCESS, "code: internet_users}", "code: internet_users, unit: share}"),
        f"{ACCESS}: internet_use.taken_from.0.unit: expected percent, the unit of the indicator, got share; "
        "a series in another unit is another indicator",
    ),
    "a second source that does not tell its unit": (
        (ACCESS, "code: internet_users}]", "code: internet_users}, {file: wdi-gapminder/b.csv, code: b}]"),
        f"{ACCESS}: internet_use.taken_from.0.unit: expected percent, the unit of the indicator, got "
        "nothing; a series in another unit is another indicator",
    ),
    "an indicator described twice": (
        (POPULATION, "urban_population:", "internet_use:"),
        f"{POPULATION}: internet_use: expected each id once, got it again (first in {ACCESS})",
    ),
    "a discontinued series without its last year": (
        (LOGISTICS, "{state: discontinued, since: 2015}", "{state: discontinued}"),
        f"{LOGISTICS}: export_time_days_2015.series: expected `since` for a series that is "
        "discontinued or broken, and only for one, got state 'discontinued' and since None",
    ),
    "limits the wrong way round": (
        (LOGISTICS, "minimum: 1\n  maximum: 5", "minimum: 5\n  maximum: 1"),
        f"{LOGISTICS}: lpi_overall.maximum: expected more than minimum 5, got 1",
    ),
    "a coverage that asks for nothing": (
        ("config/coverage.yml", "minimum_members: 10", "minimum_members: 0"),
        "config/coverage.yml: minimum_members: input should be greater than or equal to 1, got 0",
    ),
}


@pytest.mark.parametrize(("change", "message"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_by_file_key_expected_and_found(tmp_path, change, message):
    root = copy_with(tmp_path, *change)
    with pytest.raises(CatalogError) as told:
        load_catalog(root)
    assert str(told.value) == message


def test_a_file_that_is_no_mapping_is_named(tmp_path):
    root = copy_with(tmp_path, "config/app.yml", "version", "version")
    (root / "config/tiers.yml").write_text("- open\n", encoding="utf-8")
    with pytest.raises(CatalogError) as told:
        load_catalog(root)
    assert str(told.value) == "config/tiers.yml: expected a mapping of keys, got list"


def test_a_missing_file_is_named(tmp_path):
    root = copy_with(tmp_path, "config/app.yml", "version", "version")
    (root / "config/codes.yml").unlink()
    with pytest.raises(CatalogError) as told:
        load_catalog(root)
    assert str(told.value) == "config/codes.yml: expected a file, found none; restore it from the repository"


def test_a_file_of_a_theme_that_is_none_is_named(tmp_path):
    root = copy_with(tmp_path, "config/app.yml", "version", "version")
    (root / "config/indicators/post.yml").rename(root / "config/indicators/mail.yml")
    with pytest.raises(CatalogError) as told:
        load_catalog(root)
    assert str(told.value).startswith("config/indicators/mail.yml: postal_reliability.theme: expected one of")


def test_a_project_without_indicators_is_told(tmp_path):
    root = copy_with(tmp_path, "config/app.yml", "version", "version")
    for path in (root / "config/indicators").iterdir():
        path.unlink()
    with pytest.raises(CatalogError, match="config/indicators: expected at least one <theme>.yml"):
        load_catalog(root)


def test_a_repaired_file_is_read_again(tmp_path):
    root = copy_with(tmp_path, MONTHLY, "unit: visits", "unit: visit")
    with pytest.raises(CatalogError):
        load_catalog(root)
    path = root / MONTHLY
    path.write_text(
        path.read_text(encoding="utf-8").replace("unit: visit,", "unit: visits,"), encoding="utf-8"
    )
    assert load_catalog(root).datasets["visits_monthly"].columns["visits"].unit == "visits"


def test_an_error_survives_being_passed_between_processes():
    error = CatalogError("config/app.yml", "version", "expected text, got 0.1")
    again = pickle.loads(pickle.dumps(error))
    assert (again.file, again.key, str(again)) == ("config/app.yml", "version", str(error))
