"""When measures began and ended, how many were in place, and what became of those of the pandemic."""

from __future__ import annotations

import pandas as pd

from data.analysis.policies.prepared import RUNNING, UNKNOWN

COLUMNS = ("time_period", "starts", "ends", "in_place", "running", "unknown")


def timeline(policies: pd.DataFrame, year: int) -> pd.DataFrame:
    """Dated measures by year from the first start to `year`: time_period ('YYYY') and counts.

    starts, ends; in_place: measures that had begun by the end of the year and were not known to have ended
    before it; of them running: known to run today, and unknown: nobody knows whether they do. A measure
    without a first year is in no column (`undated` counts those), nor is one that is only planned.
    """
    dated = policies[policies["start_year"].notna() & (policies["phase"] != "planned")]
    if dated.empty:
        return pd.DataFrame({name: [] for name in COLUMNS})
    starts = dated["start_year"].astype(int)
    ends = dated["end_year"].astype("Float64").fillna(float("inf")).astype(float)
    # Ended by its status in a year that nobody gives: it counts to its first year only as a start.
    over = (dated["phase"] == "ended") & dated["end_year"].isna()
    years = range(int(starts.min()), year + 1)
    held = {when: (starts <= when) & (ends >= when) & ~over for when in years}
    return pd.DataFrame(
        {
            "time_period": [str(when) for when in years],
            "starts": [int((starts == when).sum()) for when in years],
            "ends": [int((ends == when).sum()) for when in years],
            "in_place": [int(held[when].sum()) for when in years],
            "running": [int((held[when] & (dated["status"] == RUNNING)).sum()) for when in years],
            "unknown": [int((held[when] & (dated["status"] == UNKNOWN)).sum()) for when in years],
        }
    )


def undated(policies: pd.DataFrame) -> int:
    """Measures whose first year is not known."""
    return int(policies["start_year"].isna().sum())


def after_the_pandemic(policies: pd.DataFrame) -> pd.DataFrame:
    """What became of the measures begun as a response to it: region, status, measures, share."""
    begun = policies[policies["pandemic"] == "yes"]
    counts = begun.groupby(["region", "status"], observed=True).size().rename("measures").reset_index()
    return counts.assign(share=counts["measures"] / counts.groupby("region")["measures"].transform("sum"))
