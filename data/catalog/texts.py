"""The texts of one language as a flat mapping, for documents that are written outside the app."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.catalog.loading import PROJECT
from data.catalog.reading import read_yaml


def read_texts(language: str, root: Path | None = None) -> dict[str, str]:
    """Key -> text of config/texts/<language>.yml, keys joined by dots. Raises CatalogError."""
    name = f"config/texts/{language}.yml"
    return dict(_leaves(read_yaml((root or PROJECT) / name, name), ""))


def _leaves(node: Any, key: str) -> Iterator[tuple[str, str]]:
    if not isinstance(node, dict):
        yield key, "" if node is None else str(node)
        return
    for name, child in node.items():
        yield from _leaves(child, f"{key}.{name}" if key else str(name))
