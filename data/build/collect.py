"""Collect: outside files, given as a folder, become the tidy base tables that derive starts from."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pandas as pd
from tqdm import tqdm

from data.build import base_tables
from data.importers import (
    alexa_audience,
    findex,
    itu,
    published_traffic,
    radar_country_top100,
    radar_global_buckets,
    un_wpp,
    unctad_b2c,
    wdi_by_sex,
    wdi_gapminder,
    wdi_macro,
    wdi_population,
    whotracksme,
)

YEARS = (2015, 2025)  # a few years before the visits begin, so that a trend can be fitted
TOLERANCE = 2.0  # percentage points between two publications of one series
LOG = logging.getLogger(__name__)


class MissingSources(FileNotFoundError):
    """The folder of outside files is not there, or lacks files; all of them are named."""


@dataclass(frozen=True)
class Step:
    """One outside file, the importer that reads it, and the base table it belongs to (None: a check only)."""

    file: str
    read: Callable[[Path], pd.DataFrame]
    table: str | None


INTERNET_USE = Step(
    "wdi-gapminder/wdi_selected.csv", partial(wdi_gapminder.read_internet_use, years=YEARS), "indicators"
)
ITU_INTERNET_USE = Step(
    "itu-internet-users/itu_individuals_using_internet.csv", partial(itu.read_internet_use, years=YEARS), None
)
STEPS = (
    INTERNET_USE,
    ITU_INTERNET_USE,
    Step(
        "wdi-open-numbers/wdi_secure_servers_internet_by_sex.csv",
        partial(wdi_by_sex.read_internet_use_by_sex, years=YEARS),
        "indicators",
    ),
    Step(
        "un-wpp/un_wpp_population_age_sex_2000_2035.csv",
        partial(un_wpp.read_population, years=YEARS),
        "indicators",
    ),
    Step(
        "wdi-files/wdi_trade_electricity_gdp_population.csv",
        partial(wdi_population.read_world_population, years=YEARS),
        "indicators",
    ),
    Step("wb-cliaretl/wdi_macro.csv", partial(wdi_macro.read_gdp_per_capita, years=YEARS), "indicators"),
    Step(
        "wb-findex-2025/findex_2025_selected.csv",
        partial(findex.read_bought_online, years=YEARS),
        "indicators",
    ),
    Step(
        "unctad-b2c-index/unctad_b2c_index.csv", partial(unctad_b2c.read_b2c_index, years=YEARS), "indicators"
    ),
    Step(
        "cloudflare-radar-country-top100/marketplace_rank_monthly.csv",
        radar_country_top100.read_country_top100,
        "popularity_rank",
    ),
    Step(
        "cloudflare-radar-global-buckets/marketplace_global_bucket.csv",
        radar_global_buckets.read_global_buckets,
        "popularity_rank",
    ),
    Step("published-traffic/observations.csv", published_traffic.read_published_traffic, "published_traffic"),
    Step(
        "whotracksme-site-popularity/marketplace_popularity_monthly.csv",
        whotracksme.read_site_popularity,
        "seasonality_panel",
    ),
    Step(
        "alexa-audience-geography-2016/marketplace_visitor_country_share.csv",
        alexa_audience.read_audience_geography,
        None,
    ),
)
GRAIN = {
    "indicators": ["ref_area", "indicator", "time_period", "sex", "age", "urbanisation"],
    "popularity_rank": ["domain", "ref_area", "time_period", "provider"],
    "published_traffic": ["figure_id"],
    "seasonality_panel": ["domain", "time_period"],
}


def collect(sources: Path, *, progress: bool = False) -> dict[str, pd.DataFrame]:
    """Read every outside file below `sources` and return the base tables by name, sorted by their grain.

    Raises MissingSources before anything is read if a file is absent, ImportProblem for a faulty file.
    """
    _require(sources)
    frames: dict[str, list[pd.DataFrame]] = {name: [] for name in base_tables.NAMES}
    read: dict[str, pd.DataFrame] = {}
    with tqdm(STEPS, desc="collect", unit="file", disable=not progress) as steps:
        for step in steps:
            steps.set_postfix_str(step.file.split("/")[0])
            read[step.file] = step.read(sources / step.file)
            if step.table is not None:
                frames[step.table].append(read[step.file])
    _compare(read[INTERNET_USE.file], read[ITU_INTERNET_USE.file])
    return {name: _joined(name, parts) for name, parts in frames.items()}


def run(sources: Path, *, progress: bool = False, folder: Path = base_tables.BASE) -> list[Path]:
    """Collect and write the base tables; nothing is written unless everything could be read."""
    return base_tables.write_all(collect(sources, progress=progress), folder)


def check(sources: Path, *, progress: bool = False, folder: Path = base_tables.BASE) -> list[str]:
    """Names of the base tables that `run` would change; writes nothing."""
    return base_tables.differing(collect(sources, progress=progress), folder)


def _require(sources: Path) -> None:
    if not sources.is_dir():
        raise MissingSources(
            f"{sources}: no such folder; give the folder of outside files with --sources DIR"
        )
    absent = [step.file for step in STEPS if not (sources / step.file).is_file()]
    if absent:
        raise MissingSources(
            f"{sources}: missing {', '.join(absent)}; put the file there (its producer and address are in "
            "data/registers/sources.csv) or choose another folder with --sources DIR. Nothing was written"
        )


def _joined(name: str, parts: list[pd.DataFrame]) -> pd.DataFrame:
    # A part whose column is null throughout must not decide the type of the whole.
    frame = pd.concat([part.astype({"rank": "Float64"}) if "rank" in part else part for part in parts])
    if "rank" in frame:
        frame = frame.astype({"rank": "float64"})
    twice = frame.duplicated(GRAIN[name])
    if twice.any():
        first = frame.loc[twice, GRAIN[name]].iloc[0].to_dict()
        raise ValueError(
            f"collect: base table {name}: two rows with one key {first}; two files give one value"
        )
    return frame.sort_values(GRAIN[name], ignore_index=True)


def _compare(open_series: pd.DataFrame, itu_series: pd.DataFrame) -> None:
    """Tell where the open copy of internet use and ITU's own figure part ways; the open one is kept."""
    for row in itu.disagreements(open_series, itu_series, points=TOLERANCE).itertuples():
        LOG.warning(
            "internet_use %s %s: WDI %.1f, ITU %.1f; WDI is kept",
            row.ref_area,
            row.time_period,
            row.value_open,
            row.value_itu,
        )
