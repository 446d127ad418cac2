"""Answers of the RDTII layer: the score of each regulatory indicator, today or at the end of a year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from data.analysis.regulation.answers import rows_of, year_of
from data.analysis.regulation.facts import SOURCED, Fact, Rules, answered
from data.analysis.regulation.scores import (
    CountRules,
    check_measures,
    indicator_score,
    possible_scores,
    regulatory_items,
    score_code,
)


class Said(NamedTuple):
    """A measure: its raw score, the year from which it holds, and its id."""

    score: float
    since: int | None
    measure: str


def rdtii_answers(
    measures: pd.DataFrame,
    indicators: pd.DataFrame,
    count_rules: CountRules,
    rules: Rules,
    areas: Sequence[str],
    *,
    year: int | None = None,
) -> pd.DataFrame:
    """Answers of RDTII 2.1: the score of each regulatory indicator by the count rules.

    A measure that began later than `year` does not count yet; without any earlier one an indicator is at its
    `before`, or at 1 where it asks for the lack of something. A measure without a year leaves a past year
    unknown, unless it could not change the score. Raises ValueError as `check_measures`.
    """
    check_measures(measures, indicators)
    lack = dict(zip(indicators["indicator"], indicators["lack_of"].astype(bool), strict=True))
    wanted, inside = {item.code for item in rules.items}, set(areas)
    cells: dict[tuple[str, str], list[Said]] = {}
    for area, indicator, raw, since, measure in rows_of(
        measures, "ref_area", "indicator", "raw_score", "valid_from", "measure_id"
    ):
        if indicator in wanted and area in inside:
            cells.setdefault((area, indicator), []).append(Said(float(raw), year_of(since), measure))
    facts = []
    for (area, indicator), said in cells.items():
        fact = _scored(area, indicator, said, count_rules, lack[indicator], float(rules.before), year)
        if fact is not None:
            facts.append(fact)
    return answered(facts, rules, areas, year=None, trust="all")


def _scored(
    area: str,
    indicator: str,
    said: list[Said],
    count_rules: CountRules,
    lack_of: bool,
    before: float,
    year: int | None,
) -> Fact | None:
    """The answer from the measures of a cell (raw score, first year, id); None where it is unknown."""
    start = 1.0 - before if lack_of else before

    def score(known: list[Said]) -> float:
        raw = [one.score for one in known]
        return indicator_score(raw, indicator, count_rules, lack_of=lack_of) if raw else start

    counted = said if year is None else [one for one in said if one.since is not None and one.since <= year]
    undated = [] if year is None else [one for one in said if one.since is None]
    found = score(counted)
    if undated and score(counted + undated) != found:
        return None
    # The measures that decide: those of the score, or all that restrict where several add up to it.
    deciding = [one for one in counted if one.score == found] or [one for one in counted if one.score > 0]
    since = [one.since for one in deciding if one.since is not None]
    ids = ";".join(one.measure for one in deciding)
    return Fact(area, indicator, score_code(found), SOURCED, min(since, default=None), None, ids)


def rdtii_rules(indicators: pd.DataFrame, before: str) -> Rules:
    """The rules of the RDTII layer: regulatory indicators, scores that occur, and 0 before anything bound."""
    items = regulatory_items(indicators)
    said = indicators.set_index("indicator")["possible_scores"]
    scores = sorted({score for item in items for score in possible_scores(said[item.code])})
    return Rules("rdtii", items, {score_code(score): score for score in scores}, before)
