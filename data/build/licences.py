"""Writes DATA_LICENCES.md from the catalogue and the register of sources: `python -m data.build.licences`."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.catalog import load_catalog
from data.catalog.licences import render_licences
from data.catalog.loading import PROJECT
from data.catalog.texts import read_texts
from data.store.replacing import replaced

NAME = "DATA_LICENCES.md"


def licences(root: Path = PROJECT) -> str:
    """The document as the catalogue and data/registers/sources.csv now make it."""
    sources = pd.read_csv(root / "data/registers/sources.csv", dtype=str)
    return render_licences(load_catalog(root), sources, read_texts("en", root))


def write_licences(root: Path = PROJECT) -> Path:
    """Write DATA_LICENCES.md at `root` and return its path."""
    with replaced(root / NAME) as aside:
        aside.write_text(licences(root), encoding="utf-8")
    return root / NAME


if __name__ == "__main__":
    print(f"wrote {write_licences()}")
