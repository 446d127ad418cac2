"""Reads a filled template: a CSV from somebody's spreadsheet, refused where it is not plain text in cells."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.importers.problem import ImportProblem

AS_UTF8 = "Save it as 'CSV UTF-8 (comma delimited)'."
# A template holds a few rows of text.
_LARGEST = 2_000_000
_LONGEST = 2_000
# What separates the cells where the reader's spreadsheet writes numbers with a comma.
_DELIMITERS = (",", ";", "\t")
# First characters that a spreadsheet runs, their full-width forms, and what hides one of them.
_RUN = "=+-@|%\uff1d\uff0b\uff0d\uff20"
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_MARKUP = re.compile(
    r"<\s*[/!?]?\s*[a-z]|&(?:#x?[0-9a-f]+|lt|gt|amp|quot|apos|nbsp);|javascript\s*:", re.IGNORECASE
)
_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Proposal:
    """A filled template: its columns as they stand, and its rows with their number in a spreadsheet."""

    path: Path
    columns: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]


def read_proposal(path: Path) -> Proposal:
    """The cells of the template, without blanks around them. Raises ImportProblem for the file as a whole.

    Reasons: no file, empty, too large, not UTF-8, no header, a row with too many or too few cells, no row.
    """
    text = _text(path)
    delimiter = max(_DELIMITERS, key=text.splitlines()[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records = []
    try:
        for number, cells in enumerate(reader, start=1):
            records.append((number, [cell.strip() for cell in cells]))
    except csv.Error as error:
        raise ImportProblem(
            path, row=len(records) + 1, expected="cells in closed quotes", found=str(error), remedy=AS_UTF8
        ) from error
    _, header = records[0]
    rows = [(line, cells) for line, cells in records[1:] if any(cells)]
    if not rows:
        raise ImportProblem(path, expected="a filled row below the header", found="none")
    again = [name for name in header if header.count(name) > 1]
    if again:
        raise ImportProblem(path, column=again[0], expected="each column once", found="it twice")
    for line, cells in rows:
        if len(cells) != len(header):
            found = f"{len(cells)} cells"
            raise ImportProblem(path, row=line, expected=f"{len(header)} cells", found=found, remedy=AS_UTF8)
    return Proposal(
        path, tuple(header), tuple((line, dict(zip(header, cells, strict=True))) for line, cells in rows)
    )


def unsafe_cells(proposal: Proposal, kept: Sequence[str]) -> Iterator[ImportProblem]:
    """Every cell that a spreadsheet or a browser would run, or that is too long; texts of `kept` are ours."""
    ours = set(kept)
    for line, row in proposal.rows:
        for column, cell in row.items():
            found = None if plain_cell(cell) in ours else _fault(cell)
            if found:
                expected, said = found
                yield ImportProblem(proposal.path, column=column, row=line, expected=expected, found=said)


def plain_cell(cell: str) -> str:
    """The cell without the apostrophe that a template puts before a text which looks like a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple(_RUN) else cell


def _fault(cell: str) -> tuple[str, str] | None:
    shown = cell if len(cell) <= 60 else f"{cell[:60]}..."
    if _CONTROL.search(cell):
        return "text without control characters", repr(shown)
    if "\n" in cell or "\r" in cell:
        return "a text of one line", repr(shown)
    if plain_cell(cell)[:1] in tuple(_RUN) and not _NUMBER.fullmatch(cell):
        return "text that no spreadsheet takes for a formula", repr(shown)
    if _MARKUP.search(cell):
        return "plain text without HTML", repr(shown)
    if len(cell) > _LONGEST:
        return f"at most {_LONGEST} characters", f"{len(cell)}"
    return None


def _text(path: Path) -> str:
    if not path.is_file():
        raise ImportProblem(path, expected="a filled template (CSV)", found="no such file")
    if path.stat().st_size > _LARGEST:
        found = f"{path.stat().st_size} bytes"
        raise ImportProblem(path, expected=f"a template of at most {_LARGEST} bytes", found=found)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportProblem(path, expected="text in UTF-8", found=str(error), remedy=AS_UTF8) from error
    if not text.strip():
        raise ImportProblem(
            path,
            expected="a header and at least one filled row",
            found="an empty file",
            remedy="Download the template from the page again.",
        )
    return text.lstrip("\r\n")
