"""A few countries side by side: on which items their answers agree, differ, or cannot be compared."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

import pandas as pd

ALIKE, DIFFERENT, OPEN = "alike", "different", "open"
VERDICTS = (DIFFERENT, ALIKE, OPEN)
_DETAILS = ("numeric_measure", "numeric_value", "numeric_unit", "numeric_scope", "rule_class")
Details = Mapping[tuple[str, str], Hashable]


def verdicts(answers: pd.DataFrame, areas: Sequence[str], details: Details | None = None) -> pd.DataFrame:
    """One row per item in the order of `answers`: item, group, known, verdict.

    `answers`: ref_area, item, group, answer (null where unknown); `details`: (country, item) -> what else two
    equal answers may differ in, such as the number that a law sets. different: two known answers or details
    differ; alike: all are known and equal; open: what is known does not differ, but not all is known.
    """
    inside = answers[answers["ref_area"].isin(list(areas))]
    rows = []
    for (item, group), cell in inside.groupby(["item", "group"], sort=False):
        held = cell.dropna(subset=["answer"])
        said = set(held["answer"])
        more = {(details or {}).get((area, str(item))) for area in held["ref_area"]}
        differs = len(said) > 1 or len(more) > 1
        verdict = DIFFERENT if differs else ALIKE if len(held) == len(areas) else OPEN
        rows.append({"item": item, "group": group, "known": len(held), "verdict": verdict})
    return pd.DataFrame(rows, columns=["item", "group", "known", "verdict"])


def law_details(law: pd.DataFrame) -> dict[tuple[str, str], Hashable]:
    """(country, topic) -> numbers and classes of its laws, for `verdicts`; rows without any are left out."""
    found: dict[tuple[str, str], set[tuple[object, ...]]] = {}
    for row in law[["ref_area", "topic", *_DETAILS]].itertuples(index=False, name=None):
        said = tuple(None if value is None or value != value else value for value in row[2:])
        if any(value is not None for value in said):
            found.setdefault((str(row[0]), str(row[1])), set()).add(said)
    return {cell: frozenset(said) for cell, said in found.items()}
