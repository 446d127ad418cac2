"""The only cached doors to data. Frames are shared between sessions: never change one in place."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.export.described import Doors
from data.analysis import prepared
from data.analysis.extract import summed_by, with_country
from data.analysis.offer import offer_of
from data.analysis.policies.prepared import prepare_policies
from data.analysis.users import users_online
from data.catalog import Catalog, Dataset, load_catalog
from data.catalog.process_loading import load_process_rules
from data.catalog.process_rules import ProcessRules
from data.catalog.process_studies import Studies, load_study_dataset, read_studies
from data.store import read_dataset, read_manifest, read_register


@st.cache_resource(show_spinner=False)
def catalog() -> Catalog:
    """All descriptions of config/*.yml, checked."""
    return load_catalog()


@st.cache_resource(show_spinner=False)
def manifest() -> dict:
    """What was built, from which vintages (MANIFEST.json)."""
    return read_manifest()


@st.cache_resource(show_spinner=False)
def studies() -> Studies:
    """The studies of business processes that can be read, and what is wrong with the others."""
    return read_studies()


@st.cache_resource(show_spinner=False)
def process_rules() -> ProcessRules:
    """How processes are questioned: what changes do, and how chance is drawn."""
    return load_process_rules()


@st.cache_resource(show_spinner=False)
def described(dataset: str) -> Dataset:
    """The description of a dataset, or of the studies of processes, which are no table of the store."""
    known = catalog().datasets
    return known[dataset] if dataset in known else load_study_dataset()


@st.cache_resource(show_spinner=False)
def countries() -> pd.DataFrame:
    """The 36 members, one row each, indexed by ref_area."""
    return read_register("country").set_index("ref_area", drop=False)


@st.cache_resource(show_spinner=False)
def country_names(language: str) -> dict[str, str]:
    """ISO3 -> the country's name in UN usage in that language."""
    frame = countries()
    return dict(zip(frame["ref_area"], frame[f"name_{language}"], strict=True))


@st.cache_resource(show_spinner=False)
def sources() -> pd.DataFrame:
    """The sources of all facts, indexed by source_id."""
    return read_register("source").set_index("source_id", drop=False)


@st.cache_resource(show_spinner=False)
def region_of() -> dict[str, str]:
    """ISO3 -> region of each member."""
    return {entry.ref_area: entry.region for entry in catalog().countries}


@st.cache_resource(show_spinner=False)
def members(region: str) -> tuple[str, ...]:
    """ISO3 codes of the members of a region."""
    return tuple(area for area, where in region_of().items() if where == region)


@st.cache_resource(show_spinner=False)
def storefronts() -> pd.DataFrame:
    """Marketplace register with the region of the served and of the home country."""
    return prepared.prepare_storefronts(read_register("marketplace"), region_of())


@st.cache_resource(show_spinner=False)
def monthly() -> pd.DataFrame:
    """Visits per storefront and month with interval, obs_status and provider."""
    return prepared.prepare_monthly(read_dataset("visits_monthly"))


@st.cache_resource(show_spinner=False)
def origin() -> pd.DataFrame:
    """Visits per storefront, year and country of the visitors."""
    return _annual()[0]


@st.cache_resource(show_spinner=False)
def people() -> pd.DataFrame:
    """Visits per storefront, year, sex and age."""
    return _annual()[1]


@st.cache_resource(show_spinner=False)
def _annual() -> tuple[pd.DataFrame, pd.DataFrame]:
    # The full table is a million rows that no page needs; only its two sums are kept.
    table = read_dataset("visits_annual_origin")
    return prepared.prepare_origin(table), prepared.prepare_people(table)


@st.cache_resource(show_spinner=False)
def evidence() -> pd.DataFrame:
    """What the level of each storefront rests on, one row per marketplace_id."""
    return read_dataset("traffic_evidence")


@st.cache_resource(show_spinner=False)
def published() -> pd.DataFrame:
    """Published traffic figures with provider and page."""
    return read_dataset("published_traffic")


@st.cache_resource(show_spinner=False)
def popularity() -> pd.DataFrame:
    """Popularity ranks and rank buckets of domains."""
    return read_dataset("popularity_rank")


@st.cache_resource(show_spinner=False)
def validation() -> pd.DataFrame:
    """Quality of the estimates by evidence class."""
    return read_dataset("traffic_validation")


@st.cache_resource(show_spinner=False)
def residuals() -> pd.DataFrame:
    """Held-out published figures against what the estimate would have said."""
    return read_dataset("traffic_residuals")


@st.cache_resource(show_spinner=False)
def indicators() -> pd.DataFrame:
    """Indicator observations in tidy form."""
    return read_dataset("indicators")


@st.cache_resource(show_spinner=False)
def internet_users() -> pd.DataFrame:
    """Persons who use the internet, per country and year: ref_area, time_period, users."""
    return users_online(indicators())


@st.cache_resource(show_spinner=False)
def policies() -> pd.DataFrame:
    """Register of support measures with region, one row per policy_id (see data/analysis/policies)."""
    year = int(catalog().datasets["policy"].vintage[:4])
    return prepare_policies(read_register("policy"), region_of(), year, catalog().policies.shared_programmes)


@st.cache_resource(show_spinner=False)
def good_practices() -> pd.DataFrame:
    """Measures that others may learn from, with the reasons, one row per policy_id."""
    return read_register("good_practice")


@st.cache_resource(show_spinner=False)
def laws() -> pd.DataFrame:
    """Register of laws, one row per law_id: how a country answers a topic by one instrument."""
    return read_register("law")


@st.cache_resource(show_spinner=False)
def treaties() -> pd.DataFrame:
    """Treaties, model laws and agreements, one row per treaty."""
    return read_register("treaty")


@st.cache_resource(show_spinner=False)
def treaty_status() -> pd.DataFrame:
    """Where each member stands towards each treaty, one row per ref_area and treaty."""
    return read_register("treaty_status")


@st.cache_resource(show_spinner=False)
def cyberlaw_status() -> pd.DataFrame:
    """UNCTAD Cyberlaw Tracker: status per ref_area and area."""
    return read_register("cyberlaw_status")


@st.cache_resource(show_spinner=False)
def cyberlaw_laws() -> pd.DataFrame:
    """UNCTAD Cyberlaw Tracker: titles and addresses behind the status."""
    return read_register("cyberlaw_law")


@st.cache_resource(show_spinner=False)
def rdtii_indicators() -> pd.DataFrame:
    """The 75 indicators of RDTII 2.1, one row per indicator (a text: 4.10 is not 4.1)."""
    return read_register("rdtii_indicator")


@st.cache_resource(show_spinner=False)
def rdtii_measures() -> pd.DataFrame:
    """Measures of RDTII 2.1, one row per measure_id."""
    return read_register("rdtii_measure")


@st.cache_resource(show_spinner=False)
def agreements() -> pd.DataFrame:
    """Trade agreements signed up to 2020 (DESTA), one row per agreement."""
    return read_register("agreement")


@st.cache_resource(show_spinner=False)
def agreement_members() -> pd.DataFrame:
    """The members that take part in each trade agreement."""
    return read_register("agreement_member")


@st.cache_resource(show_spinner=False)
def leaving(dataset: str) -> pd.DataFrame:
    """The table of a dataset that may leave, before it is narrowed: its columns as in `offer_of`."""
    offer = offer_of(catalog().datasets[dataset], catalog())
    if offer.summed:
        return summed_by(origin(), storefronts(), offer)
    frame = read_register(dataset) if offer.dataset.table else read_dataset(dataset)
    return with_country(frame, storefronts())[list(offer.columns)]


@st.cache_resource(show_spinner=False)
def doors() -> Doors:
    """What downloads and descriptions of data are made from."""
    return Doors(catalog=catalog(), table=leaving, sources=sources, names=country_names, manifest=manifest)
