"""What derive starts from: registers and base tables, in the shapes that the estimates expect."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import yaml

from data.analysis.estimates.evidence import match_figures
from data.analysis.estimates.parameters import Parameters, parameters_from
from data.build.age_register import read_age_register
from data.build.base_tables import NAMES, read_base
from data.build.register_files import read_register_file
from data.build.treaty_years import check_treaty_years
from data.importers.problem import ImportProblem
from data.importers.published_traffic import read_published_traffic

REGISTERS = {
    "country": ("countries.csv", "ref_area"),
    "marketplace": ("marketplaces.csv", "marketplace_id"),
    "policy": ("policies.csv", "policy_id"),
    "good_practice": ("good_practices.csv", "policy_id"),
    "law": ("laws.csv", "law_id"),
    "treaty": ("treaties.csv", "treaty"),
    "treaty_status": ("treaty_status.csv", ("ref_area", "treaty")),
    "rdtii_indicator": ("rdtii_indicators.csv", "indicator"),
    "source": ("sources.csv", "source_id"),
}
# What tells one row of the register of figures from another on the same page.
ROW = ["marketplace", "period_start", "metric", "provider", "source_url"]
FIRST_YEAR = 2015  # a few years before the visits begin, so that a trend can be fitted
TEXT_CODES = {
    "numeric_code": str,
    "iso2": str,
    "date_published": str,
    "date_accessed": str,
    "checked_on": str,
    "as_of": str,
    "citation_number": str,
    "indicator": str,
    "pillar": str,
    "possible_scores": str,
}


@dataclass(frozen=True)
class Inputs:
    """Registers by table name, base tables by name, published figures matched to storefronts, assumptions.

    storefronts: the marketplace register with the region of its country; use_by_age: published internet use
    by age.
    """

    registers: dict[str, pd.DataFrame]
    base: dict[str, pd.DataFrame]
    published: pd.DataFrame
    storefronts: pd.DataFrame
    use_by_age: pd.DataFrame
    parameters: Parameters

    def series(self, indicator: str, **codes: str) -> pd.DataFrame:
        """One indicator from FIRST_YEAR on: year (int), sex, age, value; `codes` select, e.g. sex='_T'."""
        frame = self.base["indicators"]
        frame = frame[(frame["indicator"] == indicator) & frame["value"].notna()]
        for column, code in codes.items():
            frame = frame[frame[column] == code]
        frame = frame.assign(year=frame["time_period"].astype(int))
        return frame[frame["year"] >= FIRST_YEAR]


def read_inputs(root: Path) -> Inputs:
    """Read everything from the repository at `root`. Raises BaseTableError or ImportProblem."""
    folder = root / "data" / "registers"
    registers = {
        name: read_register_file(folder / file, key=key, types=TEXT_CODES)
        for name, (file, key) in REGISTERS.items()
    }
    standing = REGISTERS["treaty_status"][0]
    check_treaty_years(registers["treaty_status"], registers["treaty"], folder / standing)
    base = {name: read_base(name, root / "data" / "precomputed" / "base") for name in NAMES}
    regions = registers["country"].set_index("ref_area")["region"]
    storefronts = registers["marketplace"].sort_values("marketplace_id", ignore_index=True)
    storefronts = storefronts.assign(region=storefronts["ref_area"].map(regions))
    published = pd.concat([base["published_traffic"].assign(verification="sourced"), _further(folder)])
    published = published.drop_duplicates("figure_id").sort_values("figure_id", ignore_index=True)
    published = match_figures(published, storefronts)
    ages = read_age_register(folder / "internet_use_by_age.csv")
    with (root / "config" / "estimates.yml").open(encoding="utf-8") as stream:
        parameters = parameters_from(yaml.safe_load(stream))
    return Inputs(registers, base, published, storefronts, ages, parameters)


def _further(folder: Path) -> pd.DataFrame:
    """Figures of the register with the verification of their rows: `sourced` or `unverified`."""
    path = folder / "published_figures.csv"
    figures = read_published_traffic(path)
    rows = pd.read_csv(path, usecols=[*ROW, "verification"], dtype=str)
    trust = rows.drop_duplicates(ROW).set_index(ROW)["verification"]
    if rows.groupby(ROW)["verification"].nunique().gt(1).any():
        raise ImportProblem(
            path, column="verification", expected="one level per page and marketplace", found="two"
        )
    levels = trust.reindex(pd.MultiIndex.from_frame(figures[ROW])).to_numpy()
    return figures.assign(verification=levels)


def size_classes(ranks: pd.DataFrame) -> pd.DataFrame:
    """Newest world-wide size class of each domain: domain, rank_bucket (NaN: looked up, not in the list)."""
    world = ranks[ranks["ref_area"] == "WLD"].sort_values("time_period")
    return world.drop_duplicates("domain", keep="last")[["domain", "rank_bucket"]].reset_index(drop=True)


def country_ranks(ranks: pd.DataFrame) -> pd.DataFrame:
    """Median rank of each domain in each country's top 100: domain, ref_area, rank."""
    national = ranks[(ranks["ref_area"] != "WLD") & ranks["rank"].notna()]
    return national.groupby(["domain", "ref_area"])["rank"].median().reset_index()


def popularity(panel: pd.DataFrame, classes: pd.DataFrame) -> pd.DataFrame:
    """Page loads of a domain in the panel's last half-year, and its class: rank_bucket, popularity."""
    newest = panel.sort_values("time_period").groupby("domain").tail(6)
    level = newest.groupby("domain", as_index=False)["popularity"].mean()
    return level.merge(classes.dropna(subset=["rank_bucket"]), on="domain")
