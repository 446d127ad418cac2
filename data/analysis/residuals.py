"""How far estimates lie from published figures that were held out, by evidence class and point by point."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

ALL = "_T"


@dataclass(frozen=True)
class Agreement:
    """Estimates against the figures held out, for one class or for all.

    held_out: number of figures; inside: how many lie in the interval; typical_factor: half of the estimates
    are at most this many times too high or too low; lean: median ratio of estimate to figure (1: neither).
    """

    held_out: int
    inside: int
    typical_factor: float
    lean: float

    @property
    def share_inside(self) -> float:
        """Share of the figures inside the interval, 0 to 1; NaN without figures."""
        return self.inside / self.held_out if self.held_out else math.nan


def with_inside(residuals: pd.DataFrame) -> pd.DataFrame:
    """Adds `inside`: whether the held-out figure lies in the interval (low to high)."""
    inside = residuals["held_out"].between(residuals["low"], residuals["high"])
    return residuals.assign(inside=inside)


def agreement(residuals: pd.DataFrame) -> Agreement:
    """Agreement over all rows; residuals: held_out, low, high (visits per month), log10_error."""
    error = residuals["log10_error"].to_numpy(dtype=float)
    if not len(error):
        return Agreement(0, 0, math.nan, math.nan)
    return Agreement(
        held_out=len(error),
        inside=int(with_inside(residuals)["inside"].sum()),
        typical_factor=float(10 ** np.median(np.abs(error))),
        lean=float(10 ** np.median(error)),
    )


def quality_table(validation: pd.DataFrame, residuals: pd.DataFrame, classes: Sequence[str]) -> pd.DataFrame:
    """One row per class and one for all (`_T`), classes without held-out figures included with n = 0.

    validation: evidence_class, n, median_abs_log10_error, coverage_80, recalibration_factor (residuals
    supply `lean`). Returns these with typical_factor (10 ^ median error) and lean; missing is NaN.
    """
    known = validation.assign(evidence_class=validation["evidence_class"].astype(str))
    table = known.set_index("evidence_class").reindex([*classes, ALL])
    table["n"] = table["n"].fillna(0).astype("int64")
    table["typical_factor"] = 10 ** table["median_abs_log10_error"].astype(float)
    parts = {ALL: residuals, **dict(tuple(residuals.groupby(residuals["evidence_class"].astype(str))))}
    table["lean"] = [agreement(parts[name]).lean if name in parts else math.nan for name in table.index]
    return table.rename_axis("evidence_class").reset_index()


def furthest(residuals: pd.DataFrame) -> pd.Series | None:
    """The row whose estimate is furthest from its figure, None without rows."""
    if residuals.empty:
        return None
    return residuals.iloc[int(np.argmax(residuals["log10_error"].abs().to_numpy()))]
