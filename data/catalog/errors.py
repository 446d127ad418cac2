"""The one error of the catalogue: which file, which key, what was expected and what was found."""

from __future__ import annotations


class CatalogError(ValueError):
    """A configuration file says something that the catalogue cannot accept.

    Written for the operator: ``config/datasets/visits_monthly.yml: columns.visits.unit: expected one of
    persons, visits, got 'visit'``.
    """

    def __init__(self, file: str, key: str, message: str) -> None:
        self.file = file
        self.key = key
        self.message = message
        super().__init__(": ".join(part for part in (file, key, message) if part))

    def __reduce__(self) -> tuple[type[CatalogError], tuple[str, str, str]]:
        # Three arguments cannot be rebuilt from the one message that Exception keeps.
        return type(self), (self.file, self.key, self.message)
