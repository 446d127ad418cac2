"""Which step handles which item: the matrix of documents x steps, and the actors of each step."""

from __future__ import annotations

import pandas as pd

from data.analysis.processes.schedule import Steps
from data.analysis.processes.totals import Items

IN, OUT, BOTH = "in", "out", "in_out"


def matrix(steps: Steps, items: Items, kinds: tuple[str, ...] = ("document",)) -> pd.DataFrame:
    """One row per item and step that handles it: item, kind, form, step, area, role (in, out, in_out).

    `kinds`: codes of process_item; items and steps in the order in which the steps come.
    """
    rows = []
    for name, step in steps.items():
        for item in step.items:
            if items[item].kind in kinds:
                taken, given = item in step.inputs, item in step.outputs
                role = BOTH if taken and given else IN if taken else OUT
                about = items[item]
                rows.append((item, about.kind, about.form, name, step.area, role))
    return pd.DataFrame(rows, columns=["item", "kind", "form", "step", "area", "role"])


def handled(steps: Steps, items: Items) -> pd.DataFrame:
    """One row per document: item, form, steps (how many handle it), first, last, actors (how many do)."""
    table = matrix(steps, items).assign(actor=lambda rows: [steps[name].actor for name in rows["step"]])
    groups = table.groupby("item", sort=False)
    out = groups.agg(
        form=("form", "first"),
        steps=("step", "nunique"),
        first=("step", "first"),
        last=("step", "last"),
        actors=("actor", "nunique"),
    )
    return out.reset_index()


def use_cases(steps: Steps) -> pd.DataFrame:
    """The use-case diagram: one row per actor and step, actor, step, area, leads (does it, or takes part)."""
    rows = [
        (actor, name, step.area, actor == step.actor) for name, step in steps.items() for actor in step.people
    ]
    return pd.DataFrame(rows, columns=["actor", "step", "area", "leads"])
