"""Popularity classes of sites by country and month from the Chrome UX Report: `origin,rank` CSV.gz files.

Layout of github.com/zakird/crux-top-lists and its country twin: data/country/<cc>/<YYYYMM>.csv.gz. A class is
shown as a size class, never as visits. Source: Google, Chrome UX Report, CC BY-SA 4.0.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from urllib.parse import urlsplit

import pandas as pd

from data.importers.areas import WORLD, iso3_by_iso2
from data.importers.problem import ImportProblem
from data.importers.radar_country_top100 import COLUMNS
from data.importers.tabular import Column, read_table

PROVIDER = "crux"
PLACE = re.compile(r"(?P<country>[a-z]{2}|global)[/\\](?P<month>20\d{2}(?:0[1-9]|1[0-2]))\.csv(?:\.gz)?$")


def read_country_month(path: Path, *, domains: Collection[str]) -> pd.DataFrame:
    """Return the classes of `domains`, columns domain, ref_area, time_period, provider, rank, rank_bucket.

    Country and month come from the place of the file (`id/202507.csv.gz`, `global/202507.csv.gz`). Origins of
    one site (http, https, www) count as the best of them. Raises ImportProblem.
    """
    place = PLACE.search(str(path))
    area = None
    if place is not None:
        country = place["country"].upper()
        area = WORLD if country == "GLOBAL" else iso3_by_iso2().get(country)
    if place is None or area is None:
        raise ImportProblem(path, expected="a place like id/202507.csv.gz (country, month)", found=path.name)
    table = read_table(path, {"origin": Column(), "rank": Column("integer")})
    return classes(table, area=area, month=f"{place['month'][:4]}-{place['month'][4:]}", domains=domains)


def classes(table: pd.DataFrame, *, area: str, month: str, domains: Collection[str]) -> pd.DataFrame:
    """Origins and their classes (columns origin, rank) as popularity_rank rows of the wanted domains."""
    hosts = table["origin"].map(host)
    wanted = table.assign(domain=hosts)[hosts.isin(set(domains))]
    best = wanted.groupby("domain", as_index=False)["rank"].min()
    frame = pd.DataFrame(
        {
            "domain": best["domain"],
            "ref_area": area,
            "time_period": month,
            "provider": PROVIDER,
            "rank": float("nan"),
            "rank_bucket": best["rank"].astype("Int64"),
        }
    )
    return frame[COLUMNS].sort_values("domain", ignore_index=True)


def host(origin: str) -> str:
    """Host of an origin without `www.`: `https://www.shopee.co.id` -> `shopee.co.id`."""
    return (urlsplit(origin).hostname or "").removeprefix("www.")


def origins(domain: str) -> list[str]:
    """Every origin under which a site may be listed; the reverse of `host`."""
    return [f"{scheme}://{prefix}{domain}" for scheme in ("https", "http") for prefix in ("", "www.")]
