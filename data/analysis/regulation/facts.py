"""What register rows say about a cell, and the answer that follows, today or at the end of a year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import pandas as pd

from data.analysis.regulation.panel import Item

Trust = Literal["sourced", "all"]
TRUSTS: tuple[Trust, ...] = ("sourced", "all")
COLUMNS = (
    "ref_area", "layer", "item", "group", "answer", "score", "verification", "valid_from", "evidence"
)  # fmt: skip
SOURCED, UNVERIFIED, UNKNOWN = "sourced", "unverified", "unknown"


@dataclass(frozen=True)
class Rules:
    """How a layer is answered: its items, the score of each answer, and the answer before anything bound."""

    layer: str
    items: tuple[Item, ...]
    scores: Mapping[str, float]
    before: str


class Fact(NamedTuple):
    """What one row of a register says about a cell.

    since, until: years in which it began to bind and ended; dated: whether it is known to stand so.
    """

    area: str
    item: str
    answer: str
    verification: str
    since: int | None
    until: int | None
    evidence: str
    dated: bool = True


def answered(
    facts: Iterable[Fact], rules: Rules, areas: Sequence[str], *, year: int | None, trust: Trust
) -> pd.DataFrame:
    """One row per country and item from the facts: the answer with the highest score decides."""
    if trust not in TRUSTS:
        raise ValueError(f"trust: expected one of {', '.join(TRUSTS)}, got {trust!r}")
    items, inside = {item.code for item in rules.items}, set(areas)
    cells: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if fact.area in inside and fact.item in items and _counts(fact, rules, trust):
            cells.setdefault((fact.area, fact.item), []).append(_in_year(fact, rules, year))
    rows = [
        _row(area, item, cells.get((area, item.code), []), rules) for area in areas for item in rules.items
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"valid_from": "Int64", "score": "float64"})


def _counts(fact: Fact, rules: Rules, trust: Trust) -> bool:
    """Whether a fact says anything. Raises ValueError for an answer that the layer does not have."""
    if fact.answer != UNKNOWN and fact.answer not in rules.scores:
        raise ValueError(
            f"{rules.layer}: {fact.evidence}: answer: expected one of {', '.join(rules.scores)}, "
            f"got {fact.answer!r}"
        )
    return fact.answer != UNKNOWN and (trust != SOURCED or fact.verification == SOURCED)


def _in_year(fact: Fact, rules: Rules, year: int | None) -> Fact:
    """The fact as it stood at the end of a year: `before` if it did not bind yet or had ended.

    What stands at `before` today has stood there: the registers know of no instrument. An instrument
    without a year keeps its answer and is marked by `dated`.
    """
    if fact.answer == rules.before:
        return fact
    if year is None:
        return fact if fact.until is None else fact._replace(answer=rules.before)
    if fact.since is None:
        return fact._replace(dated=False)
    binds = fact.since <= year and (fact.until is None or fact.until > year)
    return fact if binds else fact._replace(answer=rules.before)


def _row(area: str, item: Item, facts: list[Fact], rules: Rules) -> tuple[object, ...]:
    head = (area, rules.layer, item.code, item.group)
    best = max((rules.scores[fact.answer] for fact in facts), default=None)
    # An instrument without a year may or may not have bound: it leaves open what only it would decide.
    deciding = [fact for fact in facts if rules.scores[fact.answer] == best and fact.dated]
    if not deciding:
        return (*head, None, None, None, None, "")
    answer = deciding[0].answer
    weakest = SOURCED if all(fact.verification == SOURCED for fact in deciding) else UNVERIFIED
    # Nothing has held since the year of an instrument that does not bind.
    since = [fact.since for fact in deciding if fact.since is not None and answer != rules.before]
    ids = ";".join(fact.evidence for fact in deciding if fact.evidence)
    return (*head, answer, rules.scores[answer], weakest, min(since, default=None), ids)
