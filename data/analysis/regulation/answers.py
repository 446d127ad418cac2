"""Answers of every country to every item of a layer, as they stand today or stood at the end of a year.

One shape for matrix, similarity and convergence, one row per country and item: ref_area, layer, item, group,
answer (null where unknown or not searched), score (0..1, null with the answer), verification (the weakest of
the deciding rows), valid_from (year or null), evidence (ids of the deciding rows, joined by ';').
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pandas as pd

from data.analysis.regulation.facts import SOURCED, Fact, Rules, Trust, answered
from data.analysis.regulation.panel import Item

TRACKER = "tracker_"


def framework_answers(
    law: pd.DataFrame,
    cyberlaw_status: pd.DataFrame,
    rules: Rules,
    areas: Sequence[str],
    *,
    year: int | None = None,
    trust: Trust = "sourced",
) -> pd.DataFrame:
    """Answers of the legal framework: the best status among the laws of a topic, and that of the tracker.

    `law`: law_id, ref_area, topic, status, year_enacted, year_in_force, year_repealed, verification;
    `cyberlaw_status`: ref_area, area, status. The tracker knows today only: its items are unknown for a year.
    """
    columns = ("ref_area", "topic", "status", "verification", "year_repealed", "law_id")
    since = law["year_in_force"].where(law["year_in_force"].notna(), law["year_enacted"])
    facts = [
        Fact(area, topic, status, verification, year_of(first), year_of(last), law_id)
        for (area, topic, status, verification, last, law_id), first in zip(
            rows_of(law, *columns), since, strict=True
        )
    ]
    if year is None:
        facts += [
            Fact(area, f"{TRACKER}{topic}", status, SOURCED, None, None, f"{TRACKER}{area}:{topic}")
            for area, topic, status in rows_of(cyberlaw_status, "ref_area", "area", "status")
        ]
    return answered(facts, rules, areas, year=year, trust=trust)


def treaty_answers(
    treaty_status: pd.DataFrame,
    rules: Rules,
    areas: Sequence[str],
    *,
    year: int | None = None,
    trust: Trust = "sourced",
) -> pd.DataFrame:
    """Answers about treaties.

    `treaty_status`: ref_area, treaty, status, year, year_verification, verification.

    A year that nobody verified counts as none when only what is sourced is asked for.
    """
    facts = [
        Fact(
            area, treaty, status, verification,
            year_of(since) if trust != SOURCED or checked == SOURCED else None, None, f"{area}:{treaty}",
        )
        for area, treaty, status, verification, since, checked in rows_of(
            treaty_status, "ref_area", "treaty", "status", "verification", "year", "year_verification"
        )
    ]  # fmt: skip
    return answered(facts, rules, areas, year=year, trust=trust)


def datable(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items whose past is known: those of the tracker describe today only."""
    return tuple(item for item in items if not item.code.startswith(TRACKER))


def rows_of(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a frame as tuples of these columns."""
    return zip(*(frame[name] for name in columns), strict=True)


def year_of(value: Any) -> int | None:
    """A year as a number; None where it is missing."""
    return None if pd.isna(value) else int(value)
