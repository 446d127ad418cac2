"""A frame as CSV (UTF-8 with byte order mark): facts about the file as '# ' lines, then header and rows."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.export.metadata import FileColumn, FileMeta
from components.export.neutral import neutral_cell, neutral_line

STATUS_COLUMN = "obs_status"


def write_csv(frame: pd.DataFrame, meta: FileMeta, columns: Sequence[FileColumn]) -> bytes:
    """The rows of `frame` in `columns`, with the facts of `meta` in front.

    The byte order mark makes Excel read accents; `pandas.read_csv(..., comment="#",
    encoding="utf-8-sig")` skips the facts. Text is quoted so that other list separators do not split
    it; missing values are empty cells. Raises ValueError for an unknown column or a missing obs_status.
    """
    chosen = select_columns(frame, meta, columns)
    out = io.StringIO(newline="")
    for heading, fact in meta.facts():
        out.write(f"# {neutral_line(f'{heading}: {fact}')}\r\n")
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([neutral_cell(column.name) for column in columns])
    for row in chosen.itertuples(index=False, name=None):
        writer.writerow([_cell(value) for value in row])
    return out.getvalue().encode("utf-8-sig")


def select_columns(frame: pd.DataFrame, meta: FileMeta, columns: Sequence[FileColumn]) -> pd.DataFrame:
    """The named columns of `frame`; a file whose rows have a status never leaves without it."""
    names = [column.name for column in columns]
    unknown = [name for name in names if name not in frame.columns]
    if unknown:
        raise ValueError(f"columns: expected columns of the frame, got {unknown[0]!r}")
    if meta.obs_status and STATUS_COLUMN not in names:
        raise ValueError(f"columns: expected {STATUS_COLUMN!r} among them, got {', '.join(names)}")
    return frame[names]


def is_missing(value: Any) -> bool:
    """Whether a cell holds no value: None, NaN, NaT, NA or an infinite number."""
    if value is None or value is pd.NA or value is pd.NaT:
        return True
    return isinstance(value, float) and not math.isfinite(value)


def _cell(value: Any) -> Any:
    if is_missing(value):
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if hasattr(value, "item"):
        return value.item()
    return neutral_cell(value if isinstance(value, (int, float, str)) else str(value))
