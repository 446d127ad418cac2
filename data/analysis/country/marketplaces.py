"""The marketplaces of one country by where they come from, and the visits that cross its border."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.analysis import traffic
from data.analysis.coding import is_local, share
from data.analysis.country.desk import Desk
from data.analysis.periods import last_complete_months

# Home of a storefront seen from the country that it serves (code list home_group), and foreign sites.
NATIONAL, OWN_REGION, OTHER_REGION, REST, UNKNOWN = (
    "national", "own_region", "other_region", "rest", "unknown",
)  # fmt: skip
FOREIGN_USED = "foreign_used"
GROUPS = (NATIONAL, OWN_REGION, OTHER_REGION, REST, UNKNOWN, FOREIGN_USED)


def marketplaces(desk: Desk, area: str) -> pd.DataFrame:
    """The open storefronts of a country and the foreign sites its residents use, most visited first.

    Columns of the register plus group (GROUPS: home in the country, its region, the other region, elsewhere,
    not known; or a foreign site), visits, visits_low, visits_high, obs_status (last twelve complete months),
    evidence_class, share (of the visits to those operated for the country; missing for foreign sites).
    """
    own = desk.storefronts[desk.storefronts["ref_area"] == area]
    own = own[own["closed_year"].isna()].reset_index(drop=True)
    visits = traffic.visits_in(desk.monthly, own, last_complete_months(desk.monthly))
    columns = ["marketplace_id", "visits", "visits_low", "visits_high", "obs_status"]
    held = visits[columns].astype({"marketplace_id": str})
    classes = desk.evidence[["marketplace_id", "evidence_class"]].astype(str)
    out = own.astype({"marketplace_id": str}).merge(held, how="left", on="marketplace_id")
    out = out.merge(classes, how="left", on="marketplace_id")
    local = is_local(out)
    out["group"] = np.where(local, _homes(desk, area, out["home_area"]), FOREIGN_USED)
    whole = out.loc[local, "visits"].sum()
    out["share"] = np.where(local, share(out["visits"].to_numpy(dtype=float), np.asarray(whole)), np.nan)
    order = out.assign(_foreign=~local).sort_values(
        ["_foreign", "visits", "marketplace_id"], ascending=[True, False, True], kind="stable"
    )
    return order.drop(columns="_foreign").reset_index(drop=True)


def _homes(desk: Desk, area: str, homes: pd.Series) -> np.ndarray:
    regions = homes.map(desk.region_of)
    return np.select(
        [homes.isna(), homes == area, regions == desk.region_of[area], regions.notna()],
        [UNKNOWN, NATIONAL, OWN_REGION, OTHER_REGION],
        REST,
    )


def by_group(known: pd.DataFrame) -> pd.DataFrame:
    """`marketplaces` summed: group (those that occur, in order), storefronts, visits, share, obs_status."""
    grouped = known.groupby("group")
    out = pd.DataFrame(
        {
            "storefronts": grouped.size(),
            "visits": grouped["visits"].sum(min_count=1),
            "share": grouped["share"].sum(min_count=1),
            "obs_status": grouped["obs_status"].agg(lambda held: "E" if (held == "E").any() else "A"),
        }
    )
    return out.reindex([group for group in GROUPS if group in out.index]).reset_index()


def crossing(desk: Desk, area: str) -> pd.DataFrame:
    """Visits across the border of a country in the newest year, both ways, largest first.

    Returns direction (in: visitors from abroad to its marketplaces; out: its residents at marketplaces and
    foreign sites of others, as far as the register knows them), counterpart_area, visits (in the year),
    share (in: of all visits to its marketplaces; out: of all visits of its residents), year; no zeros.
    """
    flows = desk.flows
    year, at = flows.years[-1], flows.areas.index(area)
    grid = flows.visits[-1]
    parts = []
    for direction, visits in (("in", grid[:, at]), ("out", grid[at])):
        whole = visits.sum()
        rows = [
            (direction, other, float(amount), float(amount / whole), year)
            for other, amount in zip(flows.areas, visits, strict=True)
            if other != area and amount > 0
        ]
        parts += sorted(rows, key=lambda row: (-row[2], row[1]))
    return pd.DataFrame(parts, columns=["direction", "counterpart_area", "visits", "share", "year"])


def crossing_shares(desk: Desk, area: str, rows: pd.DataFrame) -> dict[str, float]:
    """Shares of `crossing`: `in`, `out` (across the border), `in_other`, `out_other` (the other region)."""
    other = {code for code, region in desk.region_of.items() if region != desk.region_of[area]}
    found = {}
    for direction in ("in", "out"):
        mine = rows[rows["direction"] == direction]
        found[direction] = float(mine["share"].sum())
        found[f"{direction}_other"] = float(mine.loc[mine["counterpart_area"].isin(other), "share"].sum())
    return found
