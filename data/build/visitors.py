"""Who visits: the parts of origins, sexes and ages in the visits, from the inputs of derive."""

from __future__ import annotations

import pandas as pd

from data.analysis.estimates import origin, people
from data.analysis.estimates.adults import adults_by_age
from data.analysis.estimates.use_by_age import use_by_age
from data.build.derive_inputs import Inputs


def origins(inputs: Inputs, users: pd.DataFrame) -> pd.DataFrame:
    """Share of each origin in the visits: marketplace_id, year, one column per origin (see origin.py).

    users: ref_area, year, users (persons).
    """
    assumptions = inputs.parameters.origin
    near = origin.closeness(inputs.registers["country"], assumptions)
    scale = origin.OriginScale(assumptions.foreign_scale, assumptions.rest_share)
    parts = []
    for year in sorted(users["year"].unique()):
        persons = users[users["year"] == year].set_index("ref_area")["users"]
        shares = origin.origin_shares(inputs.storefronts, near, persons, scale, assumptions)
        parts.append(shares.reset_index().assign(year=year))
    return pd.concat(parts, ignore_index=True)


def profile(inputs: Inputs, users: pd.DataFrame) -> pd.DataFrame:
    """Share of each sex and age group in the visits from a country and year (see people.py)."""
    years = range(int(users["year"].min()), int(users["year"].max()) + 1)
    regions = inputs.registers["country"].set_index("ref_area")["region"]
    population = inputs.series("population")
    population = population[population["ref_area"].isin(regions.index)]
    shares = inputs.series("population_age_share")
    adults = adults_by_age(population, shares[shares["ref_area"].isin(regions.index)], years)
    everyone = population[population["sex"] == "_T"].rename(columns={"value": "persons"})
    overall = users.merge(everyone[["ref_area", "year", "persons"]], on=["ref_area", "year"])
    overall = overall.assign(share=overall["users"] / overall["persons"])
    both_sexes = adults.groupby(level=["ref_area", "year"]).sum()
    rates = use_by_age(inputs.use_by_age, both_sexes, overall, inputs.parameters.people)
    return people.people_shares(
        adults,
        rates,
        inputs.series("internet_use_by_sex"),
        inputs.series("bought_online", urbanisation="_T"),
        regions,
        inputs.parameters.people,
    )
