"""The catalogue: everything that config/ says about data, in one frozen object."""

from __future__ import annotations

from data.catalog.app import App
from data.catalog.column import Column, ColumnType
from data.catalog.country import Country
from data.catalog.coverage import Coverage
from data.catalog.dataset import Dataset
from data.catalog.entry import Entry
from data.catalog.indicator import Indicator
from data.catalog.policies import Policies
from data.catalog.regulation import Regulation
from data.catalog.tier import Tier


class Catalog(Entry):
    """What `load_catalog` returns. `codes` holds every code list by name, in the order of the file."""

    app: App
    countries: tuple[Country, ...]
    codes: dict[str, tuple[str, ...]]
    column_types: dict[str, ColumnType]
    tiers: dict[str, Tier]
    coverage: Coverage
    regulation: Regulation
    policies: Policies
    indicators: dict[str, Indicator]
    datasets: dict[str, Dataset]

    @property
    def ref_areas(self) -> tuple[str, ...]:
        """ISO 3166-1 alpha-3 codes of the members, in the order of config/countries.yml."""
        return tuple(country.ref_area for country in self.countries)

    @property
    def data_date(self) -> str:
        """Date of the newest data in any dataset; the build carries it instead of the time of day."""
        return max(dataset.vintage for dataset in self.datasets.values())

    def members_of(self, region: str) -> tuple[str, ...]:
        """ref_area of the members of `region`."""
        return tuple(country.ref_area for country in self.countries if country.region == region)

    def allowed_values(self, column: Column) -> tuple[str, ...] | None:
        """Codes that `column` may hold, or None when it is not coded."""
        rules = column.constraints
        return None if rules.enum is None else self.codes[rules.enum] + rules.also

    def table_datasets(self) -> tuple[Dataset, ...]:
        """The registers: datasets that are tables of a database."""
        return tuple(dataset for dataset in self.datasets.values() if dataset.table)
