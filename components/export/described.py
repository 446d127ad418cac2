"""A dataset in the reader's words: columns, units, code lists, citation, sources and what may leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from components.export.citation import Citation, bibtex, cite
from components.export.limits import MAX_SERIES_AREAS
from components.export.metadata import FileColumn
from components.i18n import Language, has_text
from data.analysis.offer import INDICATOR, Offer, offer_of
from data.catalog import Catalog, Column, Dataset

# Code lists that share the words of another one.
_WORDS_OF = {
    "visitor_sex": "sex",
    "visitor_age": "age",
    "answer": "transactional",
    "answer_or_partner": "own_logistics",
}
REFUSED_RIGHTS = ("aggregate", "none")


@dataclass(frozen=True)
class Doors:
    """Where what is told about data comes from.

    table: dataset id -> the table that may leave; sources: the register of sources; names: language ->
    country names by code; manifest: what was built.
    """

    catalog: Catalog
    table: Callable[[str], pd.DataFrame]
    sources: Callable[[], pd.DataFrame]
    names: Callable[[str], Mapping[str, str]]
    manifest: Callable[[], Mapping[str, Any]]

    def offer(self, dataset: str) -> Offer:
        """What of a dataset can be asked for; raises KeyError for an id that is not described."""
        return offer_of(self.catalog.datasets[dataset], self.catalog)


def shown_datasets(catalog: Catalog) -> tuple[str, ...]:
    """The datasets whose tier lets them be shown, in the order of the catalogue."""
    return tuple(name for name, d in catalog.datasets.items() if catalog.tiers[d.licence.tier].shown)


def may_leave(dataset: Dataset, catalog: Catalog) -> bool:
    """Whether any row of a dataset may leave by request."""
    tier, policy = catalog.tiers[dataset.licence.tier], dataset.download
    summed_if_needed = bool(policy.sums_by) or not policy.aggregate_only
    return tier.shown and tier.download not in REFUSED_RIGHTS and policy.max_rows > 0 and summed_if_needed


def producer_links(dataset: Dataset, sources: pd.DataFrame) -> tuple[str, ...]:
    """Addresses where the producers of a dataset publish it."""
    known = [str(sources["url"].get(name)) for name in dataset.origin.sources if name in sources.index]
    links = [dataset.origin.url or "", *known]
    return tuple(dict.fromkeys(link for link in links if link.startswith("http")))


def column_words(t: Language, column: Column, doors: Doors) -> dict[str, str]:
    """Code -> word for a coded column; empty where a column is free."""
    codes = doors.catalog.allowed_values(column)
    codelist = column.constraints.enum
    if codes is None or codelist is None:
        return {}
    if codelist == "ref_area":
        names = doors.names(t.code)
        return {code: names.get(code) or t.code_label("area", code) for code in codes}
    if codelist == INDICATOR:
        described = doors.catalog.indicators
        return {
            code: f"{described[code].name_in(t.code)} ({unit_word(t, described[code].unit)})"
            for code in codes
        }
    if codelist == "tier":
        return {code: t(f"licences.tier.{code}.name") for code in codes}
    return {code: t.code_label(_WORDS_OF.get(codelist, codelist), code) for code in codes}


def unit_word(t: Language, unit: str | None) -> str:
    """A unit in the reader's words; empty when there is none."""
    key = f"data_catalogue.units.{unit}"
    return t(key) if has_text(key, t.code) else unit or ""


def file_columns(t: Language, offer: Offer, doors: Doors, names: list[str]) -> list[FileColumn]:
    """What a file says of the columns `names`."""
    return [
        FileColumn(
            name,
            t(offer.columns[name].title_key),
            unit_word(t, offer.columns[name].unit),
            "; ".join(
                f"{code} = {word}" for code, word in column_words(t, offer.columns[name], doors).items()
            ),
        )
        for name in names
    ]


def words_of(t: Language, dataset: Dataset, fact: str, given: str) -> str:
    """The reader's word for a producer or licence that is a description and not a name."""
    key = f"datasets.{dataset.id}.{fact}"
    return t(key) if has_text(key, t.code) else given


def licence_words(t: Language, dataset: Dataset) -> str:
    """The licence with the address of its text."""
    said = words_of(t, dataset, "licence", dataset.licence.name)
    return f"{said} ({dataset.licence.url})" if dataset.licence.url else said


def citations_of(t: Language, dataset: Dataset, url: str, today: date) -> tuple[str, str]:
    """How to cite a dataset: a sentence after the APA style, and BibTeX."""
    made = Citation(
        producer=words_of(t, dataset, "producer", dataset.origin.producer),
        title=t(dataset.title_key),
        year=dataset.origin.date_published[:4],
        url=url,
        accessed=today,
        pattern=t("export.citation"),
    )
    return cite(made, t.day(today.isoformat())), bibtex(made)


def limit_words(t: Language, offer: Offer) -> str:
    """What may leave at once, in one sentence."""
    several = "time_series" in offer.dataset.download.shapes and offer.period is not None
    return t(
        f"data_catalogue.limits.{'both' if several else 'rows'}",
        max_rows=t.number(offer.dataset.download.max_rows),
        max_areas=t.number(MAX_SERIES_AREAS),
        compared=t(f"data_catalogue.compared.{offer.compared}"),
    )
