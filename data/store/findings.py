"""A finding: one way in which a file does not keep what its description or the manifest promises."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Where (place and key, usually the column), what was expected, what was found."""

    place: str
    key: str
    expected: str
    found: str

    def __str__(self) -> str:
        where = f"{self.place}: {self.key}" if self.key else self.place
        return f"{where}: expected {self.expected}, found {self.found}"
