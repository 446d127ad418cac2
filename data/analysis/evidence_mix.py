"""What the visits rest on: storefronts and visits by evidence class."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from data.analysis.coding import share


def evidence_mix(evidence: pd.DataFrame, visits: pd.DataFrame, classes: Sequence[str]) -> pd.DataFrame:
    """Storefronts and visits by class.

    evidence: marketplace_id, evidence_class; visits: marketplace_id, visits (of one period, one row per
    storefront). Returns evidence_class (all of `classes`), storefronts, visits, share (of all visits).
    """
    classed = evidence["evidence_class"].astype(str)
    amount = visits["visits"].groupby(visits["marketplace_id"].astype(str)).sum()
    each = evidence["marketplace_id"].astype(str).map(amount.to_dict()).fillna(0.0)
    out = pd.DataFrame(
        {
            "storefronts": classed.value_counts().reindex(list(classes), fill_value=0).astype("int64"),
            "visits": each.groupby(classed).sum().reindex(list(classes), fill_value=0.0),
        }
    )
    out["share"] = share(out["visits"].to_numpy(), out["visits"].to_numpy().sum())
    return out.rename_axis("evidence_class").reset_index()


def storefronts_by_region(
    evidence: pd.DataFrame, storefronts: pd.DataFrame, evidence_class: str
) -> dict[str, int]:
    """Storefronts of one class by region code; storefronts: marketplace_id, region."""
    ids = evidence["marketplace_id"][evidence["evidence_class"].astype(str) == evidence_class].astype(str)
    places = storefronts["region"][storefronts["marketplace_id"].astype(str).isin(set(ids))]
    return {str(region): int(count) for region, count in places.astype(str).value_counts().items()}
