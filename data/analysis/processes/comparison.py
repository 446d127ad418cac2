"""As-is against to-be, and one process against another, measure by measure."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from data.analysis.processes.schedule import CASES, Steps, schedule, values
from data.analysis.processes.totals import HIGHER_IS_BETTER, Items, totals
from data.catalog.process import VARIANTS, Process
from data.catalog.process_changes import variant_items, variant_steps
from data.catalog.process_rules import ProcessRules


def savings(
    before: Steps, after: Steps, items: Items, value_usd: float, *, items_after: Items | None = None
) -> pd.DataFrame:
    """One row per measure and case: measure, case, before, after, saving, saving_share, better.

    saving: how much less it is (how much more, for shares of automation); saving_share: of what it was,
    missing where that was 0; better: whether it got better (missing: it stayed). `items_after`: the items
    afterwards, when documents change their form.
    """
    frames = [
        totals(steps, papers, value_usd).melt("measure", list(CASES), "case", name)
        for name, steps, papers in (("before", before, items), ("after", after, items_after or items))
    ]
    table = frames[0].merge(frames[1], on=["measure", "case"])
    sign = np.where(table["measure"].isin(HIGHER_IS_BETTER), -1.0, 1.0)
    saving = (table["before"] - table["after"]) * sign
    base = table["before"].where(table["before"] != 0)
    better = (saving > 0).astype("boolean").mask(saving.abs() < 1e-9)
    return table.assign(saving=saving, saving_share=saving / base, better=better)


def by_area(steps: Steps, areas: tuple[str, ...]) -> pd.DataFrame:
    """One row per area: area, steps, critical_hours, work_hours, cost_usd, tax_usd, rekeyed (typical case).

    critical_hours: hours of its steps on the critical path; over all areas they add up to the elapsed hours
    as long as the path is one chain.
    """
    return burden(steps, "area").set_index("area").reindex(list(areas), fill_value=0).reset_index()


def burden(steps: Steps, by: str) -> pd.DataFrame:
    """Where time and money go, most critical hours first: `by` (step, area, actor), steps, critical_hours,
    work_hours, cost_usd, tax_usd, rekeyed, time_share, cost_share (of the whole process, typical case).
    """
    table = schedule(steps)
    ids = tuple(table["step"])
    keys = list(ids) if by == "step" else [getattr(steps[name], by) for name in ids]
    frame = pd.DataFrame(
        {
            by: keys,
            "steps": 1,
            "critical_hours": table["hours"].where(table["critical"], 0.0),
            "work_hours": table["hours"],
            "cost_usd": values(steps, ids, "cost_usd", "typical"),
            "tax_usd": values(steps, ids, "tax_usd", "typical"),
            "rekeyed": [one.rekeyed.elements if one.rekeyed else 0 for one in (steps[name] for name in ids)],
        }
    )
    out = frame.groupby(by, sort=False).sum().reset_index()
    out = out.assign(
        time_share=_of_whole(out["critical_hours"]), cost_share=_of_whole(out["cost_usd"] + out["tax_usd"])
    )
    order = ["critical_hours", "cost_usd", "work_hours"]
    return out.sort_values(order, ascending=False, kind="stable", ignore_index=True)


def across(processes: Mapping[str, Process], rules: ProcessRules) -> pd.DataFrame:
    """All processes on one scale: process, variant, measure, min, typical, max."""
    frames = []
    for name, process in processes.items():
        for variant in VARIANTS:
            steps = variant_steps(process, variant, rules)
            table = totals(steps, variant_items(process, variant), process.product.value_usd)
            frames.append(table.assign(process=name, variant=variant))
    columns = ["process", "variant", "measure", *CASES]
    return pd.concat(frames, ignore_index=True)[columns] if frames else pd.DataFrame(columns=columns)


def _of_whole(amounts: pd.Series) -> pd.Series:
    whole = float(amounts.sum())
    return amounts / whole if whole else amounts * 0.0
