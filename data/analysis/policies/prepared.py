"""The register of support measures as analysis and pages want it: region, plain text, several codes apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

UNKNOWN, SOURCED, RUNNING = "unknown", "sourced", "running"
# Named by a measure that is open to every enterprise; a cell of its own, see `gaps`.
EVERYBODY = "all_msmes"
_ENDED, _NOT_YET = ("ended", "superseded"), ("planned",)


def prepare_policies(
    register: pd.DataFrame,
    region_of: Mapping[str, str],
    year: int,
    shared: Mapping[str, Sequence[str]] | None = None,
) -> pd.DataFrame:
    """The table `policy` ready to be analysed, ordered by policy_id.

    Adds region (of ref_area), abroad (scope reaches beyond the home market), phase in `year`: in_place (not
    known to have ended or to be planned), ended or planned, and programme: the name that `shared` (name ->
    policy_ids) gives to the entries of one programme in several countries, else the policy_id. A status that
    nobody knows is `unknown`; missing text is the empty text; missing years and amounts stay missing.
    """
    of = {policy_id: name for name, ids in (shared or {}).items() for policy_id in ids}
    # An empty column has no text type of its own.
    texts = [str(name) for name in register if not pd.api.types.is_numeric_dtype(register[name])]
    plain = register.assign(**{name: _plain(register[name]) for name in texts})
    plain["status"] = plain["status"].where(plain["status"] != "", UNKNOWN)
    return plain.assign(
        region=plain["ref_area"].map(region_of),
        abroad=plain["scope"].isin(["cross_border", "both"]),
        phase=_phase(plain, year),
        programme=plain["policy_id"].map(lambda policy_id: of.get(policy_id, policy_id)),
    ).sort_values("policy_id", ignore_index=True)


def trusted(policies: pd.DataFrame, trust: str) -> pd.DataFrame:
    """The measures that count: with `trust` 'sourced' those supported by a page, with 'all' every one."""
    return policies if trust == "all" else policies[policies["verification"] == SOURCED]


def counted(policies: pd.DataFrame, trust: str, *, ended: bool = False) -> pd.DataFrame:
    """The trusted measures that are in place, and with `ended` also those that were."""
    phases = ["in_place", "ended"] if ended else ["in_place"]
    return trusted(policies[policies["phase"].isin(phases)], trust)


def split_groups(policies: pd.DataFrame) -> pd.DataFrame:
    """One row per measure and target group that it names: the columns of `policies` plus target_group."""
    apart = policies.assign(target_group=policies["target_groups"].str.split(";"))
    return apart.explode("target_group", ignore_index=True)


def _phase(policies: pd.DataFrame, year: int) -> pd.Series:
    """in_place unless the status says otherwise; where it is not known, the last year decides."""
    phase = pd.Series("in_place", index=policies.index, dtype=object)
    over = (policies["end_year"] < year).fillna(False).astype(bool) & (policies["status"] == UNKNOWN)
    phase[over | policies["status"].isin(_ENDED)] = "ended"
    return phase.mask(policies["status"].isin(_NOT_YET), "planned")


def _plain(values: pd.Series) -> pd.Series:
    """Text as objects with the empty text for what is missing."""
    held = values.astype(object)
    return held.where(held.notna(), "").astype(str).astype(object)
