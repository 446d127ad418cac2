"""What the reader of a country profile chose, read from the URL once per run."""

from __future__ import annotations

from dataclasses import dataclass

from components import loaders, state
from data.analysis.country.summary import USUAL_PEERS
from data.analysis.policies.peers import PEER_KINDS, PeerKind

MOST_PARTNERS = 3
YES = "yes"


@dataclass(frozen=True)
class Choice:
    """A country, its peers and its partners; hashable, so it can key a cache.

    kind: how peers are chosen; by_hand: the peers that the reader named; partners: countries shown side by
    side; everything: all sections below each other.
    """

    area: str
    kind: PeerKind
    by_hand: tuple[str, ...]
    partners: tuple[str, ...]
    everything: bool = False


def read() -> Choice | None:
    """The choice that the URL holds; None where it names no member."""
    members = loaders.catalog().ref_areas
    named = state.many("country", members)
    if not named:
        return None
    area = named[0]
    kind: PeerKind = state.one("peers", PEER_KINDS, USUAL_PEERS)  # type: ignore[assignment]
    others = tuple(one for one in state.many("partner", members) if one != area)
    if kind != "hand":
        for one in others[MOST_PARTNERS:]:
            state.ignore("partner", one)
    return Choice(
        area=area,
        kind=kind,
        by_hand=others if kind == "hand" else (),
        partners=others[:MOST_PARTNERS],
        everything=state.one("all", ("", YES), "") == YES,
    )
