"""What if steps were removed, digitised, moved beside others or shortened; which change saves most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from data.analysis.processes.schedule import Steps, elapsed, values
from data.analysis.processes.totals import Items, counts
from data.catalog.process_changes import apply_change, can_run_beside
from data.catalog.process_rules import ProcessRules
from data.catalog.process_step import Step
from data.catalog.reader_change import ReaderChange, as_change, read_change


def possible(steps: Steps, step: str, rules: ProcessRules) -> tuple[str, ...]:
    """Changes that make sense for a step: what it is open to, without those that would alter nothing."""
    about = steps[step]
    open_to = rules.what_if.open_to[about.handles] if about.open_to is None else about.open_to
    return tuple(kind for kind in open_to if _alters(steps, step, about, kind))


def _alters(steps: Steps, step: str, about: Step, kind: str) -> bool:
    if kind == "digitise":
        return about.mode != "automatic"
    if kind == "parallelise":
        return can_run_beside(steps, step)
    return True


def apply_all(
    steps: Steps, changes: Iterable[ReaderChange], rules: ProcessRules
) -> tuple[dict[str, Step], tuple[ReaderChange, ...]]:
    """The steps after the changes, and the changes that could not be made (unknown or already gone steps)."""
    out, refused = dict(steps), []
    for change in changes:
        if change.step in out and change.kind in possible(out, change.step, rules):
            out = apply_change(out, as_change(change), rules)
        else:
            refused.append(change)
    return out, tuple(refused)


def read_all(texts: Iterable[str]) -> tuple[tuple[ReaderChange, ...], tuple[str, ...]]:
    """Changes of an address (`remove:pack`, `shorten:pack:0.5`), and the texts that are none."""
    found, wrong = [], []
    for text in texts:
        change = read_change(text)
        if change is None:
            wrong.append(text)
        else:
            found.append(change)
    return tuple(dict.fromkeys(found)), tuple(wrong)


def rank_changes(
    steps: Steps, items: Items, rules: ProcessRules, kinds: Sequence[str] | None = None
) -> pd.DataFrame:
    """Every single change that makes sense, the largest saving of time first, then of cost.

    Columns: kind, step, elapsed_hours, cost_usd (what is left, typical case, taxes apart), saved_hours,
    saved_cost_usd, saved_documents, saved_rekeyed, saved_handovers. `kinds` keeps these changes only.
    """
    before = _figures(steps, items)
    rows = []
    for name in steps:
        for kind in possible(steps, name, rules):
            if kinds is not None and kind not in kinds:
                continue
            changed = apply_change(steps, as_change(ReaderChange(kind, name)), rules)
            after = _figures(changed, items)
            rows.append((kind, name, *after[:2], *(b - a for b, a in zip(before, after, strict=True))))
    columns = ["kind", "step", "elapsed_hours", "cost_usd", "saved_hours", "saved_cost_usd"]
    columns += ["saved_documents", "saved_rekeyed", "saved_handovers"]
    table = pd.DataFrame(rows, columns=columns)
    order = ["saved_hours", "saved_cost_usd", "saved_rekeyed"]
    return table.sort_values(order, ascending=False, kind="stable", ignore_index=True)


def _figures(steps: Steps, items: Items) -> tuple[float, float, float, float, float]:
    found = counts(steps, items)
    cost = float(values(steps, tuple(steps), "cost_usd", "typical").sum())
    return elapsed(steps), cost, found["documents"], found["rekeyed"], found["handovers"]
