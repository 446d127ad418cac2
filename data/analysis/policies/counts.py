"""Measures counted by country and by what they are: matrices, composition, reach abroad, coverage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from data.analysis.policies.prepared import RUNNING, SOURCED, UNKNOWN, split_groups


def matrix(policies: pd.DataFrame, by: str, areas: Sequence[str], codes: Sequence[str]) -> pd.DataFrame:
    """Measures of each country by a code: ref_area, code, measures, sourced, one row per pair, in order.

    `by`: a column of codes, or target_group; a measure counts once for each group that it names.
    """
    rows = _apart(policies, by)
    pairs = pd.MultiIndex.from_product([list(areas), list(codes)], names=["ref_area", "code"])
    groups = rows.assign(sourced=rows["verification"] == SOURCED).groupby(["ref_area", by], observed=True)
    table = groups["sourced"].agg(measures="size", sourced="sum").reindex(pairs, fill_value=0)
    return table.astype(int).reset_index()


def composition(policies: pd.DataFrame, by: str, codes: Sequence[str]) -> pd.DataFrame:
    """What a region's measures consist of: region, code, measures, share (of the region's measures).

    Shares of target groups add up to more than 1, because a measure may name several.
    """
    rows = _apart(policies, by)
    totals = policies.groupby("region", observed=True).size()
    pairs = pd.MultiIndex.from_product([list(totals.index), list(codes)], names=["region", "code"])
    counts = rows.groupby(["region", by], observed=True).size().reindex(pairs, fill_value=0)
    out = counts.rename("measures").reset_index()
    return out.assign(share=out["measures"] / out["region"].map(totals))


def coverage(policies: pd.DataFrame, areas: Sequence[str]) -> pd.DataFrame:
    """How much of each country is known: ref_area, measures, sourced, sourced_share (missing without any)."""
    groups = policies.assign(sourced=policies["verification"] == SOURCED).groupby("ref_area")["sourced"]
    table = groups.agg(measures="size", sourced="sum").reindex(list(areas), fill_value=0)
    out = table.astype(int).rename_axis("ref_area").reset_index()
    return out.assign(sourced_share=_share(out["sourced"], out["measures"]))


def reach_abroad(policies: pd.DataFrame, areas: Sequence[str], by: str = "ref_area") -> pd.DataFrame:
    """Measures that reach beyond the home market: `by`, measures, abroad, share (missing without any)."""
    table = policies.groupby(by)["abroad"].agg(measures="size", abroad="sum")
    out = table.reindex(list(areas), fill_value=0).astype(int).rename_axis(by).reset_index()
    return out.assign(share=_share(out["abroad"], out["measures"]))


@dataclass(frozen=True)
class Certainty:
    """Some entries of the register, how many different measures they are, and what is known of their status.

    running: entries known to run; unknown: those whose status nobody knows and whose last year is not over.
    """

    entries: int
    different: int
    running: int
    unknown: int


def certainty(policies: pd.DataFrame) -> Certainty:
    """Count `policies` (as prepared); a programme of several countries is one measure."""
    open_still = policies["phase"] == "in_place"
    return Certainty(
        entries=len(policies),
        different=policies["programme"].nunique(),
        running=int((policies["status"] == RUNNING).sum()),
        unknown=int((open_still & (policies["status"] == UNKNOWN)).sum()),
    )


def _apart(policies: pd.DataFrame, by: str) -> pd.DataFrame:
    return split_groups(policies) if by == "target_group" else policies


def _share(part: pd.Series, whole: pd.Series) -> pd.Series:
    """A quotient that is missing where there is nothing to divide by."""
    return part / whole.where(whole > 0).astype(float)
