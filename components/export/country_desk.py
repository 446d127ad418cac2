"""The desk of a country profile straight from the store, for files that are made without the app."""

from __future__ import annotations

from functools import cache

from data.analysis import prepared
from data.analysis.country.desk import Desk
from data.analysis.policies.prepared import prepare_policies
from data.analysis.users import users_online
from data.catalog import load_catalog
from data.store import read_dataset, read_register


@cache
def read_desk() -> Desk:
    """Every table of a profile, read and prepared once per process. Raises StoreError and CatalogError."""
    catalog = load_catalog()
    regions = {country.ref_area: country.region for country in catalog.countries}
    annual, indicators = read_dataset("visits_annual_origin"), read_dataset("indicators")
    return Desk(
        catalog=catalog,
        countries=read_register("country").set_index("ref_area", drop=False),
        storefronts=prepared.prepare_storefronts(read_register("marketplace"), regions),
        monthly=prepared.prepare_monthly(read_dataset("visits_monthly")),
        origin=prepared.prepare_origin(annual),
        people=prepared.prepare_people(annual),
        evidence=read_dataset("traffic_evidence"),
        indicators=indicators,
        users=users_online(indicators),
        policies=prepare_policies(
            read_register("policy"), regions, int(catalog.datasets["policy"].vintage[:4])
        ),
        good_practices=read_register("good_practice"),
        laws=read_register("law"),
        treaties=read_register("treaty"),
        treaty_status=read_register("treaty_status"),
        cyberlaw_status=read_register("cyberlaw_status"),
        rdtii_indicators=read_register("rdtii_indicator"),
        rdtii_measures=read_register("rdtii_measure"),
    )
