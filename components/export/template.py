"""A template that a reader fills in: one row of a register with its columns, and a letter with the same."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from components.export.neutral import neutral_cell
from components.export.table import is_missing

# Longer letters are cut by some mail programs.
_LONGEST = 1800


def write_template(columns: Sequence[str], row: Mapping[str, Any]) -> bytes:
    """A CSV of the columns and one row (UTF-8 with byte order mark): what is known, blanks for the rest.

    A cell that a spreadsheet would run is made plain text.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerow([neutral_cell(written(row.get(name))) for name in columns])
    # Half a character pair cannot be written; nothing else is lost.
    return out.getvalue().encode("utf-8-sig", "replace")


def written(value: Any) -> str:
    """A value as a register holds it: whole numbers without a point, nothing for what is missing."""
    if is_missing(value) or value == "":
        return ""
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value)


def letter(subject: str, opening: str, fields: Sequence[tuple[str, str]], *, to: str = "") -> str:
    """A mailto address (to nobody without `to`): subject, opening, and as many "name: value" lines as fit."""
    lines = [opening, ""]
    for name, value in fields:
        line = f"{name}: {value}"
        if len("\r\n".join([*lines, line])) > _LONGEST:
            break
        lines.append(line)
    body = quote("\r\n").join(map(quote, lines))
    return f"mailto:{quote(to, safe='@')}?subject={quote(subject)}&body={body}"
