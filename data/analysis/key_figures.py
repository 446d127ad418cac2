"""The figures at the head of an explorer page, each beside its value a year before."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from data.analysis.aggregation import aggregate
from data.analysis.coding import TOTAL, local_only, plain, positions
from data.analysis.concentration import concentration
from data.analysis.demographics import female_share
from data.analysis.origins import cross_border_share
from data.analysis.periods import last_complete_months, months_before, window_name, year_before

NAN = float("nan")


@dataclass(frozen=True)
class KeyFigure:
    """A value with its period, and the same a year before; NaN where not known.

    `change` is value / before - 1 for amounts and value - before for shares and indices (see `is_share`).
    `low`, `high` (80 % interval), `obs_status` and `published_share` are given for visits only.
    """

    value: float
    period: str
    before: float = NAN
    period_before: str = ""
    is_share: bool = False
    low: float = NAN
    high: float = NAN
    obs_status: str = ""
    published_share: float = NAN

    @property
    def change(self) -> float:
        """Change on the year before."""
        if math.isnan(self.value) or math.isnan(self.before):
            return NAN
        if self.is_share:
            return self.value - self.before
        return self.value / self.before - 1.0 if self.before > 0 else NAN

    @property
    def estimated_share(self) -> float:
        """Share of the value that is estimated and not published."""
        return 1.0 - self.published_share


@dataclass(frozen=True)
class KeyFigures:
    """Figures of one selection: visits of the last twelve complete months, visitors of the latest year."""

    active_storefronts: KeyFigure
    visits: KeyFigure
    cross_border_share: KeyFigure
    other_region_share: KeyFigure
    female_share: KeyFigure
    hhi: KeyFigure
    hhi_owners: KeyFigure
    top3_share: KeyFigure


def key_figures(
    monthly: pd.DataFrame,
    origin: pd.DataFrame,
    people: pd.DataFrame,
    storefronts: pd.DataFrame,
    region_of: Mapping[str, str],
) -> KeyFigures:
    """Key figures of the selected `storefronts` (foreign sites used by residents never count).

    Frames as in `traffic.visits_by`, `origins.origin_groups` and `demographics.pyramid`. Active storefronts
    are those open in the last month, against the same month a year before; HHI (0 to 10 000) and top-3 share
    take the selection as one market over the last twelve complete months. With fewer than twelve complete
    months a figure covers those there are and has no year before; with none, or no storefront, it is NaN.
    """
    local = local_only(storefronts, "storefront", "ref_area", "owner")
    local[TOTAL] = TOTAL
    months = last_complete_months(monthly)
    now, before = (window_name(months), window_name(months_before(months))) if months else ("", "")
    windows = {now: months, before: months_before(months)} if months else {}
    per_storefront = aggregate(monthly, local, ["marketplace_id"], windows=windows)
    total = aggregate(monthly, local, [TOTAL], windows=windows)
    current = positions(total["time_period"], [now]) == 0
    total = total[current | total["complete"].to_numpy(dtype=bool)]
    if len(total) < len(windows):
        # The year before is not complete: nothing may be compared with it.
        per_storefront = per_storefront[positions(per_storefront["time_period"], [now]) == 0]
    market = concentration(per_storefront, local)
    owners = concentration(per_storefront, local, unit="owner")
    visitors = cross_border_share(origin, local, region_of)
    return KeyFigures(
        active_storefronts=_active(monthly, local, months),
        visits=_visits(total, now, before),
        cross_border_share=_yearly(visitors, "cross_border_share"),
        other_region_share=_yearly(visitors, "other_region_share"),
        female_share=_yearly(female_share(people, local), "female_share"),
        hhi=_pair(market, "hhi", now, before),
        hhi_owners=_pair(owners, "hhi", now, before),
        top3_share=_pair(market, "top3_share", now, before),
    )


def _at(frame: pd.DataFrame, period: str, column: str) -> float:
    """The value of one period, NaN when the frame has no such row."""
    row = positions(frame["time_period"], [period]) == 0
    return float(frame[column].to_numpy()[row][0]) if row.any() else NAN


def _pair(frame: pd.DataFrame, column: str, now: str, before: str) -> KeyFigure:
    return KeyFigure(_at(frame, now, column), now, _at(frame, before, column), before, is_share=True)


def _visits(total: pd.DataFrame, now: str, before: str) -> KeyFigure:
    rows = total[positions(total["time_period"], [now]) == 0]
    return KeyFigure(
        value=_at(total, now, "visits"),
        period=now,
        before=_at(total, before, "visits"),
        period_before=before,
        low=_at(total, now, "visits_low"),
        high=_at(total, now, "visits_high"),
        obs_status=str(rows["obs_status"].iloc[0]) if len(rows) else "",
        published_share=_at(total, now, "published_share"),
    )


def _yearly(frame: pd.DataFrame, column: str) -> KeyFigure:
    """The latest year with visits against the year before it."""
    years = plain(frame["time_period"])[frame["visits"].to_numpy() > 0]
    if not len(years):
        return KeyFigure(NAN, "", is_share=True)
    now = max(years)
    return _pair(frame, column, now, year_before(now))


def _active(monthly: pd.DataFrame, local: pd.DataFrame, months: list[str]) -> KeyFigure:
    """Storefronts open in the last month: all but those whose status there is M."""
    if not months:
        return KeyFigure(NAN, "")
    pair = [months[-1], year_before(months[-1])]
    at = positions(monthly["time_period"], pair)
    mine = positions(monthly["marketplace_id"], plain(local["marketplace_id"])) >= 0
    opened = positions(monthly["obs_status"], ["M"]) < 0
    counts = [
        float((mine & opened & (at == place)).sum()) if (at == place).any() else NAN for place in (0, 1)
    ]
    return KeyFigure(counts[0], pair[0], counts[1], pair[1])
