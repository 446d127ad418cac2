"""Cells that a spreadsheet would run as a formula become plain text."""

from __future__ import annotations

import re
from typing import Any

# First characters that start a formula or a command in Excel, LibreOffice or Google Sheets, and their
# full-width forms, which some of them accept as well.
_STARTERS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20|%"
_NUMBER = re.compile(r"[+-]?\d+(?:[.,\u00a0\u202f]\d+)*\s?%?")
_SEPARATED = re.compile(r"([,;\t]\s*)(?=[=+\-@])")


def neutral_cell(value: Any) -> Any:
    """The value, with an apostrophe in front of text that would be taken for a formula.

    Numbers and texts that are nothing but a number keep their form. Blanks before a sign are looked
    through, because spreadsheets trim them.
    """
    if not isinstance(value, str) or not value:
        return value
    if value[0] not in _STARTERS and value.lstrip(" \u00a0")[:1] not in tuple(_STARTERS):
        return value
    if _NUMBER.fullmatch(value.strip()):
        return value
    return "'" + value


def neutral_line(text: str) -> str:
    """One line of free text for a file that may be split at commas, semicolons or tabs when opened."""
    return _SEPARATED.sub(r"\1'", " ".join(text.split()))
