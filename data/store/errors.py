"""The one error of the store: what is wrong with which file or table, and what to do about it."""

from __future__ import annotations

from typing import Literal

Kind = Literal["missing", "damaged", "tampered", "mismatch", "table_missing", "unreachable"]


class StoreError(RuntimeError):
    """Data cannot be read or must not be written.

    kind: missing (no such file), damaged (cut off or no Parquet/SQLite file), tampered (not the file that the
    manifest names), mismatch (does not fit its description), table_missing, unreachable (no answer from the
    place). `dataset` is the dataset id where one is concerned; `place` never holds a password.
    """

    def __init__(
        self, kind: Kind, place: str, *, expected: str, found: str, remedy: str, dataset: str | None = None
    ) -> None:
        self.kind: Kind = kind
        self.place, self.expected, self.found, self.remedy = place, expected, found, remedy
        self.dataset = dataset
        super().__init__(f"{place}: expected {expected}, found {found}. {remedy}")


REBUILD = "Run `make data` or restore the file from the repository."
