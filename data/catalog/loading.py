"""Reads config/ into a Catalog: code lists first, then what is checked against them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from data.catalog.app import App
from data.catalog.catalog import Catalog
from data.catalog.column import ColumnType
from data.catalog.country import Country
from data.catalog.coverage import Coverage
from data.catalog.crosschecks import check_dataset
from data.catalog.dataset import Dataset
from data.catalog.entry import build_entry
from data.catalog.errors import CatalogError
from data.catalog.indicator import Indicator
from data.catalog.indicator_checks import check_indicators, file_of, registered_sources
from data.catalog.policies import Policies
from data.catalog.reading import read_yaml
from data.catalog.regulation import Regulation
from data.catalog.tier import Tier

PROJECT = Path(__file__).resolve().parents[2]
COVERAGE = "config/coverage.yml"
REGULATION = "config/regulation.yml"
POLICIES = "config/policies.yml"

# Lists that follow from other files of config/; codes.yml must not repeat them.
_DERIVED = ("codelist", "column_type", "tier", "region", "language", "ref_area", "indicator")

CodeLists = dict[str, tuple[str, ...]]


def load_catalog(root: Path | None = None) -> Catalog:
    """The catalogue of the project at `root` (the folder that holds config/; this repository by default).

    Read once per process and root. Raises CatalogError with file, key, expected and found.
    """
    return _load(Path(root or PROJECT))


@lru_cache(maxsize=64)
def _load(root: Path) -> Catalog:
    codes = _load_codes(root)
    column_types = _entries(root, "config/column_types.yml", ColumnType, codes)
    tiers = _entries(root, "config/tiers.yml", Tier, codes)
    app = build_entry(App, read_yaml(root / "config/app.yml", "config/app.yml"), file="config/app.yml")
    codes |= {
        "column_type": tuple(column_types),
        "tier": tuple(tiers),
        "region": app.regions,
        "language": app.language_codes,
    }
    countries = _load_countries(root, codes)
    codes["ref_area"] = tuple(country.ref_area for country in countries)
    indicators = _load_indicators(root, codes)
    codes["indicator"] = tuple(indicators)
    codes["codelist"] = tuple(codes)
    datasets = {
        path.stem: _load_dataset(path, codes) for path in sorted((root / "config/datasets").glob("*.yml"))
    }
    if not datasets:
        raise CatalogError("config/datasets", "", "expected at least one <id>.yml, found none")
    catalog = Catalog(
        app=app,
        countries=countries,
        codes=codes,
        column_types=column_types,
        tiers=tiers,
        coverage=build_entry(Coverage, read_yaml(root / COVERAGE, COVERAGE), file=COVERAGE),
        regulation=_load_regulation(root, codes),
        policies=build_entry(Policies, read_yaml(root / POLICIES, POLICIES), file=POLICIES, codes=codes),
        indicators=indicators,
        datasets=datasets,
    )
    for dataset in datasets.values():
        check_dataset(dataset, catalog, f"config/datasets/{dataset.id}.yml")
    return catalog


def _entries(root: Path, name: str, model: type[Any], codes: CodeLists) -> dict[str, Any]:
    content = read_yaml(root / name, name)
    return {
        str(key): build_entry(model, about, file=name, key=str(key), codes=codes)
        for key, about in content.items()
    }


def _load_indicators(root: Path, codes: CodeLists) -> dict[str, Indicator]:
    """Indicators of all themes, in the order of the code list `theme`; a file is named after its theme."""
    folder = root / "config/indicators"
    order = {theme: place for place, theme in enumerate(codes.get("theme", ()))}
    indicators: dict[str, Indicator] = {}
    paths = sorted(folder.glob("*.yml"), key=lambda path: (order.get(path.stem, len(order)), path.stem))
    for path in paths:
        name = file_of(path.stem)
        for key, about in read_yaml(path, name).items():
            entry = {"id": key, "theme": path.stem, **about} if isinstance(about, dict) else about
            indicator = build_entry(Indicator, entry, file=name, key=str(key), codes=codes)
            if indicator.id in indicators:
                first = file_of(indicators[indicator.id].theme)
                raise CatalogError(
                    name, indicator.id, f"expected each id once, got it again (first in {first})"
                )
            indicators[indicator.id] = indicator
    if not indicators:
        raise CatalogError("config/indicators", "", "expected at least one <theme>.yml, found none")
    check_indicators(indicators, registered_sources(root))
    return indicators


def _load_regulation(root: Path, codes: CodeLists) -> Regulation:
    """Layers whose items are topics, areas of the tracker and treaties, each in exactly one group."""
    regulation = build_entry(
        Regulation, read_yaml(root / REGULATION, REGULATION), file=REGULATION, codes=codes
    )
    expected = {
        "framework": {*codes["law_topic"], *(f"tracker_{area}" for area in codes["cyberlaw_area"])},
        "treaties": set(codes["treaty"]),
        "rdtii": set(),
    }
    if set(regulation.layers) != set(expected):
        raise CatalogError(
            REGULATION, "layers", f"expected {', '.join(expected)}, got {', '.join(regulation.layers)}"
        )
    for name, items in expected.items():
        for item in sorted(items ^ set(regulation.layers[name].items)):
            fault = "no group has it" if item in items else "got an item that no register knows"
            raise CatalogError(REGULATION, f"layers.{name}.groups", f"expected {item} in one group, {fault}")
    return regulation


def _load_codes(root: Path) -> CodeLists:
    name = "config/codes.yml"
    lists: CodeLists = {}
    for codelist, codes in read_yaml(root / name, name).items():
        if codelist in _DERIVED:
            raise CatalogError(name, codelist, "expected no list of this name (it follows from other files)")
        if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
            raise CatalogError(name, codelist, f"expected a list of codes as text, got {codes!r}")
        lists[codelist] = _each_once(codes, name, codelist)
    return lists


def _load_countries(root: Path, codes: CodeLists) -> tuple[Country, ...]:
    name = "config/countries.yml"
    content = read_yaml(root / name, name)
    countries = tuple(
        build_entry(Country, {"ref_area": area, "region": region}, file=name, key=str(region), codes=codes)
        for region, areas in content.items()
        for area in areas
    )
    _each_once([country.ref_area for country in countries], name, "ref_area")
    return countries


def _load_dataset(path: Path, codes: CodeLists) -> Dataset:
    name = f"config/datasets/{path.name}"
    return build_entry(Dataset, {"id": path.stem, **read_yaml(path, name)}, file=name, codes=codes)


def _each_once(codes: list[str], file: str, key: str) -> tuple[str, ...]:
    for code in codes:
        if codes.count(code) > 1:
            raise CatalogError(file, key, f"expected each code once, got {code!r} {codes.count(code)} times")
    return tuple(codes)
