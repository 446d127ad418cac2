"""Checks between entries that no single entry can make: grain, references, units, tier against download."""

from __future__ import annotations

from data.catalog.catalog import Catalog
from data.catalog.column import Column
from data.catalog.dataset import Dataset
from data.catalog.errors import CatalogError


def check_dataset(dataset: Dataset, catalog: Catalog, file: str) -> None:
    """Raise CatalogError when `dataset` contradicts itself or the rest of the catalogue."""
    for position, name in enumerate(dataset.grain):
        _expect_one_of(name, tuple(dataset.columns), file, f"grain.{position}")
    for column in dataset.columns.values():
        _check_unit(column, catalog, file)
        _check_reference(column, catalog, file)
    for position, rule in enumerate(dataset.rules):
        kind = "not_below" if rule.not_below else "needed_by"
        for key, name in (("column", rule.column), (kind, rule.other)):
            _expect_one_of(name, tuple(dataset.columns), file, f"rules.{position}.{key}")
    _check_place(dataset, file)
    _check_obs_status(dataset, file)
    _check_download(dataset, catalog, file)


def _expect_one_of(value: str, allowed: tuple[str, ...], file: str, key: str) -> None:
    if value not in allowed:
        raise CatalogError(file, key, f"expected one of {', '.join(allowed)}, got {value!r}")


def _check_unit(column: Column, catalog: Catalog, file: str) -> None:
    numeric = catalog.column_types[column.type].storage in ("float64", "float32", "int64")
    if numeric and column.unit is None:
        units = ", ".join(catalog.codes["unit"])
        raise CatalogError(file, f"columns.{column.name}.unit", f"expected one of {units}, got nothing")


def _check_reference(column: Column, catalog: Catalog, file: str) -> None:
    if column.constraints.references is None:
        return
    key = f"columns.{column.name}.constraints.references"
    target, target_column = column.constraints.references.split(".")
    _expect_one_of(target, tuple(catalog.datasets), file, key)
    _expect_one_of(target_column, tuple(catalog.datasets[target].columns), file, key)


def _check_place(dataset: Dataset, file: str) -> None:
    in_database = dataset.file.endswith(".sqlite")
    if in_database and dataset.table is None:
        raise CatalogError(file, "table", f"expected the name of a table of {dataset.file}, got nothing")
    if not in_database and dataset.table is not None:
        raise CatalogError(file, "table", f"expected no table beside {dataset.file}, got {dataset.table!r}")


def _check_obs_status(dataset: Dataset, file: str) -> None:
    if ("obs_status" in dataset.columns) != bool(dataset.obs_status):
        raise CatalogError(
            file,
            "obs_status",
            f"expected the codes of the column obs_status (and only with it), got {list(dataset.obs_status)}",
        )


def _check_download(dataset: Dataset, catalog: Catalog, file: str) -> None:
    for position, name in enumerate(dataset.download.sums_by):
        _expect_one_of(name, ("ref_area", *dataset.columns), file, f"download.sums_by.{position}")
    right = catalog.tiers[dataset.licence.tier].download
    if right == "aggregate" and not dataset.download.aggregate_only:
        raise CatalogError(
            file, "download.aggregate_only", f"expected true for tier {dataset.licence.tier}, got False"
        )
    if right == "none" and (dataset.download.shapes or dataset.download.max_rows):
        raise CatalogError(
            file,
            "download",
            f"expected no shapes and no rows for tier {dataset.licence.tier}, "
            f"got {list(dataset.download.shapes)} and {dataset.download.max_rows}",
        )
