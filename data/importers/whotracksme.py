"""Monthly popularity of marketplace sites in a browser panel (WhoTracks.me), for seasonality."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.importers.areas import known_areas
from data.importers.tabular import Column, read_table

NO_SINGLE_COUNTRY = "XXX"
COLUMNS = ["domain", "home_area", "time_period", "popularity"]


def read_site_popularity(path: Path) -> pd.DataFrame:
    """Return one row per domain and month, columns COLUMNS.

    `popularity` is page loads relative to the most visited site (= 1); `home_area` the country of the domain,
    '' where it serves several: never the country of the visitors. The panel is mostly European and American,
    so only the movement from month to month is meaningful. Source: WhoTracks.me, Ghostery, CC BY 4.0.
    """
    table = read_table(
        path,
        {
            "month": Column("month"),
            "panel_region": Column(codes={"global"}),
            "domain": Column(),
            "home_country_iso3": Column(codes=known_areas() | {NO_SINGLE_COUNTRY}),
            "popularity_relative_to_top_site": Column("number"),
        },
    )
    frame = pd.DataFrame(
        {
            "domain": table["domain"].str.lower(),
            "home_area": table["home_country_iso3"].replace(NO_SINGLE_COUNTRY, ""),
            "time_period": table["month"],
            "popularity": table["popularity_relative_to_top_site"],
        }
    )
    return frame[COLUMNS].sort_values(["domain", "time_period"], ignore_index=True)
