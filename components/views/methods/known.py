"""What the data tell of the method: evidence classes, their visits, and the test of the estimates."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from components import loaders
from components.kept import kept
from components.views import frames
from data.analysis.evidence_mix import evidence_mix, storefronts_by_region
from data.analysis.residuals import quality_table
from data.analysis.traffic import visits_in

CLASSES = ("A", "B", "C", "D")
ESTIMATED = CLASSES[1:]


@dataclass(frozen=True)
class Part:
    """What one evidence class holds: storefronts, and their share of all visits (0 to 1)."""

    storefronts: int
    share: float


@kept
def mix() -> pd.DataFrame:
    """Storefronts and visits of the last twelve complete months by evidence class, indexed by class."""
    visits = visits_in(loaders.monthly(), loaders.storefronts(), frames.last_year())
    return evidence_mix(loaders.evidence(), visits, CLASSES).set_index("evidence_class", drop=False)


def part(evidence_class: str) -> Part:
    """The part of one class."""
    row = mix().to_dict("index")[evidence_class]
    return Part(int(row["storefronts"]), float(row["share"]))


@kept
def published_by_region() -> dict[str, int]:
    """Storefronts with published visits by region; every region is named."""
    known = storefronts_by_region(loaders.evidence(), loaders.storefronts(), CLASSES[0])
    return {region: known.get(region, 0) for region in loaders.catalog().app.regions}


@kept
def largest_provider() -> int:
    """Storefronts with published visits whose level rests on the provider that most of them rest on."""
    evidence = loaders.evidence()
    providers = evidence["provider"][evidence["evidence_class"].astype(str) == CLASSES[0]]
    return int(providers.astype(str).value_counts().max()) if len(providers) else 0


@kept
def quality() -> pd.DataFrame:
    """The test of the estimates by the class a storefront would have without its figure, and for all."""
    return quality_table(loaders.validation(), loaders.residuals(), ESTIMATED)
