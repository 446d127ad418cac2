"""Whether a table may leave: a cross-section or a time series, within the row limit and the licence tier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from data.catalog import Dataset, Tier

Shape = Literal["cross_section", "time_series", "full"]

# A time series has few areas (as many as one chart can tell apart) and many periods.
MAX_SERIES_AREAS = 7

Reason = Literal[
    "empty", "not_shown", "not_downloadable", "shape_not_allowed", "too_many_rows", "single_rows_not_allowed"
]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the table may leave; `reasons` are keys under `export.refused` in the texts."""

    allowed: bool
    shape: Shape
    rows: int
    max_rows: int
    reasons: tuple[Reason, ...] = ()


def shape_of(frame: pd.DataFrame, *, area: str = "ref_area", period: str = "time_period") -> Shape:
    """What kind of table it is, by the number of distinct areas and periods; no period column means one.

    `area` names the column of what is compared: countries, or marketplaces within one country.
    """
    periods = frame[period].nunique() if period in frame.columns else 1
    areas = frame[area].nunique() if area in frame.columns else 1
    if periods <= 1:
        return "cross_section"
    return "time_series" if areas <= MAX_SERIES_AREAS else "full"


def check_download(
    frame: pd.DataFrame,
    dataset: Dataset,
    tier: Tier,
    *,
    aggregated: bool = True,
    area: str = "ref_area",
    period: str = "time_period",
) -> Verdict:
    """Judge `frame` by the dataset's download policy and its licence tier.

    `aggregated` says that its rows are sums, means or bands over several observations of the dataset.
    All reasons that apply are returned, in the order a reader should hear them.
    """
    policy, shape, rows = dataset.download, shape_of(frame, area=area, period=period), len(frame)
    sums_only = policy.aggregate_only or tier.download == "aggregate"
    rules: tuple[tuple[Reason, bool], ...] = (
        ("empty", rows == 0),
        ("not_shown", not tier.shown),
        ("not_downloadable", tier.download == "none" or policy.max_rows == 0),
        ("shape_not_allowed", shape not in policy.shapes),
        ("too_many_rows", rows > policy.max_rows),
        ("single_rows_not_allowed", sums_only and not aggregated),
    )
    reasons = tuple(reason for reason, broken in rules if broken)
    return Verdict(not reasons, shape, rows, policy.max_rows, reasons)
