"""The register of support measures as analysis and pages want it: region, plain text, several codes apart."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

UNKNOWN = "unknown"
SOURCED = "sourced"
# A measure for all MSMEs; see `cells` for what that means for each group.
EVERYBODY = "all_msmes"


def prepare_policies(register: pd.DataFrame, region_of: Mapping[str, str]) -> pd.DataFrame:
    """The table `policy` ready to be analysed, ordered by policy_id.

    Adds region (of ref_area) and abroad (scope reaches beyond the home market). A status that nobody knows
    is `unknown`; text that is missing is the empty text; years and amounts keep their missing values.
    """
    texts = [
        name for name in register.columns if not pd.api.types.is_numeric_dtype(register[name])
    ]  # an empty column has no text type of its own
    plain = register.assign(**{name: _plain(register[name]) for name in texts})
    return plain.assign(
        status=plain["status"].where(plain["status"] != "", UNKNOWN),
        region=plain["ref_area"].map(region_of),
        abroad=plain["scope"].isin(["cross_border", "both"]),
    ).sort_values("policy_id", ignore_index=True)


def trusted(policies: pd.DataFrame, trust: str) -> pd.DataFrame:
    """The measures that count: with `trust` 'sourced' those supported by a page, with 'all' every one."""
    return policies if trust == "all" else policies[policies["verification"] == SOURCED]


def split_groups(policies: pd.DataFrame) -> pd.DataFrame:
    """One row per measure and target group that it names: the columns of `policies` plus target_group."""
    apart = policies.assign(target_group=policies["target_groups"].str.split(";"))
    return apart.explode("target_group", ignore_index=True)


def _plain(values: pd.Series) -> pd.Series:
    """Text as objects with the empty text for what is missing."""
    held = values.astype(object)
    return held.where(held.notna(), "").astype(str).astype(object)
