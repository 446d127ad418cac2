"""Reads a hand-kept register and refuses two rows with one id, naming the file, the rows and the id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from data.importers.problem import ImportProblem


def read_register_file(
    path: Path, *, key: str | Sequence[str], types: Mapping[str, type] | None = None
) -> pd.DataFrame:
    """Return the rows of a register CSV; blank cells are null, `types` as in pandas.read_csv.

    `key`: the column or columns that tell one row from another. Raises ImportProblem: no file, no key column,
    a blank key, or a key on more than one row.
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
    names = [key] if isinstance(key, str) else list(key)
    for name in names:
        _require(frame, name, path)
    twice = frame.duplicated(names, keep=False)
    if twice.any():
        values = frame.loc[twice, names].iloc[0]
        rows = frame.index[(frame[names] == values).all(axis=1)] + 2
        raise ImportProblem(
            path,
            column=", ".join(names),
            expected="each id on one row",
            found=f"'{', '.join(map(str, values))}' on rows {', '.join(map(str, rows))}",
            remedy="Give one of them another id, or remove the row that repeats the other.",
        )
    return frame


def _require(frame: pd.DataFrame, name: str, path: Path) -> None:
    if name not in frame.columns:
        raise ImportProblem(
            path, column=name, expected="this column", found=f"columns {', '.join(frame.columns)}"
        )
    blank = frame[name].isna()
    if blank.any():
        row = int(blank.to_numpy().argmax()) + 2
        raise ImportProblem(path, column=name, row=row, expected="an id", found="an empty cell")
