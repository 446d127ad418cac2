"""Reading and writing what is known: Parquet by dataset id, registers through SQLAlchemy, the manifest."""

from __future__ import annotations

from data.store.constraints import check_frame
from data.store.database import open_registers
from data.store.database_writing import write_sqlite
from data.store.datasets import read_dataset
from data.store.errors import StoreError
from data.store.findings import Finding
from data.store.manifest import read_manifest, write_manifest
from data.store.registers import read_register
from data.store.verify import verify
from data.store.writing import write_parquet

__all__ = [
    "Finding",
    "StoreError",
    "check_frame",
    "open_registers",
    "read_dataset",
    "read_manifest",
    "read_register",
    "verify",
    "write_manifest",
    "write_parquet",
    "write_sqlite",
]
