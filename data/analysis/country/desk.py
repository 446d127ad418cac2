"""All tables that a country profile is made from, with what is computed from them once for all members."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from data.analysis.correlation.panel import Panel, Series, panel
from data.analysis.correlation.positions import positions
from data.analysis.flows import Flows, flows
from data.analysis.policies.peers import country_facts
from data.analysis.regulation.answers import framework_answers, treaty_answers
from data.analysis.regulation.facts import Rules, Trust
from data.analysis.regulation.lock_in import joinable
from data.analysis.regulation.panel import Item
from data.analysis.regulation.rdtii_answers import rdtii_answers, rdtii_rules
from data.analysis.regulation.scores import CountRules
from data.catalog.catalog import Catalog

FRAMEWORK, TREATIES, RDTII = "framework", "treaties", "rdtii"
LAYERS = (FRAMEWORK, TREATIES, RDTII)


@dataclass(frozen=True, eq=False)
class Desk:
    """The tables as the store keeps them; storefronts, monthly, origin, people and policies prepared.

    users: internet users (ref_area, time_period, users). What is computed from them is kept with the desk, so
    one desk serves all countries; nothing of it may be changed in place.
    """

    catalog: Catalog
    countries: pd.DataFrame
    storefronts: pd.DataFrame
    monthly: pd.DataFrame
    origin: pd.DataFrame
    people: pd.DataFrame
    evidence: pd.DataFrame
    indicators: pd.DataFrame
    users: pd.DataFrame
    policies: pd.DataFrame
    good_practices: pd.DataFrame
    laws: pd.DataFrame
    treaties: pd.DataFrame
    treaty_status: pd.DataFrame
    cyberlaw_status: pd.DataFrame
    rdtii_indicators: pd.DataFrame
    rdtii_measures: pd.DataFrame

    @cached_property
    def region_of(self) -> dict[str, str]:
        """ISO3 -> region of each member."""
        return {country.ref_area: country.region for country in self.catalog.countries}

    @property
    def areas(self) -> tuple[str, ...]:
        """The members in the order of the settings."""
        return self.catalog.ref_areas

    def members(self, area: str) -> tuple[str, ...]:
        """The members of the region of a country, itself included."""
        return self.catalog.members_of(self.region_of[area])

    @cached_property
    def until(self) -> int:
        """The last year that is no projection."""
        return int(self.catalog.app.data_span.end[:4])

    @cached_property
    def facts(self) -> pd.DataFrame:
        """What peers and distances are found by, indexed by ref_area."""
        similar = self.catalog.policies.similar
        register = self.countries.reset_index(drop=True)
        return country_facts(
            register, self.indicators, population=similar.population, income=similar.income, until=self.until
        )

    @cached_property
    def totals(self) -> Panel:
        """The latest total of every described indicator in every member."""
        known = panel(self.indicators, self.areas, until=self.until)
        described = (Series(name) for name in self.catalog.indicators)
        return known.of([one for one in described if one in known.series])

    @cached_property
    def directions(self) -> dict[str, str]:
        """Indicator -> which way is better."""
        return {name: about.direction for name, about in self.catalog.indicators.items()}

    @cached_property
    def positions(self) -> pd.DataFrame:
        """Where every member stands on every indicator (columns of correlation.positions)."""
        return positions(self.totals, self.directions, self.region_of)

    @cached_property
    def flows(self) -> Flows:
        """Visits of each country to the marketplaces of each other, foreign sites with their home country."""
        return flows(self.origin, self.storefronts, self.region_of)

    @cached_property
    def joinable(self) -> dict[str, tuple[str, ...]]:
        """Treaty -> members that may join it."""
        return joinable(self.treaties, self.region_of, self.catalog.regulation.members_of_body)

    def scored(self, layer: str) -> tuple[str, ...]:
        """The members that a layer of rules knows anything of."""
        if layer != RDTII:
            return self.areas
        held = set(self.rdtii_measures["ref_area"])
        return tuple(area for area in self.areas if area in held)

    def rules(self, layer: str) -> Rules:
        """Items, scores and groups of a layer of rules."""
        about = self.catalog.regulation.layers[layer]
        if layer == RDTII:
            return rdtii_rules(self.rdtii_indicators, about.before)
        items = tuple(Item(item, group) for group, inside in about.groups.items() for item in inside)
        return Rules(layer, items, about.scores, about.before)

    @cached_property
    def _answers(self) -> dict[tuple[str, Trust], pd.DataFrame]:
        trusts: Sequence[Trust] = ("sourced", "all")
        return {(layer, trust): self._answered(layer, trust) for layer in LAYERS for trust in trusts}

    def answers(self, layer: str, trust: Trust = "sourced") -> pd.DataFrame:
        """The answers of all members to the items of a layer, as they stand today (see `answers`)."""
        return self._answers[layer, trust]

    def _answered(self, layer: str, trust: Trust) -> pd.DataFrame:
        by, areas = self.rules(layer), self.scored(layer)
        if layer == FRAMEWORK:
            return framework_answers(self.laws, self.cyberlaw_status, by, areas, trust=trust)
        if layer == TREATIES:
            return treaty_answers(self.treaty_status, by, areas, trust=trust)
        about = self.catalog.regulation.rdtii
        counting = CountRules(about.halves_add_up, about.quarters_add_up)
        return rdtii_answers(self.rdtii_measures, self.rdtii_indicators, counting, by, areas)
