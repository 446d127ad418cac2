"""A study as tables to read and to take home: its steps, and each of their values with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from data.analysis.processes.evidence import FIELDS
from data.catalog.indicator import Names
from data.catalog.process import Process
from data.catalog.process_changes import variant_items, variant_steps
from data.catalog.process_rules import ProcessRules
from data.catalog.process_step import Evidence, Range, Rekeyed

STEP_COLUMNS = (
    "position", "step", "name", "area", "actor", "actor_name", "others", "after", "inputs", "outputs",
    "documents", "rules", "policies", "marketplaces", "entry", "exit", "handles", "mode", "rekeyed", "note",
)  # fmt: skip
VALUE_COLUMNS = (
    "step", "name", "field", "min", "typical", "max", "evidence", "note", "sources", "titles", "urls",
    "checked_on",
)  # fmt: skip
BETWEEN = "; "


def step_table(process: Process, variant: str, rules: ProcessRules, language: str) -> pd.DataFrame:
    """One row per step in the order of the study: STEP_COLUMNS, texts in `language`.

    area, handles and mode are codes; others, after, inputs, outputs and documents are names, rules, policies
    and marketplaces ids (a rule of the study by its name), joined by `; `; rekeyed counts data elements.
    """
    steps, items = variant_steps(process, variant, rules), variant_items(process, variant)
    rows = []
    for position, (name, step) in enumerate(steps.items(), start=1):
        papers = (item for item in step.items if items[item].kind == "document")
        own = (
            _said(process.rules[one].name, language) if one in process.rules else one for one in step.rules
        )
        rows.append(
            (
                position,
                name,
                _said(step.name, language),
                step.area,
                step.actor,
                _said(process.actors[step.actor].name, language),
                _names(process.actors, step.others, language),
                _names(steps, step.after, language),
                _names(items, step.inputs, language),
                _names(items, step.outputs, language),
                _names(items, papers, language),
                BETWEEN.join(own),
                BETWEEN.join(step.policies),
                BETWEEN.join(step.marketplaces),
                _said(step.entry, language),
                _said(step.exit, language),
                step.handles,
                step.mode,
                step.rekeyed.elements if step.rekeyed else 0,
                _said(step.note, language),
            )
        )
    return pd.DataFrame(rows, columns=list(STEP_COLUMNS))


def value_table(process: Process, variant: str, rules: ProcessRules, language: str) -> pd.DataFrame:
    """One row per value of a step: VALUE_COLUMNS; hours, US dollars or data elements, with their evidence.

    A count of data elements typed again is the same in min, typical and max. `sources` are ids of the study,
    titles, urls (without those of interviews) and checked_on stand in the same order, joined by `; `.
    """
    rows = []
    for name, step in variant_steps(process, variant, rules).items():
        for field in FIELDS:
            value: Evidence | None = getattr(step, field)
            if value is None:
                continue
            cited = [process.sources[one] for one in value.sources]
            rows.append(
                (
                    name,
                    _said(step.name, language),
                    field,
                    *_ends(value),
                    value.evidence,
                    _said(value.note, language),
                    BETWEEN.join(value.sources),
                    BETWEEN.join(one.title for one in cited),
                    BETWEEN.join(one.url for one in cited if one.url),
                    BETWEEN.join(one.checked_on for one in cited),
                )
            )
    return pd.DataFrame(rows, columns=list(VALUE_COLUMNS))


def _ends(value: Evidence) -> tuple[float, float, float]:
    if isinstance(value, Range):
        return value.min, value.typical, value.max
    if isinstance(value, Rekeyed):
        return (float(value.elements),) * 3
    raise TypeError(f"expected a range or a count, got {type(value).__name__}")


def _said(text: Names | None, language: str) -> str:
    return "" if text is None else str(getattr(text, language))


def _names(named: Mapping[str, object], chosen: Iterable[str], language: str) -> str:
    return BETWEEN.join(_said(getattr(named[one], "name", None), language) for one in chosen)
