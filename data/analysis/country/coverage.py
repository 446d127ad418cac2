"""How complete and how well supported the data on a country are, layer by layer, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from data.analysis.coding import is_local, share
from data.analysis.correlation.panel import Series
from data.analysis.country.desk import FRAMEWORK, RDTII, TREATIES, Desk

Weight = Literal["full", "short", "none"]
LAYERS = ("marketplaces", "visits", "determinants", FRAMEWORK, TREATIES, RDTII, "measures")
# Sections of a profile and the layer that decides how much room each gets.
SECTIONS = {
    "marketplaces": "marketplaces", "visitors": "visits", "determinants": "determinants",
    "rules": FRAMEWORK, "measures": "measures",
}  # fmt: skip
_FIRM, _WEAK = ("A",), ("B", "C")
# Below this share of supported entries a section is told in a few lines.
_LEAST_FIRM = 0.5
# Fewer supported entries of an open register than this make no picture.
_LEAST_ROWS = 3
# Registers that nobody can call complete: what they do not hold is not known to be missing.
OPEN = frozenset({"marketplaces", "measures"})


@dataclass(frozen=True)
class Coverage:
    """One layer: entries that a page or an official source supports, weaker ones, and those that are missing.

    Of `visits` the entries are open storefronts by what the level of their visits rests on: a published
    figure (sourced), a rank class (weak), comparable marketplaces only (missing). lacking: codes of missing
    items, where they have names.
    """

    layer: str
    sourced: int
    weak: int
    missing: int
    lacking: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """All entries."""
        return self.sourced + self.weak + self.missing

    @property
    def known(self) -> int:
        """Entries with a value."""
        return self.sourced + self.weak


def coverage(desk: Desk, area: str) -> tuple[Coverage, ...]:
    """The coverage of every layer of LAYERS."""
    held = {
        "marketplaces": _marketplaces(desk, area),
        "visits": _visits(desk, area),
        "determinants": _determinants(desk, area),
        **{layer: _rules(desk, layer, area) for layer in (FRAMEWORK, TREATIES, RDTII)},
        "measures": _measures(desk, area),
    }
    return tuple(held[layer] for layer in LAYERS)


def weights(found: tuple[Coverage, ...], ranked: float) -> dict[str, Weight]:
    """How much room each section gets: full, short where little is supported, none where nothing is known.

    `ranked`: share of the visits whose level rests on a published figure or a rank (`ranked_share`).
    """
    by = {one.layer: one for one in found}
    return {section: _weight(by[layer], ranked) for section, layer in SECTIONS.items()}


def ranked_share(marketplaces: pd.DataFrame) -> float:
    """Share of the visits to a country's marketplaces at those of class A to C; NaN without visits.

    `marketplaces`: storefront, visits, evidence_class (columns of country.marketplaces).
    """
    own = marketplaces[is_local(marketplaces)]
    firm = own["evidence_class"].isin((*_FIRM, *_WEAK))
    return float(share(np.asarray(own.loc[firm, "visits"].sum()), np.asarray(own["visits"].sum())))


def _weight(one: Coverage, ranked: float) -> Weight:
    if one.layer == "visits":
        return "none" if ranked != ranked else "full" if ranked >= _LEAST_FIRM else "short"
    if not one.known:
        return "none"
    if one.layer in OPEN:
        return "full" if one.sourced >= _LEAST_ROWS else "short"
    return "full" if one.sourced >= _LEAST_FIRM * one.total else "short"


def _local(desk: Desk, area: str) -> pd.DataFrame:
    own = desk.storefronts[is_local(desk.storefronts) & (desk.storefronts["ref_area"] == area).to_numpy()]
    return own[own["closed_year"].isna()]


def _marketplaces(desk: Desk, area: str) -> Coverage:
    own = _local(desk, area)
    sourced = int((own["verification"] == "sourced").sum())
    return Coverage("marketplaces", sourced, len(own) - sourced, 0)


def _visits(desk: Desk, area: str) -> Coverage:
    own = set(_local(desk, area)["marketplace_id"].astype(str))
    classes = desk.evidence.loc[desk.evidence["marketplace_id"].astype(str).isin(own), "evidence_class"]
    firm, weak = (int(classes.astype(str).isin(codes).sum()) for codes in (_FIRM, _WEAK))
    return Coverage("visits", firm, weak, len(own) - firm - weak)


def _determinants(desk: Desk, area: str) -> Coverage:
    row = desk.totals.areas.index(area)
    has = np.isfinite(desk.totals.values)
    # What no member has is no gap of this one.
    exists = has.any(axis=0)
    lacking = [
        one.indicator
        for one, there, mine in zip(desk.totals.series, exists, has[row], strict=True)
        if there and not mine and one == Series(one.indicator)
    ]
    about = desk.catalog.indicators
    # What is missed most first: outcomes, then series that still run.
    lacking.sort(key=lambda name: (about[name].role != "outcome", about[name].series.state == "discontinued"))
    return Coverage("determinants", int(has[row].sum()), 0, len(lacking), tuple(lacking))


def _rules(desk: Desk, layer: str, area: str) -> Coverage:
    items = [item.code for item in desk.rules(layer).items]
    if area not in desk.scored(layer):
        return Coverage(layer, 0, 0, len(items), tuple(items))
    answers = desk.answers(layer, "all")
    own = answers[answers["ref_area"] == area].set_index("item")
    known = own["answer"].notna()
    firm = _known(desk.answers(layer, "sourced"), area)
    lacking = tuple(item for item in items if not known.get(item, False))
    return Coverage(layer, firm, int(known.sum()) - firm, len(lacking), lacking)


def _known(answers: pd.DataFrame, area: str) -> int:
    return int(answers.loc[answers["ref_area"] == area, "answer"].notna().sum())


def _measures(desk: Desk, area: str) -> Coverage:
    own = desk.policies[desk.policies["ref_area"] == area]
    sourced = int((own["verification"] == "sourced").sum())
    return Coverage("measures", sourced, len(own) - sourced, 0)
