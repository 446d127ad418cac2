"""The hand-kept registers hold what they promise: ids, codes, sources, dates and trust levels."""

from __future__ import annotations

import re

import pandas as pd
import pytest
import yaml

from data.build.register_files import read_register_file
from data.importers.areas import REGISTERS, known_areas
from data.importers.published_traffic import read_published_traffic

ROOT = REGISTERS.parents[1]
CODES = yaml.safe_load((ROOT / "config" / "codes.yml").read_text(encoding="utf-8"))
KEYS = {"countries": "ref_area", "marketplaces": "marketplace_id", "sources": "source_id", "areas": "code"}
WEB = re.compile(r"https?://[^\s/]+\.[^\s]+")
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/[A-Za-z0-9_-]+)?")


@pytest.fixture(scope="module")
def registers():
    return {
        name: read_register_file(
            REGISTERS / f"{name}.csv", key=key, types=dict.fromkeys(("numeric_code",), str)
        )
        for name, key in KEYS.items()
    }


@pytest.fixture(scope="module")
def marketplaces(registers):
    return registers["marketplaces"]


def test_the_members_are_36_in_two_regions(registers):
    counts = registers["countries"]["region"].value_counts().to_dict()
    assert counts == {"latin_america": 20, "east_asia": 16}


def test_every_member_has_names_capital_and_languages(registers):
    countries = registers["countries"]
    needed = ["iso2", "numeric_code", "name_en", "name_es", "name_pt", "capital", "languages", "currency"]
    assert not countries[needed].isna().any(axis=None)
    assert countries["capital_lat"].between(-60, 60).all()
    assert countries["capital_lon"].between(-180, 180).all()
    assert countries["languages"].str.fullmatch(r"[a-z]{2}(;[a-z]{2})*").all()


def test_names_follow_united_nations_usage(registers):
    names = registers["countries"].set_index("ref_area")
    assert names.at["VNM", "name_en"] == names.at["VNM", "name_es"] == "Viet Nam"
    assert names.at["KOR", "name_en"] == "Republic of Korea"
    assert names.at["LAO", "name_es"] == "República Democrática Popular Lao"
    assert names.at["BOL", "name_es"] == "Bolivia (Estado Plurinacional de)"
    assert names.at["VEN", "name_en"] == "Venezuela (Bolivarian Republic of)"
    assert names.at["NZL", "name_es"] == "Nueva Zelandia"


def test_income_groups_are_blank_only_where_nobody_classifies(registers):
    countries = registers["countries"].set_index("ref_area")["income_group"]
    assert set(countries[countries.isna()].index) == {"CUB", "VEN"}
    assert set(countries.dropna()) <= set(CODES["income_group"])


def test_every_storefront_is_taken_over_and_trust_only_grows(marketplaces):
    assert len(marketplaces) >= 435
    assert (marketplaces["verification"] == "sourced").sum() >= 328


@pytest.mark.parametrize(
    ("column", "code_list"),
    [
        ("market_type", "market_type"),
        ("offering", "offering"),
        ("category", "category"),
        ("transactional", "answer"),
        ("foreign_sellers", "answer"),
        ("own_logistics", "answer_or_partner"),
        ("own_payments", "answer_or_partner"),
        ("verification", "verification"),
        ("domain_scope", "domain_scope"),
        ("storefront", "storefront"),
    ],
)
def test_every_code_is_in_its_list(marketplaces, column, code_list):
    assert set(marketplaces[column]) <= set(CODES[code_list])


def test_every_storefront_serves_a_member_and_has_a_known_home(registers, marketplaces):
    assert set(marketplaces["ref_area"]) <= set(registers["countries"]["ref_area"])
    homes = set(marketplaces["home_area"].dropna())
    areas = registers["areas"].set_index("code")
    assert homes <= set(areas.index[areas["kind"] == "country"])
    assert not areas.loc[sorted(homes), ["name_en", "name_es", "name_pt"]].isna().any(axis=None)


def test_no_storefront_closes_before_it_opens(marketplaces):
    both = marketplaces.dropna(subset=["launched_year", "closed_year"])
    assert (both["launched_year"] <= both["closed_year"]).all()


def test_a_sourced_row_shows_its_page_and_names_what_rests_on_it(marketplaces):
    sourced = marketplaces["verification"] == "sourced"
    assert marketplaces.loc[sourced, "source_url"].map(lambda url: bool(WEB.fullmatch(url))).all()
    assert marketplaces.loc[sourced, "attributes_sourced"].notna().all()
    assert marketplaces.loc[~sourced, "attributes_sourced"].isna().all()


def test_sourced_attributes_are_columns_that_are_filled(marketplaces):
    for row in marketplaces.dropna(subset=["attributes_sourced"]).to_dict("records"):
        for attribute in row["attributes_sourced"].split(";"):
            assert pd.notna(row[attribute]), (row["marketplace_id"], attribute)


def test_a_domain_is_a_bare_host_and_stands_once_in_a_country(marketplaces):
    known = marketplaces.dropna(subset=["domain"])
    assert known["domain"].map(lambda domain: bool(HOST.fullmatch(domain))).all()
    assert not known.duplicated(["domain", "ref_area"]).any()


def test_a_foreign_site_used_in_a_country_serves_several(marketplaces):
    foreign = marketplaces[marketplaces["storefront"] == "foreign_used"]
    assert set(foreign["domain_scope"]) == {"multi_country"}
    assert (foreign["home_area"] != foreign["ref_area"]).all()


def test_every_source_has_a_licence_and_a_tier(registers):
    sources = registers["sources"]
    tiers = yaml.safe_load((ROOT / "config" / "tiers.yml").read_text(encoding="utf-8"))
    assert set(sources["tier"]) <= set(tiers)
    assert not sources[["title", "producer", "licence", "citation"]].isna().any(axis=None)
    assert (
        pd.concat([sources["url"], sources["licence_url"]])
        .dropna()
        .map(lambda url: bool(WEB.fullmatch(url)))
        .all()
    )


def test_attribution_to_the_radar_has_its_wording(registers):
    radar = registers["sources"][registers["sources"]["source_id"].str.startswith("cloudflare")]
    assert radar["citation"].str.startswith("Source: Cloudflare Radar").all()
    assert set(radar["tier"]) == {"non_commercial"}


def test_units_of_the_map_are_shown_as_members(registers):
    units = pd.read_csv(REGISTERS / "map_units.csv", dtype=str)
    assert set(units["shown_as"]) <= set(registers["countries"]["ref_area"])
    assert set(units["numeric_code"]) <= set(registers["areas"]["numeric_code"].dropna())


def test_figures_added_by_hand_can_be_read():
    figures = read_published_traffic(REGISTERS / "published_figures.csv")
    assert len(figures)
    assert set(figures["ref_area"]) <= known_areas()
