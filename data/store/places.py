"""Where data lies: the repository unless EXPLORER_DATA_URL or EXPLORER_DATABASE_URL say otherwise."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

DATA_URL = "EXPLORER_DATA_URL"
DATABASE_URL = "EXPLORER_DATABASE_URL"
PRECOMPUTED = Path(__file__).resolve().parents[1] / "precomputed"
REGISTERS_FILE = "explorer.sqlite"


def data_base(base: str | Path | None = None) -> str:
    """Folder or fsspec address of the files: `base`, else EXPLORER_DATA_URL, else data/precomputed."""
    return str(base or os.environ.get(DATA_URL) or PRECOMPUTED)


def database_url(base: str | Path | None = None) -> str | None:
    """SQLAlchemy address of the registers, or None for the SQLite file that lies with the Parquet files."""
    return None if base else os.environ.get(DATABASE_URL) or None


def file_in(base: str, name: str) -> str:
    """Address of a file of the folder or fsspec address `base`."""
    return f"{base.rstrip('/')}/{name}"


def shown(address: str) -> str:
    """The address as a log may hold it: no user, password or token; paths relative to the project."""
    project = str(PRECOMPUTED.parents[1])
    if "://" not in address:
        return address.removeprefix(project + "/")
    parts = urlsplit(address)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
