"""A copy of config/ and the register of sources in a temporary folder, with one place of one file changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from data.catalog.loading import PROJECT


def copy_with(folder: Path, file: str, old: str, new: str) -> Path:
    """Copy config/ and sources.csv to `folder`, replace `old` by `new` in `file`; return the copy's root."""
    root = folder / "project"
    shutil.copytree(PROJECT / "config", root / "config", ignore=shutil.ignore_patterns("texts"))
    register = root / "data/registers/sources.csv"
    register.parent.mkdir(parents=True)
    shutil.copy(PROJECT / "data/registers/sources.csv", register)
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} no longer holds {old!r}: adapt the test"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return root
