"""What the reader of the page chose beside the facets of the register, read from the URL once per run."""

from __future__ import annotations

from dataclasses import dataclass

from components import loaders, state
from data.analysis.policies.peers import NEARS, PEER_KINDS, Near, PeerKind

SECTIONS = ("inventory", "overview", "benchmark", "good_practices", "programmes", "contribute")
TRUSTS = ("sourced", "all")
YES, ALL = "yes", "all"
DEFAULT_PEERS: PeerKind = "gdp"


@dataclass(frozen=True)
class BenchmarkChoice:
    """A country, whom it is compared with, and what counts; hashable, so it can key a cache.

    by_hand: peers that the reader named; near: how the nearest donor is found; ended: measures that have
    ended count too; one_in: a lack is a gap when one in so many peers has it.
    """

    area: str
    kind: PeerKind
    by_hand: tuple[str, ...]
    near: Near
    trust: str
    ended: bool
    one_in: int


def trust() -> str:
    """What counts: measures supported by a page, or all of them."""
    return state.one("trust", TRUSTS, TRUSTS[0])


def area() -> str:
    """The country that the page is about: the first that the URL names, else the first of the register."""
    named = state.many("country", everyone())
    return named[0] if named else everyone()[0]


def everyone() -> tuple[str, ...]:
    """All members, region by region."""
    return tuple(code for region in loaders.catalog().app.regions for code in loaders.members(region))


def rules() -> tuple[str, ...]:
    """One in how many peers makes a gap: what can be chosen, as the URL holds it."""
    return tuple(str(count) for count in loaders.catalog().policies.gap_one_in.choices)


def usual_rule() -> str:
    """The rule when none is chosen, as the URL would hold it."""
    return str(loaders.catalog().policies.gap_one_in.usual)


def read_benchmark() -> BenchmarkChoice:
    """The comparison that the URL holds; what it does not know is noted and left out."""
    return BenchmarkChoice(
        area=area(),
        kind=state.one("peers", PEER_KINDS, DEFAULT_PEERS),  # type: ignore[arg-type]
        by_hand=state.many("partner", everyone()),
        near=state.one("near", NEARS, NEARS[0]),  # type: ignore[arg-type]
        trust=trust(),
        ended=state.one("ended", ("", YES), "") == YES,
        one_in=int(state.one("rule", rules(), usual_rule())),
    )
