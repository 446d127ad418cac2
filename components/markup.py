"""Text from data or from the address, written so that no part of it is read as markup."""

from __future__ import annotations

import re

_MEANING = re.compile(r"([\\`*_{}\[\]()<>#+\-!|$:~^=&@.])")


def plain(said: str) -> str:
    """`said` as Markdown that shows exactly its characters: names of marketplaces are nobody's formatting."""
    return _MEANING.sub(r"\\\1", said)
