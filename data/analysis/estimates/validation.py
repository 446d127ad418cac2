"""How well the estimates foretell published figures that they were not shown."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.analysis.estimates.model import base_levels
from data.analysis.estimates.monthly import path_of
from data.analysis.estimates.observations import log10_users
from data.analysis.estimates.parameters import Interval, Parameters


def leave_one_out(
    evidence: pd.DataFrame,
    figures: pd.DataFrame,
    panel: pd.DataFrame,
    users: pd.DataFrame,
    parameters: Parameters,
) -> pd.DataFrame:
    """Estimate each storefront of class A without its figures, at the date of the newest of them.

    Everything that learns from figures is fitted again without the storefront. Returns marketplace_id,
    evidence_class (the one it would have without its figure), held_out, predicted (visits per month), sigma
    (log10), log10_error (predicted against held out).
    """
    newest = figures.drop_duplicates("marketplace_id", keep="last")
    rows = []
    for figure in newest.to_dict("records"):
        marketplace_id = figure["marketplace_id"]
        others = figures[figures["marketplace_id"] != marketplace_id]
        fit = base_levels(evidence, others, panel, users, parameters)
        levels = evidence[["marketplace_id", "ref_area"]].merge(fit.levels, on="marketplace_id")
        row = levels[levels["marketplace_id"] == marketplace_id].to_dict("records")[0]
        when = np.array([figure["when"]])
        mean, spread = path_of(row, when, None, users, 1.0, parameters)
        predicted = mean[0] + log10_users(pd.Series([row["ref_area"]]), pd.Series(when), users)[0]
        rows.append(
            (
                marketplace_id,
                row["class_without_figure"],
                figure["visits"],
                10**predicted,
                spread[0],
                predicted - np.log10(figure["visits"]),
            )
        )
    return pd.DataFrame(
        rows, columns=["marketplace_id", "evidence_class", "held_out", "predicted", "sigma", "log10_error"]
    )


def recalibration(residuals: pd.DataFrame, interval: Interval) -> dict[str, float]:
    """Factor on the spread per evidence class (and `_T`, all): 1 where coverage is within the range.

    Elsewhere the factor that makes the target share of held-out figures fall inside. A class with fewer
    than `smallest_class` held-out figures takes the factor of all classes together.
    """
    low, high = interval.coverage_range
    classes = {"_T": residuals, **dict(tuple(residuals.groupby("evidence_class")))}
    factors: dict[str, float] = {}
    for name in ("_T", "B", "C", "D"):
        part = classes.get(name)
        if part is None or (name != "_T" and len(part) < interval.smallest_class):
            factors[name] = factors["_T"]
            continue
        needed = (part["log10_error"].abs() / (interval.normal_quantile * part["sigma"])).to_numpy()
        covered = float((needed <= 1).mean())
        factors[name] = 1.0 if low <= covered <= high else _factor(needed, interval.target_coverage)
    return factors


def with_intervals(residuals: pd.DataFrame, factors: dict[str, float], interval: Interval) -> pd.DataFrame:
    """Add low and high (80 % interval after recalibration, visits per month) to the residuals."""
    factor = residuals["evidence_class"].map(factors)
    margin = 10 ** (interval.normal_quantile * residuals["sigma"] * factor)
    return residuals.assign(low=residuals["predicted"] / margin, high=residuals["predicted"] * margin)


def summarise(residuals: pd.DataFrame, factors: dict[str, float]) -> pd.DataFrame:
    """Quality table by evidence class and for all (`_T`): n, error, final coverage, factor."""
    parts = [*residuals.groupby("evidence_class"), ("_T", residuals)]
    rows = []
    for name, part in parts:
        inside = part["held_out"].between(part["low"], part["high"])
        rows.append((name, len(part), part["log10_error"].abs().median(), inside.mean(), factors[str(name)]))
    return pd.DataFrame(
        rows, columns=["evidence_class", "n", "median_abs_log10_error", "coverage_80", "recalibration_factor"]
    )


def _factor(needed: np.ndarray, target: float) -> float:
    """Midway between the two order statistics around the target share, so that no held-out value is a tie."""
    ordered = np.sort(needed)
    position = min(max(int(np.ceil(target * len(ordered))), 1), len(ordered))
    upper = ordered[position] if position < len(ordered) else ordered[-1] * 1.05
    return float((ordered[position - 1] + upper) / 2)
