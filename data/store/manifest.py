"""MANIFEST.json: what was built (sha256 and rows per file), of which date, from which source vintages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from data.catalog.entry import Entry
from data.store.errors import REBUILD, StoreError
from data.store.files import fetch, sha256
from data.store.places import data_base, file_in, shown
from data.store.replacing import replaced

NAME = "MANIFEST.json"


class FileRecord(Entry):
    """One built file; `rows` by dataset id (a database holds several)."""

    sha256: str
    bytes: int
    rows: dict[str, int]


class Manifest(Entry):
    """built_at: date of the newest data (never the time of the build); sources: source id -> vintage."""

    built_at: str
    sources: dict[str, str]
    files: dict[str, FileRecord]


def read_manifest(base: str | Path | None = None) -> dict[str, Any]:
    """The manifest as a mapping: built_at, sources, files. Raises StoreError (missing, damaged)."""
    return load_manifest(data_base(base)).model_dump()


def load_manifest(base: str) -> Manifest:
    """The manifest of the folder or address `base`, checked. Raises StoreError (missing, damaged)."""
    content = fetch(base, NAME)
    try:
        return Manifest.model_validate_json(content)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        key = ".".join(str(part) for part in fault["loc"])
        raise StoreError(
            "damaged",
            shown(file_in(base, NAME)),
            expected="JSON with built_at, sources and files",
            found=f"{key + ': ' if key else ''}{fault['msg']}",
            remedy=REBUILD,
        ) from None


def recorded(manifest: Manifest, base: str, name: str) -> FileRecord:
    """The record of file `name`. Raises StoreError (mismatch) when the manifest does not know the file."""
    if name not in manifest.files:
        raise StoreError(
            "mismatch",
            shown(file_in(base, NAME)),
            expected=f"an entry for {name}",
            found=f"entries for {', '.join(sorted(manifest.files)) or 'no file'}",
            remedy=REBUILD,
        )
    return manifest.files[name]


def write_manifest(
    folder: Path, *, built_at: str, sources: Mapping[str, str], rows: Mapping[str, Mapping[str, int]]
) -> Path:
    """Record the files named in `rows` (file -> dataset id -> rows) as they now lie in `folder`.

    `built_at` is the date of the data (Catalog.data_date), so that building twice gives equal bytes.
    """
    files = {
        name: FileRecord(
            sha256=sha256((folder / name).read_bytes()),
            bytes=(folder / name).stat().st_size,
            rows=dict(sorted(rows[name].items())),
        )
        for name in sorted(rows)
    }
    manifest = Manifest(built_at=built_at, sources=dict(sorted(sources.items())), files=files)
    with replaced(folder / NAME) as aside:
        aside.write_text(json.dumps(manifest.model_dump(), indent=2) + "\n", encoding="utf-8")
    return folder / NAME
