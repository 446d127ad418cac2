"""Which rows break the rules between columns that a dataset's description sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from data.catalog.row_rule import RowRule


def broken_row_rules(
    columns: Mapping[str, pd.Series], rules: Sequence[RowRule]
) -> Iterator[tuple[str, str, pd.Series]]:
    """(column, what the rule expects, which rows break it) for every rule that some row breaks.

    `columns`: typed values by name; a rule on a column that is not among them is left out, because its
    values already broke a rule of their own.
    """
    for rule in rules:
        if rule.column not in columns or rule.other not in columns:
            continue
        expected, wrong = _judge(columns[rule.column], columns[rule.other], rule)
        if wrong.any():
            yield rule.column, expected, wrong


def _judge(values: pd.Series, other: pd.Series, rule: RowRule) -> tuple[str, pd.Series]:
    if rule.not_below:
        below = (values < other).fillna(False).astype(bool)
        return f"nothing before {rule.other}", below & values.notna() & other.notna()
    asked = other.isin(rule.codes) if rule.codes else other.notna()
    when = f" is {' or '.join(rule.codes)}" if rule.codes else " has a value"
    return f"a value where {rule.other}{when}", asked.astype(bool) & values.isna()
