"""What one region mostly has and the other mostly lacks, item by item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from data.analysis.regulation.panel import Panel

# A region has an item when more than this share of its known answers has it.
MOSTLY = 0.5
# Score from which on a country has an item: a law at least partly, a treaty in full, any restriction.
HAS = {"framework": 0.5, "treaties": 1.0, "rdtii": 0.25}
# Fewer known answers than this share of a region's members say nothing of the region.
LEAST_KNOWN = 0.5


def contrast(
    panel: Panel, members: Mapping[str, Sequence[str]], *, has: float, least: float = LEAST_KNOWN
) -> pd.DataFrame:
    """One row per item and region: item, group, region, known, members, having, share, mostly, difference.

    An answer has the item from the score `has` on. share: of the known answers, NaN when fewer than the share
    `least` of the members are known; mostly: whether more than half have it; difference: share of the first
    region minus that of the second. Raises ValueError unless there are two regions.
    """
    if len(members) != 2:
        raise ValueError(f"members: expected two regions, got {len(members)}")
    frames = []
    for region, areas in members.items():
        inside = np.isin(panel.areas, list(areas))
        known = panel.known[inside].sum(axis=0)
        with np.errstate(invalid="ignore"):
            having = (panel.scores[inside] >= has).sum(axis=0)
        enough = (known >= least * len(areas)) & (known > 0)
        frames.append(
            pd.DataFrame(
                {
                    "item": panel.item_codes,
                    "group": [item.group for item in panel.items],
                    "region": region,
                    "known": known,
                    "members": len(areas),
                    "having": having,
                    "share": np.where(enough, having / np.maximum(known, 1), np.nan),
                }
            )
        )
    first, second = frames
    difference = first["share"] - second["share"]
    found = pd.concat([one.assign(difference=difference) for one in frames], ignore_index=True)
    return found.assign(mostly=found["share"] > MOSTLY)


def one_has_other_lacks(found: pd.DataFrame, region: str) -> tuple[str, ...]:
    """Items that `region` mostly has and the other region mostly lacks, widest difference first."""
    shares = found.pivot(index="item", columns="region", values="share")
    other = next(name for name in shares.columns if name != region)
    chosen = shares[(shares[region] > MOSTLY) & (shares[other] < MOSTLY)]
    gap = chosen[region] - chosen[other]
    return tuple(gap.sort_values(ascending=False, kind="stable").index)
