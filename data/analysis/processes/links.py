"""From a step to its laws, policies and marketplaces, and back from each of them to the steps."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from data.catalog.process import VARIANTS, Process
from data.catalog.process_changes import variant_steps
from data.catalog.process_rules import ProcessRules

COLUMNS = ["kind", "id", "process", "variant", "step"]
_FIELDS = {"rule": "rules", "policy": "policies", "marketplace": "marketplaces"}


def links(processes: Mapping[str, Process], rules: ProcessRules) -> pd.DataFrame:
    """One row per link: kind (rule, own_rule, policy, marketplace), id, process, variant, step.

    rule: a law_id or treaty code of the registers; own_rule: a rule that only the study knows. What a change
    rests on is linked to the step that it changes, in the to-be.
    """
    rows: list[tuple[str, str, str, str, str]] = []
    for name, process in processes.items():
        for variant in VARIANTS:
            for step_id, step in variant_steps(process, variant, rules).items():
                for kind, field in _FIELDS.items():
                    rows += [
                        (_kind(kind, one, process), one, name, variant, step_id)
                        for one in getattr(step, field)
                    ]
        for change in process.changes.values():
            named = [("rule", one) for one in change.rules] + [("policy", one) for one in change.policies]
            rows += [(_kind(kind, one, process), one, name, VARIANTS[1], change.step) for kind, one in named]
    return pd.DataFrame(rows, columns=COLUMNS).drop_duplicates(ignore_index=True)


def steps_of(table: pd.DataFrame, kind: str, identifier: str) -> pd.DataFrame:
    """The steps behind one law, treaty, policy or marketplace: process, variant, step."""
    chosen = table[(table["kind"] == kind) & (table["id"] == identifier)]
    return chosen[["process", "variant", "step"]].reset_index(drop=True)


def _kind(kind: str, identifier: str, process: Process) -> str:
    return "own_rule" if kind == "rule" and identifier in process.rules else kind
