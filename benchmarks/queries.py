"""What the explorer's own way to its numbers costs against a direct filter in pandas."""

from __future__ import annotations

import time
from collections.abc import Callable

import yaml

from benchmarks.figures import Table, median
from benchmarks.scenarios import COUNTRIES
from data.analysis import prepared, traffic
from data.analysis.selection import Selection, select_storefronts
from data.store import read_dataset, read_register

TRIES = 20


def measure() -> Table:
    """A table with the median of each way, in ms."""
    regions = yaml.safe_load(COUNTRIES.read_text(encoding="utf-8"))
    region_of = {code: region for region, codes in regions.items() for code in codes}
    reading = _median_ms(lambda: read_dataset("visits_monthly"), 5)
    monthly = prepared.prepare_monthly(read_dataset("visits_monthly"))
    storefronts = prepared.prepare_storefronts(read_register("marketplace"), region_of)
    members = tuple(regions["east_asia"])
    selection = Selection(countries=members, offering=("goods",))

    def ours() -> object:
        chosen = select_storefronts(storefronts, selection)
        return traffic.visits_by(monthly, chosen, by="ref_area", freq="Q")

    def direct() -> object:
        chosen = storefronts[
            storefronts["ref_area"].isin(members) & storefronts["offering"].isin(["goods", "both"])
        ]
        joined = monthly.merge(chosen[["marketplace_id", "ref_area"]], on="marketplace_id")
        months = joined["time_period"].astype(str)
        quarter = months.str[:4] + "-Q" + ((months.str[5:].astype(int) + 2) // 3).astype(str)
        return joined.groupby([joined["ref_area"], quarter], observed=True)["visits"].sum()

    return Table(
        "Finding the numbers (ms, median)",
        ("what", "time"),
        [
            ("visits per country and quarter of one region, as the pages ask", _median_ms(ours, TRIES)),
            (
                "the same sum by a direct filter in pandas, without intervals and status",
                _median_ms(direct, TRIES),
            ),
            ("reading all monthly visits from their file, once per process", reading),
        ],
        note=f"{len(monthly):,} storefront months, {len(storefronts):,} storefronts.",
    )


def _median_ms(work: Callable[[], object], tries: int) -> float:
    work()
    taken = []
    for _ in range(tries):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1000)
    return median(taken)
