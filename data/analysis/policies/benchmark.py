"""A country against its peers: what it has, what it lacks, what it has alone, and which lacks are gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from data.analysis.policies.cells import Cell, Held, held_cells, ordered
from data.analysis.policies.prepared import EVERYBODY, counted

COLUMNS = (
    "instrument", "target_group", "having", "peers", "share", "verdict", "own", "own_ids", "peer_areas",
)  # fmt: skip


@dataclass(frozen=True)
class Comparison:
    """What is compared: a country, its peers, what counts.

    trust: 'sourced' or 'all'; ended: measures that have ended count too; gap_one_in: a lack is a gap when at
    least one in so many peers has the cell.
    """

    area: str
    peers: tuple[str, ...]
    trust: str = "sourced"
    ended: bool = False
    gap_one_in: int = 3


def compare(
    policies: pd.DataFrame, comparison: Comparison, instruments: Sequence[str], groups: Sequence[str]
) -> pd.DataFrame:
    """One row per cell that the country or a peer has: the columns of COLUMNS, in the order of the codes.

    having: peers that have it; peers: those with any measure that counts (of the others nothing is known);
    share: having of peers. verdict: shared (the country and a peer have it), alone (only the country),
    gap (it lacks what one in `gap_one_in` peers has), lacks (it lacks what fewer have). own, for what it
    lacks: unverified (a measure that no page supports yet), ended (it had one), general (a measure of this
    instrument for all MSMEs is open to the group), none. own_ids: the country's measures behind `verdict` or
    `own`; peer_areas: the peers that have it, in the order given; both joined by ';'.
    """
    counting = counted(policies, comparison.trust, ended=comparison.ended)
    known = set(counting["ref_area"])
    peers = tuple(peer for peer in comparison.peers if peer in known and peer != comparison.area)
    held = held_cells(counting)
    every = held_cells(policies[policies["ref_area"] == comparison.area])
    phases = policies.set_index("policy_id")[["phase", "verification"]]
    rows = []
    for cell in ordered(list(held), instruments, groups):
        having = [peer for peer in peers if peer in held[cell]]
        mine = held[cell].get(comparison.area, ())
        if not mine and not having:
            continue
        verdict = _verdict(bool(mine), len(having), len(peers), comparison.gap_one_in)
        own, ids = ("", mine) if mine else _own(cell, comparison.area, held, every, phases)
        share = len(having) / len(peers) if peers else float("nan")
        rows.append(
            (*cell, len(having), len(peers), share, verdict, own, ";".join(ids), ";".join(having))
        )  # fmt: skip
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _verdict(has: bool, having: int, peers: int, gap_one_in: int) -> str:
    if has:
        return "shared" if having else "alone"
    return "gap" if having * gap_one_in >= peers else "lacks"


def _own(cell: Cell, area: str, held: Held, every: Held, phases: pd.DataFrame) -> tuple[str, tuple[str, ...]]:
    """Why a lack may be less than it seems, and the country's measures that say so."""
    mine = every.get(cell, {}).get(area, ())
    ended = tuple(one for one in mine if phases.at[one, "phase"] == "ended")
    open_still = tuple(one for one in mine if phases.at[one, "phase"] == "in_place")
    if open_still:
        return "unverified", open_still
    if ended:
        return "ended", ended
    everybody = held.get(Cell(cell.instrument, EVERYBODY), {}).get(area, ())
    return ("general", everybody) if everybody and cell.target_group != EVERYBODY else ("none", ())


def gaps(compared: pd.DataFrame) -> pd.DataFrame:
    """The gaps among the rows of `compare`: those of the country's weightiest lack first.

    What most peers have comes first; among equals, cells that not even a general measure reaches.
    """
    found = compared[compared["verdict"] == "gap"]
    weight = found["own"].map({"none": 0, "ended": 1, "general": 2, "unverified": 3})
    order = pd.DataFrame({"share": -found["share"], "own": weight}, index=found.index)
    return found.loc[order.sort_values(["share", "own"], kind="stable").index].reset_index(drop=True)
