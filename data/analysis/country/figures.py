"""The key figures of all members: marketplaces, visits, online buying, access, income, rules, measures."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from data.analysis import traffic
from data.analysis.coding import is_local
from data.analysis.correlation.panel import Series
from data.analysis.country.desk import FRAMEWORK, Desk
from data.analysis.country.standing import Figure
from data.analysis.origins import cross_border_share
from data.analysis.periods import last_complete_months
from data.analysis.policies.counts import coverage
from data.analysis.policies.prepared import trusted
from data.analysis.regulation.panel import panel_of
from data.analysis.regulation.similarity import Measure, levels

# Official figures, in the order in which a sentence would say them.
OUTCOMES = ("bought_online", "b2c_index", "internet_use")
INDICATORS = (*OUTCOMES, "gdp_per_capita")
FIGURES = (
    "bought_online", "b2c_index", "internet_use", "gdp_per_capita", "storefronts", "visits", "per_user",
    "cross_border_share", "other_region_share", "rules", "measures",
)  # fmt: skip
SHARES = frozenset({"cross_border_share", "other_region_share", "rules"})


def figures(desk: Desk) -> dict[str, Figure]:
    """All FIGURES of all members, by name.

    storefronts: marketplaces operated for the country; visits: to them in the last twelve complete months;
    per_user: visits per internet user in the last complete year; the shares of their visitors from abroad and
    from the other region, latest year; rules: mean score of the legal framework, sourced, missing where too
    little is known; measures: sourced measures for MSMEs, not ranked: what is not in the register is unknown.
    """
    found = {name: _indicator(desk, name) for name in INDICATORS}
    found |= _traffic(desk) | _visitors(desk)
    found["rules"] = _figure(desk, "rules", _rules(desk))
    found["measures"] = _figure(desk, "measures", _measures(desk), ranked=False)
    return {name: found[name] for name in FIGURES}


def _figure(
    desk: Desk, name: str, values: Mapping[str, float], *, year: int | None = None, estimated: bool = False,
    ranked: bool = True,
) -> Figure:  # fmt: skip
    held = pd.Series(dict(values), dtype=float).reindex(list(desk.areas))
    years = pd.Series(float("nan") if year is None else float(year), index=held.index)
    return Figure(name, held, years, pd.Series(estimated, index=held.index), ranked)


def _indicator(desk: Desk, name: str) -> Figure:
    values, years = desk.totals.column(Series(name))
    index = pd.Index(desk.areas)
    return Figure(name, pd.Series(values, index), pd.Series(years, index), pd.Series(False, index))


def _local(desk: Desk) -> pd.DataFrame:
    return desk.storefronts[is_local(desk.storefronts)]


def _traffic(desk: Desk) -> dict[str, Figure]:
    stores = _local(desk)
    months = last_complete_months(desk.monthly)
    total = traffic.visits_in(desk.monthly, stores, months, by="ref_area")
    users = traffic.apply_metric(
        traffic.visits_by(desk.monthly, stores, by="ref_area", freq="A"),
        "per_user",
        by="ref_area",
        internet_users=desk.users,
        storefronts=desk.storefronts,
    )
    whole = users[users["complete"] & users["value"].notna()]
    newest = whole["time_period"].astype(str).max() if len(whole) else ""
    whole = whole[whole["time_period"].astype(str) == newest]
    opened = stores[stores["closed_year"].isna()].groupby("ref_area").size()
    counts = {area: float(opened.get(area, 0)) for area in desk.areas}
    return {
        "storefronts": _figure(desk, "storefronts", counts),
        "visits": _estimate(desk, "visits", total, "visits", None),
        "per_user": _estimate(desk, "per_user", whole, "value", int(newest) if newest else None),
    }


def _estimate(desk: Desk, name: str, frame: pd.DataFrame, column: str, year: int | None) -> Figure:
    areas = frame["ref_area"].astype(str)
    made = _figure(desk, name, dict(zip(areas, frame[column], strict=True)), year=year)
    status = dict(zip(areas, frame["obs_status"].astype(str), strict=True))
    estimated = pd.Series({area: status.get(area) == "E" for area in desk.areas})
    return Figure(name, made.value, made.year, estimated)


def _visitors(desk: Desk) -> dict[str, Figure]:
    shares = cross_border_share(desk.origin, _local(desk), desk.region_of, by="ref_area")
    shares = shares[shares["visits"] > 0]
    newest = shares["time_period"].astype(str).max() if len(shares) else ""
    shares = shares[shares["time_period"].astype(str) == newest]
    areas = shares["ref_area"].astype(str)
    year = int(newest) if newest else None
    return {
        name: _figure(desk, name, dict(zip(areas, shares[name], strict=True)), year=year, estimated=True)
        for name in ("cross_border_share", "other_region_share")
    }


def _rules(desk: Desk) -> dict[str, float]:
    by = desk.rules(FRAMEWORK)
    known = panel_of(desk.answers(FRAMEWORK), desk.areas, by.items, by.scores)
    found = levels(known, Measure(least=desk.catalog.regulation.shared_items))
    return dict(zip(known.areas, np.asarray(found, dtype=float).tolist(), strict=True))


def _measures(desk: Desk) -> dict[str, float]:
    held = coverage(trusted(desk.policies, "sourced"), desk.areas)
    return dict(zip(held["ref_area"], held["measures"].astype(float), strict=True))
