"""Derive: base tables and registers, nothing else, become the data that the explorer reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pandas as pd
from tqdm import tqdm

from data.build.derive_inputs import REGISTERS, Inputs, read_inputs
from data.build.described_indicators import check_described
from data.build.visits import make_visits
from data.catalog import Catalog, load_catalog
from data.store import Finding, verify, write_manifest, write_parquet, write_sqlite

ROOT = Path(__file__).resolve().parents[2]
DATABASE = "explorer.sqlite"
# Base tables that are kept as registers, as they were collected.
BASE_REGISTERS = ("cyberlaw_status", "cyberlaw_law", "rdtii_measure", "agreement", "agreement_member")
T = TypeVar("T")


def run(root: Path | None = None, *, progress: bool = True, output: Path | None = None) -> Path:
    """Build every derived file of the repository at `root` and return the folder they are in.

    `output` takes another folder than root/data/precomputed. Equal inputs give equal bytes.
    Raises BaseTableError, ImportProblem, StoreError or CatalogError, each naming file and place.
    """
    root = root or ROOT
    folder = output or root / "data" / "precomputed"
    folder.mkdir(parents=True, exist_ok=True)
    catalog = load_catalog()
    with tqdm(total=4, desc="derive", unit="step", disable=not progress) as bar:
        inputs = _step(bar, "read", lambda: read_inputs(root))
        check_described(inputs.base["indicators"], inputs.registers["source"], catalog)
        tables = _step(bar, "estimate", lambda: derived_tables(inputs))
        rows = _step(bar, "write", lambda: _write(folder, tables, inputs, catalog))
        _step(
            bar,
            "manifest",
            lambda: write_manifest(folder, built_at=catalog.data_date, sources=_vintages(inputs), rows=rows),
        )
    return folder


def check(root: Path | None = None) -> list[Finding]:
    """What is wrong with the derived files (manifest, hashes, descriptions); empty when all is in order."""
    return verify((root or ROOT) / "data" / "precomputed")


def derived_tables(inputs: Inputs) -> dict[str, pd.DataFrame]:
    """Every Parquet dataset by id: the traffic tables, and the base tables that the reader may see."""
    columns = [
        "figure_id",
        "marketplace_id",
        "marketplace",
        "domain",
        "ref_area",
        "period_start",
        "period_end",
        "metric",
        "value",
        "unit",
        "provider",
        "source_url",
        "note",
        "usable_as_visits",
    ]
    return {
        **make_visits(inputs).tables,
        "popularity_rank": inputs.base["popularity_rank"],
        "published_traffic": inputs.published[columns].replace("", None),
        "indicators": inputs.base["indicators"],
    }


def _write(
    folder: Path, tables: dict[str, pd.DataFrame], inputs: Inputs, catalog: Catalog
) -> dict[str, dict[str, int]]:
    rows = {}
    for name in sorted(tables):
        dataset = catalog.datasets[name]
        count = write_parquet(tables[name], folder / dataset.file, dataset, catalog=catalog)
        rows[dataset.file] = {name: count}
    registers = {name: inputs.registers[name] for name in REGISTERS}
    registers |= {name: inputs.base[name] for name in BASE_REGISTERS}
    rows[DATABASE] = write_sqlite(registers, folder / DATABASE, catalog=catalog)
    return rows


def _vintages(inputs: Inputs) -> dict[str, str]:
    """Date of each source: published, else read."""
    source = inputs.registers["source"]
    dates = source["date_published"].fillna(source["date_accessed"]).fillna("")
    return dict(zip(source["source_id"], dates, strict=True))


def _step(bar: tqdm, name: str, work: Callable[[], T]) -> T:
    bar.set_postfix_str(name)
    result = work()
    bar.update()
    return result
