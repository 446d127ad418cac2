"""Who fills a gap: the nearest peer with a sourced measure, and which of its measures."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from data.analysis.policies.prepared import SOURCED

COLUMNS = ("donor_area", "donor_id", "remoteness")


def donors(
    gaps: pd.DataFrame, policies: pd.DataFrame, remoteness: pd.Series, good: Collection[str] = ()
) -> pd.DataFrame:
    """`gaps` (instrument, target_group, peer_areas) with the donor of each: COLUMNS, empty without one.

    The donor is the peer nearest by `remoteness` (indexed by ref_area; a peer of unknown distance comes last)
    among those with a sourced measure in the cell that is in place or, if no peer has one in place, was. Of
    its measures: a good practice before others (`good`: ids), one with an evaluation before others, the
    newest, the first by id.
    """
    sourced = policies[(policies["verification"] == SOURCED) & (policies["phase"] != "planned")]
    ranked = sourced.assign(
        groups=sourced["target_groups"].str.split(";"),
        over=sourced["phase"] == "ended",
        far=sourced["ref_area"].map(remoteness).astype(float),
        plain=~sourced["policy_id"].isin(list(good)),
        unevaluated=sourced["evaluation_url"] == "",
        age=-sourced["start_year"].astype("Float64").fillna(0).astype(float),
    ).sort_values(
        ["over", "far", "ref_area", "plain", "unevaluated", "age", "policy_id"],
        na_position="last",
        kind="stable",
    )
    found = []
    for instrument, group, areas in gaps[["instrument", "target_group", "peer_areas"]].itertuples(
        index=False, name=None
    ):
        fits = (ranked["instrument"] == instrument) & ranked["ref_area"].isin(areas.split(";"))
        fits &= ranked["groups"].map(lambda named, group=group: group in named)
        first = ranked[fits].head(1)
        found.append(("", "", float("nan")) if first.empty else _of(first))
    told = pd.DataFrame(found, columns=list(COLUMNS), index=gaps.index)
    return pd.concat([gaps, told], axis="columns")


def similar_elsewhere(
    policies: pd.DataFrame, policy_id: str, remoteness: pd.Series, limit: int
) -> pd.DataFrame:
    """Measures of other countries with the same instrument and a target group in common, nearest first.

    Returns rows of `policies` plus common (groups in common, joined by ';') and remoteness. Sourced measures
    come before others of a country, those with more groups in common before those with fewer. One measure of
    each country, so that the list shows different ways; a programme of several countries is in it once, and
    never for a measure that is part of it. Raises KeyError for an id that is not there.
    """
    own = policies[policies["policy_id"] == policy_id]
    if own.empty:
        raise KeyError(f"policy_id: {policy_id!r} is not in the register of measures")
    groups = own["target_groups"].iloc[0].split(";")
    others = policies[
        (policies["instrument"] == own["instrument"].iloc[0])
        & (policies["ref_area"] != own["ref_area"].iloc[0])
        & (policies["programme"] != own["programme"].iloc[0])
    ]
    named = [[group for group in groups if group in text.split(";")] for text in others["target_groups"]]
    ranked = others.assign(
        common=[";".join(shared) for shared in named],
        remoteness=others["ref_area"].map(remoteness).astype(float),
        shared=[-len(shared) for shared in named],
        doubt=others["verification"] != SOURCED,
    )
    ranked = ranked[ranked["common"] != ""].sort_values(
        ["remoteness", "ref_area", "doubt", "shared", "policy_id"], na_position="last", kind="stable"
    )
    return (
        ranked.drop_duplicates("programme")
        .drop_duplicates("ref_area")
        .head(limit)
        .drop(columns=["shared", "doubt"])
        .reset_index(drop=True)
    )


def _of(row: pd.DataFrame) -> tuple[str, str, float]:
    return row["ref_area"].iloc[0], row["policy_id"].iloc[0], float(row["far"].iloc[0])
