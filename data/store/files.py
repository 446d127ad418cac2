"""Fetches the bytes of one file from a folder or any fsspec address, and proves them."""

from __future__ import annotations

import hashlib

import fsspec

from data.store.errors import REBUILD, StoreError
from data.store.places import DATA_URL, file_in, shown


def fetch(base: str, name: str) -> bytes:
    """The content of file `name` at `base`. Raises StoreError: missing or unreachable."""
    address = file_in(base, name)
    try:
        with fsspec.open(address, "rb") as stream:
            return bytes(stream.read())
    except FileNotFoundError:
        raise StoreError(
            "missing", shown(address), expected="a file", found="nothing", remedy=REBUILD
        ) from None
    except Exception as error:  # each of fsspec's file systems raises errors of its own
        raise StoreError(
            "unreachable",
            shown(address),
            expected="a readable file",
            found=f"{type(error).__name__}: {error}",
            remedy=f"Check {DATA_URL}, the network and the rights to read there.",
        ) from error


def sha256(content: bytes) -> str:
    """Hexadecimal SHA-256 of `content`."""
    return hashlib.sha256(content).hexdigest()


def prove(content: bytes, expected: str, address: str) -> None:
    """Raise StoreError (tampered) unless `content` has the SHA-256 `expected`."""
    found = sha256(content)
    if found != expected:
        raise StoreError(
            "tampered", shown(address), expected=f"sha256 {expected}", found=f"sha256 {found}", remedy=REBUILD
        )
