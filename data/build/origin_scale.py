"""Recomputes the scale of foreign visits in config/estimates.yml from the outside file that it comes from."""

from __future__ import annotations

from pathlib import Path

from data.analysis.estimates import origin
from data.analysis.estimates.internet_users import internet_users
from data.build.derive_inputs import Inputs
from data.importers.alexa_audience import read_audience_geography

FILE = "alexa-audience-geography-2016/marketplace_visitor_country_share.csv"
TOLERANCE = 0.02  # the settings are rounded; registers and population change a little with every edition


def computed(inputs: Inputs, sources: Path) -> origin.OriginScale:
    """Scale and remainder that reproduce the audiences of 2016, with the earliest internet users there are.

    The rows of that file are not handed on (no licence is stated), so derive takes the result as a setting.
    """
    members = inputs.registers["country"]
    population = inputs.series("population", sex="_T")
    population = population[population["ref_area"].isin(members["ref_area"])]
    users = internet_users(inputs.series("internet_use", sex="_T"), population, inputs.parameters.time)
    first = users[users["year"] == users["year"].min()].set_index("ref_area")["users"]
    assumptions = inputs.parameters.origin
    near = origin.closeness(members, assumptions)
    audience = read_audience_geography(sources / FILE)
    return origin.calibrate(inputs.storefronts, audience, near, first, assumptions)


def differing(inputs: Inputs, sources: Path) -> list[str]:
    """What config/estimates.yml says otherwise than the outside file; empty when they agree."""
    found, kept = computed(inputs, sources), inputs.parameters.origin
    pairs = {
        "foreign_scale": (kept.foreign_scale, found.foreign),
        "rest_share": (kept.rest_share, found.rest),
    }
    return [
        f"config/estimates.yml: origin.{key}: {here} but {there:.4g} from {FILE}; set it and run derive"
        for key, (here, there) in pairs.items()
        if abs(here / there - 1) > TOLERANCE
    ]
