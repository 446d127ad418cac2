"""How well a process is known: the values of its steps by kind of evidence, with their sources."""

from __future__ import annotations

import pandas as pd

from data.analysis.processes.schedule import Steps

FIELDS = ("hours", "cost_usd", "tax_usd", "rekeyed")


def evidence(steps: Steps) -> pd.DataFrame:
    """One row per value that a step gives: step, field, evidence, sources (tuple of source ids)."""
    rows = []
    for name, step in steps.items():
        for field in FIELDS:
            value = getattr(step, field)
            if value is not None:
                rows.append((name, field, value.evidence, value.sources))
    return pd.DataFrame(rows, columns=["step", "field", "evidence", "sources"])


def evidence_counts(steps: Steps, kinds: tuple[str, ...]) -> pd.DataFrame:
    """One row per kind of evidence: evidence, values, share (of all values)."""
    found = evidence(steps)["evidence"].value_counts().reindex(list(kinds), fill_value=0)
    whole = max(1, int(found.sum()))
    out = found.rename("values").rename_axis("evidence").reset_index()
    return out.assign(share=out["values"] / whole)
