"""A story as a part of an address: short names, compressed, letters that every address may hold."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from collections.abc import Mapping
from typing import Any

from data.catalog import CatalogError

# Longer addresses are cut by mail programs and refused by some servers.
LONGEST = 1900
# What an address may unfold to: far more than any story has.
_LARGEST = 200_000
_NAMES = {"page": "p", "query": "q", "cards": "c", "title": "t", "message": "m", "notes": "n"}
_BACK = {short: name for name, short in _NAMES.items()}
KEY = "mine"


def pack(content: Mapping[str, Any]) -> str:
    """The story of `content` (title, views) as text for an address."""
    views = [{_NAMES[name]: held for name, held in view.items() if held} for view in content["views"]]
    told = json.dumps([content.get("title", ""), views], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(zlib.compress(told.encode(), 9)).decode().rstrip("=")


def fits(packed: str) -> bool:
    """Whether it is short enough for an address."""
    return len(packed) <= LONGEST


def unpack(packed: str) -> dict[str, Any]:
    """What pack took. Raises CatalogError when it is not whole, or unfolds to too much."""
    try:
        folded = base64.b64decode(packed + "=" * (-len(packed) % 4), altchars=b"-_", validate=True)
        unfolding = zlib.decompressobj()
        told = unfolding.decompress(folded, _LARGEST)
        if unfolding.unconsumed_tail or not unfolding.eof:
            raise ValueError("cut or too large")
        title, views = json.loads(told.decode())
        return {
            "title": title,
            "views": [{_BACK[short]: held for short, held in view.items()} for view in views],
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, zlib.error, binascii.Error):
        raise CatalogError(
            KEY, "", "expected a whole story, got an address that was cut or changed"
        ) from None
