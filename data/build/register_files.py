"""Reads a hand-kept register and refuses two rows with one id, naming the file, the rows and the id."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from data.importers.problem import ImportProblem


def read_register_file(path: Path, *, key: str, types: Mapping[str, type] | None = None) -> pd.DataFrame:
    """Return the rows of a register CSV; blank cells are null, `types` as in pandas.read_csv.

    Raises ImportProblem: no file, no key column, a blank key, or a key on more than one row.
    """
    if not path.is_file():
        raise ImportProblem(
            path, expected="a register", found="no file", remedy="Restore it from the repository."
        )
    try:
        frame = pd.read_csv(path, dtype=dict(types or {}), keep_default_na=False, na_values=[""])
    except (UnicodeDecodeError, ValueError) as error:
        raise ImportProblem(
            path, expected="a comma-separated text file in UTF-8", found=str(error)
        ) from error
    if key not in frame.columns:
        raise ImportProblem(
            path, column=key, expected="this column", found=f"columns {', '.join(frame.columns)}"
        )
    blank = frame[key].isna()
    if blank.any():
        row = int(blank.to_numpy().argmax()) + 2
        raise ImportProblem(path, column=key, row=row, expected="an id", found="an empty cell")
    twice = frame[key].duplicated(keep=False)
    if twice.any():
        value = frame.loc[twice, key].iloc[0]
        rows = [str(position + 2) for position in range(len(frame)) if frame[key].iloc[position] == value]
        raise ImportProblem(
            path,
            column=key,
            expected="each id on one row",
            found=f"'{value}' on rows {', '.join(rows)}",
            remedy="Give one of them another id, or remove the row that repeats the other.",
        )
    return frame
