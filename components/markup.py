"""Text from data or from the address, written so that no part of it is read as markup."""

from __future__ import annotations

import re

# What would end a link's address, or the link itself, too early.
_ENDING = {"(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "[": "%5B", "]": "%5D", " ": "%20", "\\": "%5C"}
_MEANING = re.compile(r"([\\`*_{}\[\]()<>#+\-!|$:~^=&@.])")


def plain(said: str) -> str:
    """`said` as Markdown that shows exactly its characters: names of marketplaces are nobody's formatting."""
    return _MEANING.sub(r"\\\1", said)


def link_to(url: str, said: str) -> str:
    """A Markdown link to a web address from data; for any other address the words alone."""
    if not re.match(r"https?://", url):
        return plain(said)
    return f"[{plain(said)}]({''.join(_ENDING.get(sign, sign) for sign in url)})"
