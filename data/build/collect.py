"""Collect: outside files, given as a folder, become the tidy base tables that derive starts from."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pandas as pd
from tqdm import tqdm

from data.build import base_tables, further_files
from data.catalog import Catalog, load_catalog
from data.importers import (
    alexa_audience,
    cyberlaw_tracker,
    desta,
    itu,
    published_traffic,
    radar_country_top100,
    radar_global_buckets,
    rdtii,
    un_wpp,
    wdi_population,
    whotracksme,
)
from data.importers.described_series import described_files, read_described

INTERNET_USE = "internet_use"
ITU_INTERNET_USE = "itu-internet-users/itu_individuals_using_internet.csv"
POPULATION = "un-wpp/un_wpp_population_age_sex_2000_2035.csv"
WORLD_POPULATION = "wdi-files/wdi_trade_electricity_gdp_population.csv"
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


# Outside files that need an importer of their own; the others are described in config/indicators.
OWN_STEPS = (
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
    Step("unctad-cyberlaw-tracker/status.csv", cyberlaw_tracker.read_cyberlaw_status, "cyberlaw_status"),
    Step("unctad-cyberlaw-tracker/laws.csv", cyberlaw_tracker.read_cyberlaw_titles, "cyberlaw_law"),
    Step("escap-rdtii-2.1/measures.csv", rdtii.read_measures, "rdtii_measure"),
    Step("desta-manytrade/agreements.csv", desta.read_agreements, "agreement"),
    Step("desta-manytrade/memberships.csv", desta.read_agreement_members, "agreement_member"),
)
GRAIN = {
    "indicators": ["ref_area", "indicator", "time_period", "sex", "age", "urbanisation"],
    "popularity_rank": ["domain", "ref_area", "time_period", "provider"],
    "published_traffic": ["figure_id"],
    "seasonality_panel": ["domain", "time_period"],
    "cyberlaw_status": ["ref_area", "area"],
    "cyberlaw_law": ["ref_area", "area", "position"],
    "rdtii_measure": ["measure_id"],
    "agreement": ["agreement"],
    "agreement_member": ["agreement", "ref_area"],
}


def steps(catalog: Catalog) -> tuple[Step, ...]:
    """Every outside file with its importer: the described ones, then those with an importer of their own."""
    years, newest = catalog.coverage.years, int(catalog.data_date[:4])
    indicators = tuple(catalog.indicators.values())
    described = [
        Step(
            file,
            partial(read_described, indicators=indicators, file=file, years=years, newest=newest),
            "indicators",
        )
        for file in described_files(indicators)
    ]
    population = [
        Step(POPULATION, partial(un_wpp.read_population, years=years), "indicators"),
        Step(WORLD_POPULATION, partial(wdi_population.read_world_population, years=years), "indicators"),
        Step(ITU_INTERNET_USE, partial(itu.read_internet_use, years=years), None),
    ]
    return (*described, *population, *OWN_STEPS)


def collect(sources: Path, *, progress: bool = False) -> dict[str, pd.DataFrame]:
    """Read every outside file below `sources` and return the base tables by name, sorted by their grain.

    Files that only some deployers have (data/build/further_files.py) are read where they are there.
    Raises MissingSources before anything is read if another file is absent, ImportProblem for a faulty one.
    """
    todo = steps(load_catalog())
    _require(sources, todo)
    frames: dict[str, list[pd.DataFrame]] = {name: [] for name in base_tables.NAMES}
    checks: dict[str, pd.DataFrame] = {}
    with tqdm(todo, desc="collect", unit="file", disable=not progress) as bar:
        for step in bar:
            bar.set_postfix_str(step.file.split("/")[0])
            frame = step.read(sources / step.file)
            if step.table is None:
                checks[step.file] = frame
            else:
                frames[step.table].append(frame)
    tables = {name: _joined(name, parts) for name, parts in frames.items()}
    _compare(tables["indicators"], checks[ITU_INTERNET_USE])
    tables["rdtii_measure"] = further_files.with_workbooks(tables["rdtii_measure"], sources)
    return tables | further_files.further_tables(sources)


def run(sources: Path, *, progress: bool = False, folder: Path = base_tables.BASE) -> list[Path]:
    """Collect and write the base tables; nothing is written unless everything could be read."""
    return base_tables.write_all(collect(sources, progress=progress), folder)


def check(sources: Path, *, progress: bool = False, folder: Path = base_tables.BASE) -> list[str]:
    """Names of the base tables that `run` would change; writes nothing."""
    return base_tables.differing(collect(sources, progress=progress), folder)


def _require(sources: Path, todo: tuple[Step, ...]) -> None:
    if not sources.is_dir():
        raise MissingSources(
            f"{sources}: no such folder; give the folder of outside files with --sources DIR"
        )
    absent = [step.file for step in todo if not (sources / step.file).is_file()]
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


def _compare(indicators: pd.DataFrame, itu_series: pd.DataFrame) -> None:
    """Tell where the open copy of internet use and ITU's own figure part ways; the open one is kept."""
    use = indicators[indicators["indicator"] == INTERNET_USE]
    for row in itu.disagreements(use, itu_series, points=TOLERANCE).itertuples():
        LOG.warning(
            "internet_use %s %s: WDI %.1f, ITU %.1f; WDI is kept",
            row.ref_area,
            row.time_period,
            row.value_open,
            row.value_itu,
        )
