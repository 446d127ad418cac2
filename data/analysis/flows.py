"""Flows of visitors: from each country to the marketplaces of each other, within and between the regions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
import pandas as pd

from data.analysis.coding import category, coded, is_local, places, plain, positions, share, tally
from data.analysis.origins import ORIGIN_GROUPS, REST_OF_WORLD

REST = "rest"
Scope = Literal["between", "abroad"]
SCOPES: tuple[Scope, ...] = ("between", "abroad")


@dataclass(frozen=True, eq=False)
class Flows:
    """Visits by year, storefront and country of the visitors, and where each storefront belongs.

    areas: members ordered by region, then `_O`; regions: region of each area (`rest` for `_O`); years: oldest
    first; storefronts: marketplace_id; destination: place in `areas` of each storefront; carried: visits in
    the year, shape (years, storefronts, areas).
    """

    areas: tuple[str, ...]
    regions: np.ndarray
    years: tuple[str, ...]
    storefronts: np.ndarray
    destination: np.ndarray
    carried: np.ndarray

    @cached_property
    def visits(self) -> np.ndarray:
        """Visits in the year by origin and destination, shape (years, areas, areas)."""
        served = self.destination[:, None] == np.arange(len(self.areas))[None, :]
        return np.asarray(self.carried.transpose(0, 2, 1) @ served.astype(float))

    @cached_property
    def home(self) -> np.ndarray:
        """Whether a pair is a country with itself; the rest of the world has no such pair."""
        return np.eye(len(self.areas), dtype=bool)

    @cached_property
    def between(self) -> np.ndarray:
        """Whether a pair has one country in each region."""
        origin, served = self.regions[:, None], self.regions[None, :]
        return np.asarray((origin != served) & (origin != REST) & (served != REST))

    def at(self, year: str) -> int:
        """Place of a year; raises ValueError naming the years that exist."""
        try:
            return self.years.index(year)
        except ValueError:
            raise ValueError(f"year: expected one of {', '.join(self.years)}, got {year!r}") from None


def flows(origin: pd.DataFrame, storefronts: pd.DataFrame, region_of: Mapping[str, str]) -> Flows:
    """Flows through the given storefronts.

    `origin`: marketplace_id, time_period (year), counterpart_area, visits (in the year); `storefronts`:
    marketplace_id, ref_area, home_area, storefront. A visit goes to the country that a storefront serves; a
    foreign site used by residents takes its visits to the country it comes from (METHODS, section 1).
    Countries that are not in `region_of` are the rest of the world.
    """
    groups = dict.fromkeys(region_of.values())
    areas = [area for group in groups for area, region in region_of.items() if region == group]
    areas.append(REST_OF_WORLD)
    last = len(areas) - 1
    served = np.where(is_local(storefronts), plain(storefronts["ref_area"]), plain(storefronts["home_area"]))
    at_store = positions(origin["marketplace_id"], plain(storefronts["marketplace_id"]))
    at_area = positions(origin["counterpart_area"], areas)
    at_year, years = coded(origin["time_period"])
    axes = [
        (at_year, len(years)),
        (at_store, len(storefronts)),
        (np.where(at_area < 0, last, at_area), last + 1),
    ]
    return Flows(
        areas=tuple(areas),
        regions=np.array([region_of.get(area, REST) for area in areas], dtype=object),
        years=tuple(str(year) for year in years),
        storefronts=plain(storefronts["marketplace_id"]),
        destination=np.where((found := places(served, areas)) < 0, last, found),
        carried=tally(origin["visits"], axes),
    )


def flow_matrix(known: Flows, *, year: str, base: str) -> pd.DataFrame:
    """Every origin with every destination in a year, in the order of `areas`.

    Returns counterpart_area (origin), ref_area (destination), visits (in the year), share (of the visits
    from abroad to the destination; missing at home), change (since `base`), home (own country).
    """
    now, then = known.visits[known.at(year)], known.visits[known.at(base)]
    abroad = np.where(known.home, 0.0, now).sum(axis=0, keepdims=True)
    out = _pairs(known, np.arange(now.size))
    out["visits"] = now.ravel()
    out["share"] = np.where(known.home, np.nan, share(now, abroad)).ravel()
    out["change"] = (share(now, then) - 1).ravel()
    out["home"] = known.home.ravel()
    return out


def region_totals(known: Flows) -> pd.DataFrame:
    """Visits across a border by region of the visitors and of the marketplaces, per year.

    Returns time_period, origin_region, destination_region (east_asia, latin_america, rest), visits
    (across a border), domestic (visits that stay in their country; they are in `visits` nowhere).
    """
    groups = pd.unique(known.regions)
    sums, stay = _by_region(known, groups)
    grid = np.indices(sums.shape).reshape(3, -1)
    return pd.DataFrame(
        {
            "time_period": category(grid[0], known.years),
            "origin_region": category(grid[1], groups),
            "destination_region": category(grid[2], groups),
            "visits": sums.ravel(),
            "domestic": stay.ravel(),
        }
    )


def by_origin_group(known: Flows) -> pd.DataFrame:
    """Visits to the marketplaces of each region by where the visitors come from, per year.

    Returns time_period, region (of the marketplaces), origin_group (national, own_region, other_region,
    rest), visits (in the year), share (of the region's visits).
    """
    groups = pd.unique(known.regions)
    regions = groups[groups != REST]
    rest = int(np.flatnonzero(groups == REST)[0])
    sums, stay = _by_region(known, groups)
    cube = np.empty((len(regions), len(known.years), len(ORIGIN_GROUPS)))
    for place, region in enumerate(regions):
        here = int(np.flatnonzero(groups == region)[0])
        own, outside = sums[:, here, here], sums[:, rest, here]
        cube[place] = np.stack(
            [stay[:, here, here], own, sums[:, :, here].sum(axis=1) - own - outside, outside], 1
        )
    grid = np.indices(cube.shape).reshape(3, -1)
    return pd.DataFrame(
        {
            "region": category(grid[0], regions),
            "time_period": category(grid[1], known.years),
            "origin_group": category(grid[2], ORIGIN_GROUPS),
            "visits": np.maximum(cube, 0.0).ravel(),
            "share": share(cube, cube.sum(axis=2, keepdims=True)).ravel(),
        }
    )


def corridors(
    known: Flows, *, year: str, base: str, scope: Scope = "between", limit: int = 20
) -> pd.DataFrame:
    """The pairs of members with most visits across their border in a year, and what carries them.

    `scope`: `between` the regions, or all that go `abroad` to another member. Returns counterpart_area,
    ref_area, visits, share (of all visits of the scope), base_visits, change (since `base`; missing where
    there was none), rank, carriers (how many storefronts), leader (marketplace_id with most of it),
    leader_share.
    """
    here = known.at(year)
    now, then = known.visits[here], known.visits[known.at(base)]
    members = known.regions != REST
    inside = known.between if scope == "between" else ~known.home & members[:, None] & members[None, :]
    counted = np.where(inside, now, 0.0).ravel()
    order = np.argsort(-counted, kind="stable")[:limit]
    order = order[counted[order] > 0]
    out = _pairs(known, order)
    out["visits"] = counted[order]
    out["share"] = share(counted[order], np.asarray(counted.sum()))
    out["base_visits"] = then.ravel()[order]
    out["change"] = share(counted[order], then.ravel()[order]) - 1
    out["rank"] = np.arange(1, len(out) + 1)
    led = [_led(known, here, *divmod(int(place), len(known.areas))) for place in order]
    out["carriers"] = [count for count, _, _ in led]
    out["leader"] = [leader for _, leader, _ in led]
    out["leader_share"] = [part for _, _, part in led]
    return out


def carriers(
    known: Flows, origin: str, destination: str, *, year: str, base: str, limit: int | None = None
) -> pd.DataFrame:
    """The storefronts that carry the visits from one country to another in a year, most visits first.

    Returns marketplace_id, visits, share (of the corridor), change (since `base`).
    """
    start, end = known.areas.index(origin), known.areas.index(destination)
    at = np.flatnonzero(known.destination == end)
    now, then = known.carried[known.at(year), at, start], known.carried[known.at(base), at, start]
    order = np.argsort(-now, kind="stable")
    order = order[now[order] > 0][:limit]
    return pd.DataFrame(
        {
            "marketplace_id": known.storefronts[at[order]],
            "visits": now[order],
            "share": share(now[order], np.asarray(now.sum())),
            "change": share(now[order], then[order]) - 1,
        }
    )


def pair(known: Flows, one: str, other: str) -> pd.DataFrame:
    """Both directions between two countries over the years.

    Returns time_period, counterpart_area (origin), ref_area (destination), visits, share (of the visits
    from abroad to the destination).
    """
    ends = known.areas.index(one), known.areas.index(other)
    abroad = np.where(known.home, 0.0, known.visits).sum(axis=1)
    parts = []
    for start, end in (ends, ends[::-1]):
        visits = known.visits[:, start, end]
        parts.append(
            pd.DataFrame(
                {
                    "time_period": list(known.years),
                    "counterpart_area": known.areas[start],
                    "ref_area": known.areas[end],
                    "visits": visits,
                    "share": share(visits, abroad[:, end]),
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def _by_region(known: Flows, groups: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Visits across a border and at home by region of origin and destination: (years, groups, groups)."""
    member = np.array([known.regions == group for group in groups], dtype=float)
    abroad = np.where(known.home, 0.0, known.visits)
    return member @ abroad @ member.T, member @ (known.visits - abroad) @ member.T


def _pairs(known: Flows, order: np.ndarray) -> pd.DataFrame:
    start, end = np.divmod(order, len(known.areas))
    return pd.DataFrame(
        {"counterpart_area": category(start, known.areas), "ref_area": category(end, known.areas)}
    )


def _led(known: Flows, year: int, start: int, end: int) -> tuple[int, str, float]:
    """Number of storefronts of a corridor, the one with most visits and its share."""
    carried = np.where(known.destination == end, known.carried[year, :, start], 0.0)
    most = int(carried.argmax())
    return int((carried > 0).sum()), str(known.storefronts[most]), float(carried[most] / carried.sum())
