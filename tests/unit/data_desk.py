"""Small tables behind the desk that answers by address: tests do not depend on the data of the day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.export.answers import Desk
from components.export.described import Doors
from data.analysis.offer import offer_of
from data.catalog import Catalog, load_catalog
from deploy.data_routes import routes

CATALOG = load_catalog()
AREAS = CATALOG.ref_areas
MONTHS = [f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13)]
SHOPS = [f"shop-{number}-{area.lower()}" for area in AREAS for number in range(2)]


def monthly() -> pd.DataFrame:
    """Two marketplaces in each country, 24 months; the first value is not applicable."""
    rows = [(shop, shop[-3:].upper(), month) for shop in SHOPS for month in MONTHS]
    frame = pd.DataFrame(rows, columns=["marketplace_id", "ref_area", "time_period"])
    frame["visits"] = [1000.4 + place for place in range(len(frame))]
    frame["visits_low"], frame["visits_high"] = frame["visits"] / 2, frame["visits"] * 2
    frame["obs_status"], frame["provider"] = "E", "explorer_estimate"
    frame.loc[0, ["visits", "visits_low", "visits_high"]] = float("nan")
    frame.loc[0, "obs_status"] = "M"
    return frame


def indicators() -> pd.DataFrame:
    """One series from an open source for all countries, and one of a source that may not leave."""
    rows = [
        (area, name, year, "_T", "_T", "_T", 50.25, "A", source)
        for name, source in (("internet_use", "wdi-gapminder"), ("b2c_index", "itu-internet-users"))
        for area in AREAS
        for year in ("2019", "2020")
    ]
    return pd.DataFrame(rows, columns=list(CATALOG.datasets["indicators"].columns))


def countries() -> pd.DataFrame:
    """The register of countries with a name that a spreadsheet would run."""
    columns = CATALOG.datasets["country"].columns
    rows = [{name: f"{name} {area}" for name in columns} for area in AREAS]
    frame = pd.DataFrame(rows).assign(
        ref_area=AREAS, iso2=[f"{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(len(AREAS))],
        numeric_code=[f"{n:03}" for n in range(len(AREAS))], region="east_asia", capital_lat=1.5,
        capital_lon=2.5, languages="es", income_group="high", currency="USD",
    )  # fmt: skip
    frame.loc[0, "capital"] = '=HYPERLINK("x")'
    return frame


def sources() -> pd.DataFrame:
    """A source that may leave and one that may not."""
    rows = {
        "source_id": ["wdi-gapminder", "itu-internet-users", "cloudflare-radar-global-buckets"],
        "title": ["Open series", "Closed series", "Ranks"],
        "url": ["https://open.example/", "https://closed.example/", "https://ranks.example/"],
        "tier": ["open", "build_only", "non_commercial"],
        "citation": ["Open, 2026.", "Closed, 2026.", "Ranks, 2026."],
    }
    return pd.DataFrame(rows).set_index("source_id", drop=False)


def manifest() -> dict[str, Any]:
    """What was built."""
    return {"built_at": "2026-06-01", "sources": {"wdi-gapminder": "2026"}, "files": {}}


def doors(tables: Mapping[str, pd.DataFrame] | None = None, catalog: Catalog = CATALOG) -> Doors:
    """The doors of a desk in front of these tables."""
    known = {
        "visits_monthly": monthly(),
        "indicators": indicators(),
        "country": countries(),
        **(tables or {}),
    }
    return Doors(
        catalog=catalog,
        table=lambda name: known[name] if name in known else _no_rows(name, catalog),
        sources=sources,
        names=lambda language: {area: f"{area} {language}" for area in AREAS},
        manifest=manifest,
    )


def _no_rows(dataset: str, catalog: Catalog) -> pd.DataFrame:
    return pd.DataFrame(columns=list(offer_of(catalog.datasets[dataset], catalog).columns))


def client(made: Doors | None = None) -> TestClient:
    """A client of the routes alone, without the pages."""
    desk = Desk(made or doors())
    return TestClient(Starlette(routes=routes(lambda: desk)), raise_server_exceptions=False)
