"""Small registers, figures and users from which the tests of the estimates start."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import yaml
from hypothesis import settings

from data.analysis.estimates.parameters import Parameters, parameters_from

CONFIG = Path(__file__).resolve().parents[2] / "config" / "estimates.yml"

# How long an example takes depends on what else the machine does; it says nothing on the estimates.
UNHURRIED = settings(deadline=None)


def parameters() -> Parameters:
    """The assumptions that ship."""
    return parameters_from(yaml.safe_load(CONFIG.read_text(encoding="utf-8")))


def short_span(first: str = "2023-01", last: str = "2024-12") -> Parameters:
    """The shipped assumptions over a short span of months."""
    shipped = parameters()
    return replace(shipped, time=replace(shipped.time, first_month=first, last_month=last))


def storefronts(*rows: dict[str, object]) -> pd.DataFrame:
    """A register with region; what a row does not name is usual for a national storefront."""
    usual = {
        "domain": None,
        "ref_area": "BRA",
        "home_area": "BRA",
        "launched_year": np.nan,
        "closed_year": np.nan,
        "offering": "goods",
        "category": "general",
        "foreign_sellers": "yes",
        "domain_scope": "country",
        "storefront": "local",
        "region": "latin_america",
    }
    frame = pd.DataFrame([{**usual, **row} for row in rows])
    return frame.astype({"launched_year": float, "closed_year": float})


def figure(**values: object) -> dict[str, object]:
    """One published figure of web visits."""
    usual = {
        "figure_id": "figure-" + "-".join(str(value) for value in values.values()),
        "marketplace": "Somewhere",
        "domain": "some.com.br",
        "ref_area": "BRA",
        "period_start": "2023-04-01",
        "period_end": "2023-06-30",
        "metric": "avg_monthly_web_visits",
        "value": 50e6,
        "unit": "visits/month",
        "provider": "SimilarWeb",
        "source_url": "https://example.org",
        "note": "",
        "verification": "sourced",
    }
    return {**usual, **values}


def users(first: int = 2019, last: int = 2025, **persons: float) -> pd.DataFrame:
    """Internet users that do not change, by country."""
    return pd.DataFrame(
        [
            {"ref_area": area, "year": year, "users": value}
            for area, value in persons.items()
            for year in range(first, last + 1)
        ]
    )


NO_BUCKETS = pd.DataFrame({"domain": pd.Series(dtype="object"), "rank_bucket": pd.Series(dtype=float)})
NO_RANKS = pd.DataFrame(
    {
        "domain": pd.Series(dtype="object"),
        "ref_area": pd.Series(dtype="object"),
        "rank": pd.Series(dtype=float),
    }
)
NO_TOTALS = pd.DataFrame(
    {
        "domain": pd.Series(dtype="object"),
        "visits": pd.Series(dtype=float),
        "when": pd.Series(dtype=float),
    }
)
