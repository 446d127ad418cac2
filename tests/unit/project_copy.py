"""A copy of config/ in a temporary folder, with one place of one file changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from data.catalog.loading import PROJECT


def copy_with(folder: Path, file: str, old: str, new: str) -> Path:
    """Copy config/ to `folder`, replace `old` by `new` in `file`, and return the root of the copy."""
    root = folder / "project"
    shutil.copytree(PROJECT / "config", root / "config", ignore=shutil.ignore_patterns("texts"))
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} no longer holds {old!r}: adapt the test"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return root
