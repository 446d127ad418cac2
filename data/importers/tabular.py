"""Reads a delimited text file and checks every column before anything is computed from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal

import pandas as pd

from data.importers.problem import ImportProblem

Kind = Literal["text", "number", "integer", "date", "month"]
_EXPECTED: dict[str, str] = {
    "text": "a text",
    "number": "a number with a decimal point",
    "integer": "a whole number",
    "date": "a date like 2024-07-31",
    "month": "a month like 2024-07",
}
_PATTERN = {"date": r"\d{4}-\d{2}-\d{2}", "month": r"\d{4}-(?:0[1-9]|1[0-2])"}


@dataclass(frozen=True)
class Column:
    """What a column must hold; a blank cell is allowed only where `blank` says so."""

    kind: Kind = "text"
    blank: bool = False
    codes: Collection[str] | None = None


def read_table(
    source: Path | IO[str] | IO[bytes],
    columns: Mapping[str, Column],
    *,
    name: str | None = None,
    header: list[str] | None = None,
    compression: Literal["infer", "gzip"] | None = "infer",
) -> pd.DataFrame:
    """Return the named columns of a CSV file with their types; others are left out.

    Text stays str (blank: ''), numbers become float64 or Int64, dates and months stay ISO strings.
    `header` names the columns of a file that has no header line. Raises ImportProblem.
    """
    label = name or (str(source) if isinstance(source, Path) else "input")
    if isinstance(source, Path) and not source.is_file():
        raise ImportProblem(
            source, expected="a file", found="nothing", remedy="Check the folder given with --sources."
        )
    try:
        raw = pd.read_csv(
            source,
            dtype=str,
            keep_default_na=False,
            names=header,
            header=None if header else 0,
            encoding="utf-8-sig",
            compression=compression,
        )
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError, OSError, EOFError) as error:
        raise ImportProblem(
            label, expected="a comma-separated text file in UTF-8", found=str(error)
        ) from error
    first_row = 1 if header else 2
    missing = [column for column in columns if column not in raw.columns]
    if missing:
        raise ImportProblem(
            label,
            column=missing[0],
            expected=f"the columns {', '.join(columns)}",
            found=f"the columns {', '.join(map(str, raw.columns))}",
        )
    table = pd.DataFrame(index=raw.index)
    for column, rule in columns.items():
        table[column] = _convert(raw[column].fillna("").str.strip(), rule, label, column, first_row)
    return table


def _convert(values: pd.Series, rule: Column, file: str, column: str, first_row: int) -> pd.Series:
    """Check one column cell by cell and give it its type."""
    blank = values == ""
    if not rule.blank and blank.any():
        _refuse(file, column, blank, values, first_row, _EXPECTED[rule.kind])
    if rule.codes is not None:
        unknown = ~values.isin(rule.codes) & ~blank
        if unknown.any():
            shown = sorted(rule.codes)
            listing = ", ".join(shown[:12]) + (", ..." if len(shown) > 12 else "")
            _refuse(file, column, unknown, values, first_row, f"one of {listing}")
    if rule.kind == "text":
        return values
    if rule.kind in _PATTERN:
        wrong = ~values.str.fullmatch(_PATTERN[rule.kind]) & ~blank
        wrong |= (
            pd.to_datetime(values.where(~blank & ~wrong), errors="coerce", format="ISO8601").isna() & ~blank
        )
        if wrong.any():
            _refuse(file, column, wrong, values, first_row, _EXPECTED[rule.kind])
        return values
    numbers = pd.to_numeric(values.where(~blank), errors="coerce").astype("float64")
    wrong = (numbers.isna() & ~blank) | numbers.abs().eq(float("inf"))
    if rule.kind == "integer":
        wrong |= numbers.notna() & (numbers % 1 != 0)
    if wrong.any():
        _refuse(file, column, wrong, values, first_row, _EXPECTED[rule.kind])
    return numbers.astype("Int64") if rule.kind == "integer" else numbers


def _refuse(
    file: str, column: str, wrong: pd.Series, values: pd.Series, first_row: int, expected: str
) -> None:
    """Raise for the first wrong cell, telling how many more there are."""
    at = int(wrong.to_numpy().argmax())
    found = f"'{values.iloc[at]}'" if values.iloc[at] else "an empty cell"
    more = int(wrong.sum()) - 1
    raise ImportProblem(
        file,
        column=column,
        row=at + first_row,
        expected=expected,
        found=found + (f" (and {more} more such cells)" if more else ""),
    )
