"""What a whole process takes: time, cost, documents, actors, handovers, data typed again, automation."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from data.analysis.processes.schedule import CASES, Steps, elapsed, schedule, values
from data.catalog.process import Item
from data.catalog.process_network import without_shortcuts

Items = Mapping[str, Item]
# More of these is better; of all others, less.
HIGHER_IS_BETTER = ("automatic_share",)
SHIP = "ship"
_ON_PAPER = ("paper", "both")


def totals(steps: Steps, items: Items, value_usd: float) -> pd.DataFrame:
    """One row per measure (codes of process_measure): measure, min, typical, max.

    elapsed_hours: critical path; delivery_hours: until the last step of the area `ship` ends; work_hours:
    all steps one after the other; cost_share: cost as share of the parcel's value, burden_share: cost and
    taxes; documents: each counted once, paper_documents: those on paper or both; rekeyed: data elements
    typed again; shares are of steps. Counts are equal in all cases.
    """
    rows = [{"measure": name, **found} for name, found in _amounts(steps, value_usd).items()]
    rows += [{"measure": name, **dict.fromkeys(CASES, found)} for name, found in counts(steps, items).items()]
    return pd.DataFrame(rows, columns=["measure", *CASES])


def _amounts(steps: Steps, value_usd: float) -> dict[str, dict[str, float]]:
    ids = tuple(steps)
    found: dict[str, dict[str, float]] = {}
    for case in CASES:
        cost = float(values(steps, ids, "cost_usd", case).sum())
        tax = float(values(steps, ids, "tax_usd", case).sum())
        amounts = {
            "elapsed_hours": elapsed(steps, case),
            "delivery_hours": delivery(steps, case),
            "work_hours": float(values(steps, ids, "hours", case).sum()),
            "cost_usd": cost,
            "tax_usd": tax,
            "cost_share": cost / value_usd,
            "burden_share": (cost + tax) / value_usd,
        }
        for name, amount in amounts.items():
            found.setdefault(name, {})[case] = amount
    return found


def delivery(steps: Steps, case: str = "typical") -> float:
    """Hours until the goods are delivered: the end of the last step of the area `ship`, 0 without one."""
    table = schedule(steps, case)
    shipped = table.loc[[steps[name].area == SHIP for name in table["step"]], "finish"]
    return float(shipped.max()) if len(shipped) else 0.0


def counts(steps: Steps, items: Items) -> dict[str, float]:
    """Measures that are counted rather than ranged: steps, handovers, actors, documents and so on."""
    papers = documents(steps, items)
    modes = [step.mode for step in steps.values()]
    return {
        "steps": float(len(steps)),
        "handovers": float(handovers(steps)),
        "actors": float(len({name for step in steps.values() for name in step.people})),
        "documents": float(len(papers)),
        "paper_documents": float(sum(items[name].form in _ON_PAPER for name in papers)),
        "rekeyed": float(sum(step.rekeyed.elements for step in steps.values() if step.rekeyed)),
        "automatic_share": _share(modes.count("automatic"), len(modes)),
        "manual_share": _share(modes.count("manual"), len(modes)),
    }


def documents(steps: Steps, items: Items) -> tuple[str, ...]:
    """Documents that the steps take in or give out, in order of appearance."""
    handled = (name for step in steps.values() for name in step.items)
    return tuple(dict.fromkeys(name for name in handled if items[name].kind == "document"))


def handovers(steps: Steps) -> int:
    """How often work goes from one actor to another: needed edges between steps of different actors."""
    after = without_shortcuts({name: step.after for name, step in steps.items()})
    return sum(steps[b].actor != steps[name].actor for name, waits in after.items() for b in waits)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
