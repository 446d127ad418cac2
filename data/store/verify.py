"""Verifies every described dataset: manifest, hash, rows, types, constraints, grain, references."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.catalog import Catalog, Dataset, load_catalog
from data.store.constraints import check_frame
from data.store.datasets import read_dataset
from data.store.errors import StoreError
from data.store.findings import Finding
from data.store.manifest import NAME, Manifest, load_manifest
from data.store.places import data_base, file_in, shown
from data.store.registers import read_register


def verify(base: str | Path | None = None, *, catalog: Catalog | None = None) -> list[Finding]:
    """What is wrong with the files at `base` (default data/precomputed); empty when everything is in order.

    Reads only. The registers checked are those of explorer.sqlite at `base`, never those of another database.
    """
    catalog = catalog or load_catalog()
    place = data_base(base)
    try:
        manifest = load_manifest(place)
    except StoreError as error:
        return [_as_finding(error)]
    frames, findings = _read_all(place, catalog)
    references = _referenced(frames, catalog)
    for name, frame in frames.items():
        dataset = catalog.datasets[name]
        where = _where(place, dataset)
        findings += _check_rows(manifest, dataset, len(frame), where)
        findings += check_frame(frame, dataset, catalog, place=where, references=references)
    return findings + _strangers(manifest, place, catalog)


def _read_all(place: str, catalog: Catalog) -> tuple[dict[str, pd.DataFrame], list[Finding]]:
    frames: dict[str, pd.DataFrame] = {}
    findings: list[Finding] = []
    for dataset in catalog.datasets.values():
        read = read_register if dataset.table else read_dataset
        try:
            frames[dataset.id] = read(dataset.id, base=place, catalog=catalog)
        except StoreError as error:
            findings.append(_as_finding(error))
        except (ValueError, TypeError) as error:
            findings.append(Finding(_where(place, dataset), "", "values of the described types", str(error)))
    # One damaged database would otherwise be told once for each of its tables.
    return frames, list(dict.fromkeys(findings))


def _referenced(frames: dict[str, pd.DataFrame], catalog: Catalog) -> dict[str, set[str]]:
    targets = {
        column.constraints.references
        for dataset in catalog.datasets.values()
        for column in dataset.columns.values()
        if column.constraints.references
    }
    pairs = ((target, target.split(".")) for target in targets)
    return {target: set(frames[name][column]) for target, (name, column) in pairs if name in frames}


def _check_rows(manifest: Manifest, dataset: Dataset, rows: int, where: str) -> list[Finding]:
    record = manifest.files.get(dataset.file)
    promised = record.rows.get(dataset.id) if record else None
    return [] if rows == promised else [Finding(where, "rows", str(promised), str(rows))]


def _strangers(manifest: Manifest, place: str, catalog: Catalog) -> list[Finding]:
    """Files that the manifest lists and no description knows."""
    described = {dataset.file for dataset in catalog.datasets.values()}
    where = shown(file_in(place, NAME))
    return [
        Finding(where, f"files.{name}", "a description in config/datasets", "none")
        for name in manifest.files
        if name not in described
    ]


def _where(place: str, dataset: Dataset) -> str:
    where = shown(file_in(place, dataset.file))
    return f"{where}: {dataset.table}" if dataset.table else where


def _as_finding(error: StoreError) -> Finding:
    return Finding(error.place, "", error.expected, error.found)
