"""Checks a frame against its description: columns, types, constraints, grain, references."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

import pandas as pd

from data.catalog import Catalog, Column, Dataset
from data.store.findings import Finding
from data.store.row_rules import broken_row_rules
from data.store.shapes import typed

# "dataset.column" -> the values that it holds.
References = Mapping[str, Collection[str]]


def check_frame(
    frame: pd.DataFrame,
    dataset: Dataset,
    catalog: Catalog,
    *,
    place: str,
    references: References | None = None,
) -> list[Finding]:
    """Everything in which `frame` breaks the description of `dataset`, column by column, then the grain.

    `place` names the file in the findings; `references` gives the values that other datasets hold (columns
    whose target is not in it are not checked for it).
    """
    if list(frame.columns) != list(dataset.columns):
        return [Finding(place, "columns", ", ".join(dataset.columns), ", ".join(map(str, frame.columns)))]
    findings: list[Finding] = []
    held: dict[str, pd.Series] = {}
    for name, column in dataset.columns.items():
        try:
            values = typed(frame[name], column, catalog)
        except (ValueError, TypeError) as error:
            findings.append(Finding(place, name, f"values of type {column.type}", str(error)))
            continue
        held[name] = values
        for expected, wrong in _broken_rules(values, column, dataset, catalog, references or {}):
            findings.append(_finding(place, name, expected, values, wrong))
    findings += [
        _finding(place, name, expected, held[name], wrong)
        for name, expected, wrong in broken_row_rules(held, dataset.rules)
    ]
    return findings + list(_check_grain(frame, dataset, place))


def _broken_rules(
    values: pd.Series, column: Column, dataset: Dataset, catalog: Catalog, references: References
) -> Iterator[tuple[str, pd.Series]]:
    """(what the rule expects, which rows break it) for every rule that some row breaks."""
    for expected, wrong in _rules(values, column, dataset, catalog, references):
        flags = pd.Series(wrong, index=values.index).fillna(False).astype(bool)
        if flags.any():
            yield expected, flags


def _rules(
    values: pd.Series, column: Column, dataset: Dataset, catalog: Catalog, references: References
) -> Iterator[tuple[str, pd.Series]]:
    rules, present = column.constraints, values.notna()
    if rules.required:
        yield "a value", ~present
    if rules.unique:
        yield "each value once", present & values.duplicated()
    if rules.minimum is not None:
        yield f"at least {rules.minimum:g}", present & (values < rules.minimum)
    if rules.maximum is not None:
        yield f"at most {rules.maximum:g}", present & (values > rules.maximum)
    for pattern in (catalog.column_types[column.type].pattern, rules.pattern):
        if pattern is not None:
            yield f"text like {pattern}", present & ~_matching(values, pattern)
    codes = catalog.allowed_values(column)
    if codes is not None:
        yield f"one of {', '.join(codes)}", present & ~values.isin(codes)
    if rules.parts is not None:
        known = catalog.codes[rules.parts]
        yield f"codes of {', '.join(known)}, each once, parted by ;", present & ~_made_of(values, known)
    if column.name == "obs_status" and dataset.obs_status:
        yield f"one of {', '.join(dataset.obs_status)}", present & ~values.isin(dataset.obs_status)
    if rules.references is not None and rules.references in references:
        yield f"a value of {rules.references}", present & ~values.isin(list(references[rules.references]))


def _matching(values: pd.Series, pattern: str) -> pd.Series:
    """Which texts match as a whole; each distinct text is tried once."""
    whole = re.compile(pattern)
    good = [label for label in values.cat.categories if whole.fullmatch(label)]
    return values.isin(good)


def _made_of(values: pd.Series, codes: tuple[str, ...]) -> pd.Series:
    """Which texts are lists of codes, each code once."""
    good = []
    for label in values.cat.categories:
        parts = label.split(";")
        if set(parts) <= set(codes) and len(set(parts)) == len(parts):
            good.append(label)
    return values.isin(good)


def _finding(place: str, name: str, expected: str, values: pd.Series, wrong: pd.Series) -> Finding:
    first = int(wrong.to_numpy().argmax())
    value = values.iloc[first]
    shown = "no value" if pd.isna(value) else repr(value) if isinstance(value, str) else f"{value:g}"
    return Finding(place, name, expected, f"{shown} in row {first + 1} ({int(wrong.sum())} such rows)")


def _check_grain(frame: pd.DataFrame, dataset: Dataset, place: str) -> Iterator[Finding]:
    twice = frame.duplicated(list(dataset.grain))
    if twice.any():
        first = frame.loc[twice, list(dataset.grain)].iloc[0]
        key = ", ".join(f"{name}={first[name]}" for name in dataset.grain)
        yield Finding(place, "grain", "each key once", f"{key} again ({int(twice.sum())} such rows)")
