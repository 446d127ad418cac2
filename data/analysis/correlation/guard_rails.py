"""The rules under which two indicators may be compared, and what has to be said when they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from data.analysis.correlation.coefficients import MIN_N

Code = Literal[
    "same_series", "component", "chained", "discontinued", "editions", "too_few", "no_variation",
    "by_construction", "one_edition", "mixed_years", "left_out_by_log",
]  # fmt: skip
# The first five forbid the pair; the next two leave it without a coefficient; the others are said beside it.
REFUSED: tuple[Code, ...] = ("same_series", "component", "chained", "discontinued", "editions")
NO_COEFFICIENT: tuple[Code, ...] = (*REFUSED, "too_few", "no_variation")


@dataclass(frozen=True)
class Facts:
    """What is known of an indicator that decides what it may be compared with.

    components: indicators it is made of, and theirs; series: ok, discontinued (no longer made) or broken
    (values from the year `since` on do not compare with earlier ones); family: name shared by editions of one
    product that must not be chained; estimated: its values are our estimates; input_of_estimates: those
    estimates use it.
    """

    indicator: str
    components: Collection[str] = ()
    series: str = "ok"
    since: int | None = None
    family: str | None = None
    estimated: bool = False
    input_of_estimates: bool = False


@dataclass(frozen=True)
class Notice:
    """A rule that fired: its code and what the sentence about it needs."""

    code: Code
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def refuses(self) -> bool:
        """Whether the pair may not be shown with a coefficient because of what the indicators are."""
        return self.code in REFUSED


def compare(
    outcome: Facts,
    determinant: Facts,
    *,
    outcome_years: np.ndarray,
    determinant_years: np.ndarray,
    n: int,
    varies: bool = True,
    left_out_by_log: int = 0,
    min_n: int = MIN_N,
) -> tuple[Notice, ...]:
    """Every rule that fires for a pair, refusals first.

    outcome_years, determinant_years: year of the value in each country compared (n of them, no NaN);
    varies: whether both sides have more than one value; left_out_by_log: countries whose value is not above
    zero, which a logarithm cannot show.
    """
    found = [*_same(outcome, determinant), *_chained(outcome, determinant, outcome_years, determinant_years)]
    if n < min_n:
        found.append(Notice("too_few", {"n": n, "least": min_n}))
    elif not varies:
        found.append(Notice("no_variation"))
    if outcome.estimated and determinant.input_of_estimates:
        found.append(Notice("by_construction"))
    if outcome.series == "discontinued" and not any(notice.code == "editions" for notice in found) and n:
        found.append(Notice("one_edition", {"year": int(outcome_years[0])}))
    found += _mixed(outcome_years, determinant_years)
    if left_out_by_log:
        found.append(Notice("left_out_by_log", {"count": left_out_by_log}))
    return tuple(found)


def _same(outcome: Facts, determinant: Facts) -> list[Notice]:
    if outcome.indicator == determinant.indicator:
        return [Notice("same_series")]
    if determinant.indicator in outcome.components:
        return [Notice("component", {"index": outcome.indicator, "part": determinant.indicator})]
    if outcome.indicator in determinant.components:
        return [Notice("component", {"index": determinant.indicator, "part": outcome.indicator})]
    if outcome.family is not None and outcome.family == determinant.family:
        return [Notice("chained", {"family": outcome.family})]
    return []


def _chained(
    outcome: Facts, determinant: Facts, outcome_years: np.ndarray, determinant_years: np.ndarray
) -> list[Notice]:
    """A discontinued determinant is not used; a series whose editions differ only within one edition."""
    found = []
    if determinant.series == "discontinued":
        found.append(Notice("discontinued", {"indicator": determinant.indicator}))
    for facts, years in ((outcome, outcome_years), (determinant, determinant_years)):
        if len(years) and _of_editions(facts, facts is outcome, int(years.min()), int(years.max())):
            found.append(Notice("editions", {"indicator": facts.indicator}))
    return found


def _of_editions(facts: Facts, is_outcome: bool, first: int, last: int) -> bool:
    """Whether values of these years come from editions that do not compare."""
    if facts.series == "broken":
        return first != last if facts.since is None else first < facts.since <= last
    return is_outcome and facts.series == "discontinued" and first != last


def _mixed(outcome_years: np.ndarray, determinant_years: np.ndarray) -> list[Notice]:
    spans = [
        (int(years.min()), int(years.max())) for years in (outcome_years, determinant_years) if len(years)
    ]
    if not spans or len({year for span in spans for year in span}) == 1:
        return []
    (outcome_first, outcome_last), (first, last) = spans[0], spans[-1]
    return [
        Notice(
            "mixed_years",
            {"outcome_first": outcome_first, "outcome_last": outcome_last, "first": first, "last": last},
        )
    ]
