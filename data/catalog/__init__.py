"""config/ as typed, frozen models; every error names the file, the key and the value."""

from __future__ import annotations

from data.catalog.app import App, Language, Page, PageGroup
from data.catalog.catalog import Catalog
from data.catalog.column import Column, ColumnType, Constraints
from data.catalog.country import Country
from data.catalog.coverage import Coverage
from data.catalog.dataset import Dataset, DownloadPolicy, Licence, Origin
from data.catalog.errors import CatalogError
from data.catalog.indicator import Continuity, Indicator, TakenFrom
from data.catalog.indicator_checks import all_components
from data.catalog.loading import load_catalog
from data.catalog.regulation import Layer, Regulation
from data.catalog.tier import Tier

__all__ = [
    "App",
    "Catalog",
    "CatalogError",
    "Column",
    "ColumnType",
    "Constraints",
    "Continuity",
    "Country",
    "Coverage",
    "Dataset",
    "DownloadPolicy",
    "Indicator",
    "Language",
    "Layer",
    "Licence",
    "Origin",
    "Page",
    "PageGroup",
    "Regulation",
    "TakenFrom",
    "Tier",
    "all_components",
    "load_catalog",
]
