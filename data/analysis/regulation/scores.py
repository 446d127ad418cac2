"""RDTII 2.1: from measures to indicator, pillar and overall scores (0 open, 1 heavily regulated)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from data.analysis.regulation.panel import Item, Panel

REGULATORY = "regulatory"
_HALF, _QUARTER = 0.5, 0.25
# A score is one of a few short numbers; what is nearer than this is the same.
_SAME = 1e-9


class CountRules(NamedTuple):
    """Indicators whose measures add up: two halves make one, quarters add up to one at most."""

    halves_add_up: Collection[str] = ()
    quarters_add_up: Collection[str] = ()


def check_measures(measures: pd.DataFrame, indicators: pd.DataFrame) -> None:
    """Raise ValueError for the first measure that cannot be scored, naming it and what to do.

    `measures`: measure_id, indicator, raw_score; `indicators`: indicator, possible_scores (`0;0.5;1`). An
    indicator read as a number is refused, because 4.10 would have become 4.1, which is another indicator.
    """
    for name, frame in (("measures", measures), ("indicators", indicators)):
        numbers = [one for one in frame["indicator"] if not isinstance(one, str)]
        if numbers:
            raise ValueError(
                f"{name}: indicator: expected text such as '4.10', got the number {numbers[0]}; "
                "read the column as text, because 4.1 and 4.10 are two indicators"
            )
    possible = dict(zip(indicators["indicator"], indicators["possible_scores"], strict=True))
    rows = zip(measures["measure_id"], measures["indicator"], measures["raw_score"], strict=True)
    for measure, indicator, raw in rows:
        if indicator not in possible:
            raise ValueError(
                f"measures: {measure}: indicator: expected one of the {len(possible)} of RDTII 2.1, "
                f"got {indicator!r}"
            )
        allowed = possible_scores(possible[indicator])
        if not any(abs(float(raw) - score) < _SAME for score in allowed):
            known = ", ".join(score_code(score) for score in allowed)
            raise ValueError(
                f"measures: {measure}: raw_score: expected one of {known} for indicator {indicator}, "
                f"got {raw}"
            )


def possible_scores(said: object) -> tuple[float, ...]:
    """The scores of a text such as `0;0.5;1`; none where the score follows from a formula."""
    return tuple(float(part) for part in said.split(";")) if isinstance(said, str) and said else ()


def score_code(score: float) -> str:
    """A score as an answer: 0, 0.25, 0.5, 0.8, 1."""
    return f"{score:g}"


def regulatory_items(indicators: pd.DataFrame) -> tuple[Item, ...]:
    """The regulatory indicators with their pillars, in the order of their numbers (4.2 before 4.10)."""
    chosen = indicators[indicators["kind"] == REGULATORY]
    pairs = zip(chosen["indicator"], chosen["pillar"], strict=True)
    return tuple(sorted((Item(*pair) for pair in pairs), key=lambda item: _number(item.code)))


def _number(indicator: str) -> tuple[int, ...]:
    return tuple(int(part) for part in indicator.split("."))


def indicator_score(scores: Sequence[float], indicator: str, rules: CountRules, *, lack_of: bool) -> float:
    """The score of an indicator from the raw scores of its measures (at least one).

    The measure that restricts most decides; where an indicator asks for the lack of something, the one that
    provides it best. Raises ValueError without any measure: not searched is unknown and never 0.
    """
    if not len(scores):
        raise ValueError(f"scores: expected at least one measure of indicator {indicator}, got none")
    if lack_of:
        return min(scores)
    highest = max(scores)
    if indicator in rules.halves_add_up and sum(abs(score - _HALF) < _SAME for score in scores) > 1:
        return 1.0
    if indicator in rules.quarters_add_up:
        quarters = sum(abs(score - _QUARTER) < _SAME for score in scores)
        return max(highest, min(_QUARTER * quarters, 1.0))
    return highest


def pillar_weights(pillars: Sequence[str], given: Mapping[str, float] | None = None) -> dict[str, float]:
    """The weight of each pillar: 1 where the reader gives none.

    Raises ValueError for an unknown pillar, a negative or endless weight, and when all are zero.
    """
    own = dict(given or {})
    for pillar, weight in own.items():
        if pillar not in pillars:
            raise ValueError(f"weights: pillar: expected one of {', '.join(pillars)}, got {pillar!r}")
        if not np.isfinite(weight) or weight < 0:
            raise ValueError(f"weights: {pillar}: expected a number of zero or more, got {weight}")
    found = {pillar: float(own.get(pillar, 1.0)) for pillar in pillars}
    if not any(found.values()):
        raise ValueError("weights: expected at least one above zero, got only zeros")
    return found


def indicator_shares(indicators: pd.DataFrame) -> dict[str, float]:
    """Share of each regulatory indicator in its pillar (they add up to 1 per pillar).

    Published weights (`weight`, percent of the pillar) are taken; indicators without one share equally what
    the published ones leave, and all of it where a pillar has none. Indicators that are not regulatory carry
    no scores: the others are scaled up to 1.
    """
    found: dict[str, float] = {}
    for _, inside in indicators.groupby("pillar", sort=False):
        regulatory = inside[inside["kind"] == REGULATORY]
        weight = regulatory["weight"].to_numpy(dtype=np.float64) / 100
        without = ~np.isfinite(weight)
        published = float(np.nansum(inside["weight"].to_numpy(dtype=np.float64))) / 100
        open_count = int(without.sum())
        weight[without] = max(1.0 - published, 0.0) / open_count if open_count else 0.0
        if not weight.sum() > 0:
            weight = np.ones(len(weight))
        found |= dict(zip(regulatory["indicator"], (weight / weight.sum()).tolist(), strict=True))
    return found


def item_weights_of(panel: Panel, shares: Mapping[str, float], pillars: Mapping[str, float]) -> np.ndarray:
    """Weight of each item of an RDTII panel: its share in its pillar times the weight of the pillar."""
    return np.array([shares[item.code] * pillars[item.group] for item in panel.items])


def pillar_scores(panel: Panel, shares: Mapping[str, float], *, least: float) -> pd.DataFrame:
    """One row per country and pillar: ref_area, pillar, score (NaN below the share `least`), known, items."""
    frames = []
    share = np.array([shares[item.code] for item in panel.items])
    scored = np.where(panel.known, panel.scores, 0.0)
    for pillar in panel.groups:
        inside = np.array([item.group == pillar for item in panel.items])
        known = panel.known[:, inside]
        total = known @ share[inside]
        enough = (known.sum(axis=1) >= least * inside.sum()) & (total > 0)
        score = np.where(enough, scored[:, inside] @ share[inside] / np.where(total > 0, total, 1.0), np.nan)
        frames.append(
            pd.DataFrame(
                {
                    "ref_area": panel.areas,
                    "pillar": pillar,
                    "score": score,
                    "known": known.sum(axis=1),
                    "items": int(inside.sum()),
                }
            )
        )
    return pd.concat(frames, ignore_index=True)


def overall_scores(pillars: pd.DataFrame, weights: Mapping[str, float], *, least: float) -> pd.DataFrame:
    """One row per country: ref_area, score (weighted mean of its pillars), known (pillars with a score).

    NaN below the share `least` of the pillars that weigh anything. Raises ValueError as `pillar_weights`.
    """
    table = pillars.pivot(index="ref_area", columns="pillar", values="score")
    checked = pillar_weights(list(table.columns), weights)
    weight = np.array([checked[pillar] for pillar in table.columns])
    score, counted = table.to_numpy(dtype=np.float64), weight > 0
    known = np.isfinite(score)
    total = known @ weight
    enough = (known[:, counted].sum(axis=1) >= least * counted.sum()) & (total > 0)
    mean = np.where(known, score, 0.0) @ weight / np.where(total > 0, total, 1.0)
    return pd.DataFrame(
        {
            "ref_area": table.index.to_numpy(dtype=object),
            "score": np.where(enough, mean, np.nan),
            "known": known.sum(axis=1),
        }
    )
