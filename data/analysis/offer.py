"""What of a dataset can be asked for: its columns, and by which of them it is narrowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from data.catalog import Catalog, Column, Dataset

PeriodKind = Literal["month", "year", "other"]
AREA, PERIOD, MARKETPLACE, INDICATOR, STATUS = (
    "ref_area", "time_period", "marketplace_id", "indicator", "obs_status",
)  # fmt: skip
_REGISTER = "marketplace"
_NUMBERS = ("float64", "float32")


@dataclass(frozen=True, slots=True)
class Offer:
    """The table of a dataset that may leave.

    columns: name -> description, in the order of the file; keys: those that tell rows apart; measures: the
    columns of values that can be chosen one by one (none where rows have an indicator); compared: the column
    of what is compared, countries or marketplaces.
    """

    dataset: Dataset
    columns: dict[str, Column]
    keys: tuple[str, ...]
    measures: tuple[str, ...]
    period: PeriodKind | None
    compared: str

    @property
    def summed(self) -> bool:
        """Whether its rows are sums over several rows of the dataset."""
        return bool(self.dataset.download.sums_by)

    @property
    def has_area(self) -> bool:
        """Whether it can be narrowed to countries."""
        return AREA in self.columns

    @property
    def has_indicators(self) -> bool:
        """Whether its rows name an indicator."""
        return INDICATOR in self.columns

    @property
    def has_marketplaces(self) -> bool:
        """Whether it can be narrowed to single marketplaces."""
        return MARKETPLACE in self.columns

    @property
    def statistical(self) -> bool:
        """Whether it is a statistical table: values by period, with a status."""
        return self.period is not None and STATUS in self.columns


def offer_of(dataset: Dataset, catalog: Catalog) -> Offer:
    """The table that leaves when `dataset` is asked for."""
    numbers = tuple(
        name
        for name, column in dataset.columns.items()
        if name not in dataset.grain and catalog.column_types[column.type].storage in _NUMBERS
    )
    keys = dataset.download.sums_by or dataset.grain
    columns = _columns(dataset, numbers, catalog)
    measured = numbers if PERIOD in columns and INDICATOR not in columns else ()
    kind = columns[PERIOD].type if PERIOD in columns else None
    return Offer(
        dataset=dataset,
        columns=columns,
        keys=keys,
        measures=measured,
        period=None if kind is None else kind if kind in ("month", "year") else "other",  # type: ignore[arg-type]
        compared=MARKETPLACE if MARKETPLACE in columns else AREA,
    )


def _columns(dataset: Dataset, numbers: tuple[str, ...], catalog: Catalog) -> dict[str, Column]:
    """The described columns, the country of a marketplace after its code; of sums, what they are made by."""
    country = catalog.datasets[_REGISTER].columns[AREA]
    if dataset.download.sums_by:
        kept = (*dataset.download.sums_by, *numbers, *(name for name in (STATUS,) if name in dataset.columns))
        return {name: dataset.columns.get(name, country) for name in kept}
    columns: dict[str, Column] = {}
    for name, column in dataset.columns.items():
        columns[name] = column
        if name == MARKETPLACE and AREA not in dataset.columns:
            columns[AREA] = country
    return columns
