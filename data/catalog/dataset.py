"""A dataset: where it lies, its grain and columns, where it comes from and how it may leave."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, field_validator

from data.catalog.column import Column
from data.catalog.entry import Entry, one_of
from data.catalog.row_rule import RowRule

Date = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]


class Origin(Entry):
    """Who made the data and how to cite it. `sources` are ids of the `source` register that went in."""

    producer: str
    title: str
    citation: str
    url: str | None = None
    date_published: Date
    date_accessed: Date | None = None
    sources: tuple[str, ...] = ()


class Licence(Entry):
    """Terms of the dataset, with the address of their text if there is one; the app obeys the tier."""

    name: str
    url: str | None = None
    tier: Annotated[str, one_of("tier")]


class DownloadPolicy(Entry):
    """How the dataset may leave: up to `max_rows`, in one of `shapes`; `aggregate_only`: no single rows.

    `sums_by`: the columns that are left when a dataset leaves in sums; `ref_area` may stand for the country
    of a marketplace.
    """

    max_rows: Annotated[int, Field(ge=0)]
    shapes: tuple[Annotated[str, one_of("download_shape")], ...]
    aggregate_only: bool
    sums_by: tuple[str, ...] = ()


class Dataset(Entry):
    """One dataset. Texts are found by id: `datasets.<id>.title`, `.description`, `.caveats.<code>`."""

    id: str
    file: Annotated[str, Field(pattern=r"^([a-z_]+\.(parquet|sqlite)|processes/\*\.yml)$")]
    table: str | None = None
    grain: tuple[str, ...]
    columns: dict[str, Column]
    rules: tuple[RowRule, ...] = ()
    origin: Origin
    licence: Licence
    obs_status: tuple[Annotated[str, one_of("obs_status")], ...] = ()
    vintage: Date
    caveats: tuple[str, ...] = ()
    download: DownloadPolicy

    @field_validator("columns", mode="before")
    @classmethod
    def _name_columns(cls, columns: Any) -> Any:
        if not isinstance(columns, dict):
            return columns
        return {
            name: {"name": name, **about} if isinstance(about, dict) else about
            for name, about in columns.items()
        }

    @property
    def title_key(self) -> str:
        """Key of the title in config/texts."""
        return f"datasets.{self.id}.title"

    @property
    def description_key(self) -> str:
        """Key of the description in config/texts."""
        return f"datasets.{self.id}.description"

    @property
    def caveat_keys(self) -> tuple[str, ...]:
        """Keys of the caveats in config/texts."""
        return tuple(f"datasets.{self.id}.caveats.{code}" for code in self.caveats)

    @property
    def obs_status_keys(self) -> dict[str, str]:
        """Status code -> key of what the code means in this dataset."""
        return {code: f"datasets.{self.id}.obs_status.{code}" for code in self.obs_status}
