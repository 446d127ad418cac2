"""The one error an importer raises: which file, column and row, what was found and what was expected."""

from __future__ import annotations

from pathlib import Path


class ImportProblem(ValueError):
    """A fault in an outside file, told so that its owner can repair it.

    `row` counts like a spreadsheet: the header is row 1, so the first record is row 2.
    """

    def __init__(
        self,
        file: Path | str,
        *,
        expected: str,
        found: str,
        column: str | None = None,
        row: int | None = None,
        remedy: str | None = None,
    ) -> None:
        self.file, self.column, self.row = str(file), column, row
        self.expected, self.found, self.remedy = expected, found, remedy
        place = [self.file]
        if column is not None:
            place.append(f"column '{column}'")
        if row is not None:
            place.append(f"row {row}")
        message = f"{', '.join(place)}: expected {expected}, found {found}"
        super().__init__(f"{message}. {remedy}" if remedy else f"{message}.")
