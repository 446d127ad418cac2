"""Everything a profile says of one country, computed: figures with places, sentences, coverage, tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from data.analysis.country.coverage import Coverage, Weight, coverage, ranked_share, weights
from data.analysis.country.desk import LAYERS, Desk
from data.analysis.country.figures import figures
from data.analysis.country.marketplaces import by_group, crossing, marketplaces
from data.analysis.country.rules import best_reforms, likeness
from data.analysis.country.sentences import Sentences, policy_gaps, sentences
from data.analysis.country.standing import Figure, Standing, standing
from data.analysis.policies.peers import PeerKind, peers_of, remoteness
from data.analysis.regulation.convergence import Reform
from data.analysis.regulation.similarity import Mean

# Peers by income; where that is not known, the members of the region.
USUAL_PEERS: PeerKind = "gdp"
FALLBACK: PeerKind = "region"
_REFORMS = 3


@dataclass(frozen=True, eq=False)
class CountrySummary:
    """One country. kind, peers: how they were found (the fallback where the wish failed) and who they are.

    standings: figure -> standing, None where unknown; coverage by layer; weights: section -> room;
    marketplaces, groups, crossing: frames of `marketplaces`; likeness: layer -> region -> mean similarity;
    reforms: layer -> best reforms; gaps: MSME measures that peers have, with donors.
    """

    area: str
    region: str
    kind: PeerKind
    peers: tuple[str, ...]
    standings: Mapping[str, Standing | None]
    sentences: Sentences
    coverage: tuple[Coverage, ...]
    weights: Mapping[str, Weight]
    marketplaces: pd.DataFrame
    groups: pd.DataFrame
    crossing: pd.DataFrame
    likeness: Mapping[str, Mapping[str, Mean]]
    reforms: Mapping[str, tuple[Reform, ...]]
    gaps: pd.DataFrame


def chosen_peers(
    desk: Desk, area: str, kind: PeerKind, by_hand: Sequence[str] = ()
) -> tuple[PeerKind, tuple[str, ...]]:
    """The peers of a country, and how they were found: the region where the wish finds none."""
    nearest = desk.catalog.policies.nearest_peers
    found = peers_of(area, kind, desk.facts, nearest=nearest, by_hand=by_hand)
    if found:
        return kind, found
    return FALLBACK, peers_of(area, FALLBACK, desk.facts, nearest=nearest)


def standings(found: Mapping[str, Figure], desk: Desk, area: str) -> dict[str, Standing | None]:
    """Every figure of a country with its places."""
    return {name: standing(one, area, desk.areas, desk.members(area)) for name, one in found.items()}


def summarise(
    desk: Desk, area: str, *, kind: PeerKind = USUAL_PEERS, by_hand: Sequence[str] = (),
    known: Mapping[str, Figure] | None = None,
) -> CountrySummary:  # fmt: skip
    """The summary of a country; `known`: figures(desk) where they are at hand already.

    Raises KeyError for an area that is no member.
    """
    if area not in desk.region_of:
        raise KeyError(f"country: expected an ISO 3166-1 alpha-3 code of a member, got {area!r}")
    kind, peers = chosen_peers(desk, area, kind, by_hand)
    held = standings(known or figures(desk), desk, area)
    layers = coverage(desk, area)
    shops = marketplaces(desk, area)
    return CountrySummary(
        area=area,
        region=desk.region_of[area],
        kind=kind,
        peers=peers,
        standings=held,
        sentences=sentences(desk, area, peers, held),
        coverage=layers,
        weights=weights(layers, ranked_share(shops)),
        marketplaces=shops,
        groups=by_group(shops),
        crossing=crossing(desk, area),
        likeness={layer: likeness(desk, layer, area) for layer in LAYERS},
        reforms={layer: best_reforms(desk, layer, area, _REFORMS) for layer in LAYERS},
        gaps=policy_gaps(desk, area, peers, remoteness(area, "capital", desk.facts)),
    )
