"""Copies of the data and of config/ in a temporary folder, for tests that break something in them."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from tests.pages import ROOT

PRECOMPUTED = ROOT / "data" / "precomputed"


def data_copy(folder: Path) -> Path:
    """The data as links, so that taking a file away or writing it anew leaves the original alone."""
    place = folder / "data"
    place.mkdir()
    for file in PRECOMPUTED.iterdir():
        if file.is_file():
            (place / file.name).symlink_to(file)
    return place


def remove(file: Path) -> None:
    """Take the file away."""
    file.unlink()


def cut_off(file: Path) -> None:
    """Leave the first half, as a copy that was interrupted does."""
    _rewrite(file, file.read_bytes()[: file.stat().st_size // 2])


def tamper(file: Path) -> None:
    """Change what readers get without damaging the file: another dataset's column statistics, say."""
    content = file.read_bytes()
    _rewrite(file, content[:4] + bytes([content[4] ^ 1]) + content[5:])


def drop_table(file: Path, table: str) -> None:
    """Take one table out of a database."""
    _rewrite(file, file.read_bytes())
    with sqlite3.connect(file) as connection:
        connection.execute(f"DROP TABLE {table}")
    connection.close()


def config_copy(folder: Path, file: str, old: str, new: str) -> Path:
    """A project root whose config/ has `old` replaced by `new` in one file."""
    root = folder / "project"
    shutil.copytree(ROOT / "config", root / "config")
    _replace(root / file, old, new)
    return root


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path.name} no longer holds {old!r}: adapt the test"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _rewrite(link: Path, content: bytes) -> None:
    link.unlink()
    link.write_bytes(content)
