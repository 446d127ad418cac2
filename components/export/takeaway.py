"""What leaves: rows cut out of a dataset, judged by its policy and by the tier of every source in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from components.export.described import (
    REFUSED_RIGHTS,
    Doors,
    file_columns,
    licence_words,
    may_leave,
    producer_links,
    unit_word,
)
from components.export.limits import MAX_SERIES_AREAS, Shape, check_download
from components.export.metadata import FileColumn, FileMeta
from components.export.package import write_package
from components.export.problems import Problem
from components.export.sdmx import write_sdmx
from components.export.table import write_csv
from components.export.workbook import write_workbook
from components.i18n import Language
from data.analysis.extract import Wanted, extract, withheld_sources
from data.analysis.offer import INDICATOR, PERIOD, STATUS, Offer

Format = Literal["csv", "xlsx", "sdmx.csv", "zip"]
FORMATS: dict[Format, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "sdmx.csv": "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8",
    "zip": "application/zip",
}
# Units of which there are no parts.
_WHOLE = ("visits", "persons", "count")


@dataclass(frozen=True)
class Takeaway:
    """Rows that may leave, with all that their files say."""

    offer: Offer
    frame: pd.DataFrame
    columns: tuple[FileColumn, ...]
    meta: FileMeta
    shape: Shape
    doors: Doors


def formats_of(offer: Offer) -> tuple[Format, ...]:
    """The formats that a table is offered in; SDMX-CSV is for statistics only."""
    return tuple(name for name in FORMATS if name != "sdmx.csv" or offer.statistical)


def check_tier(dataset: str, doors: Doors) -> None:
    """Raise Problem (403), with the producer's links, when nothing of the dataset may leave."""
    described = doors.catalog.datasets[dataset]
    tier = described.licence.tier
    if not may_leave(described, doors.catalog):
        reason = (
            f"tier_{tier}" if doors.catalog.tiers[tier].download in REFUSED_RIGHTS else "not_downloadable"
        )
        raise Problem(403, reason, dataset=dataset, see=producer_links(described, doors.sources()))


def take(t: Language, offer: Offer, wanted: Wanted, doors: Doors, *, url: str, created: str = "") -> Takeaway:
    """The rows that are wanted, ready to be written.

    Rows whose source may not leave stay behind, and the file says so. Raises Problem: 403 when the tier of
    the dataset or of all its rows forbids it, 404 when there is no such row, 422 over the limit.
    """
    check_tier(offer.dataset.id, doors)
    frame = extract(doors.table(offer.dataset.id), offer, wanted)
    frame, left_out = _without_refused(frame, doors)
    dataset = offer.dataset
    tier = doors.catalog.tiers[dataset.licence.tier]
    verdict = check_download(frame, dataset, tier, aggregated=offer.summed, area=offer.compared)
    if not verdict.allowed:
        reason = verdict.reasons[0]
        raise Problem(
            404 if reason == "empty" else 422,
            f"{reason}_{offer.compared}" if reason == "shape_not_allowed" else reason,
            rows=verdict.rows,
            max_rows=verdict.max_rows,
            max_areas=MAX_SERIES_AREAS,
        )
    by = [PERIOD, *(key for key in offer.keys if key != PERIOD)] if PERIOD in frame else list(offer.keys)
    frame = _rounded(frame.sort_values(by, ignore_index=True), offer)
    columns = tuple(file_columns(t, offer, doors, list(frame.columns)))
    meta = _meta(t, offer, frame, doors, left_out, url, created)
    return Takeaway(offer, frame, columns, meta, verdict.shape, doors)


def write(taken: Takeaway, fmt: Format) -> bytes:
    """The file in one of FORMATS."""
    if fmt == "sdmx.csv":
        return write_sdmx(taken.frame, taken.meta, taken.offer, taken.doors.catalog)
    if fmt == "zip":
        return write_package(taken.frame, taken.meta, taken.columns, taken.offer, taken.doors.catalog)
    return (write_csv if fmt == "csv" else write_workbook)(taken.frame, taken.meta, taken.columns)


def _rounded(frame: pd.DataFrame, offer: Offer) -> pd.DataFrame:
    """Visits without digits that nobody knows."""
    return frame.round({name: 0 for name in map(str, frame) if str(offer.columns[name].unit) in _WHOLE})


def _without_refused(frame: pd.DataFrame, doors: Doors) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """The rows whose source may leave, and the titles of the sources that stayed behind."""
    if "source" not in frame:
        return frame, ()
    sources, tiers = doors.sources(), doors.catalog.tiers
    refused = [
        str(name)
        for name, tier in sources["tier"].astype(str).items()
        if tiers[tier].download in REFUSED_RIGHTS
    ]
    withheld = withheld_sources(frame, refused)
    if not withheld.any():
        return frame, ()
    behind = sources.loc[sorted(set(frame["source"][withheld].astype(str)))]
    if withheld.all():
        links = tuple(link for link in behind["url"].astype(str) if link.startswith("http"))
        raise Problem(403, "source_refused", sources="; ".join(behind["title"]), see=links)
    return frame[~withheld].reset_index(drop=True), tuple(behind["title"].astype(str))


def _meta(
    t: Language,
    offer: Offer,
    frame: pd.DataFrame,
    doors: Doors,
    left_out: tuple[str, ...],
    url: str,
    created: str,
) -> FileMeta:
    dataset = offer.dataset
    citations = [dataset.origin.citation]
    if "source" in frame:
        used = sorted(set(frame["source"].astype(str)))
        citations += [str(said) for said in doors.sources()["citation"].reindex(used).dropna()]
    notes = [t(key) for key in dataset.caveat_keys]
    notes += [t("data_catalogue.left_out", sources=t.listing(left_out))] if left_out else []
    notes += [t("data_catalogue.sums_note")] if offer.summed else []
    statuses = sorted(set(frame[STATUS].astype(str))) if STATUS in frame else []
    return FileMeta(
        title=t(dataset.title_key),
        unit=_unit(t, offer, frame, doors),
        sources=tuple(dict.fromkeys(citations)),
        licence=licence_words(t, dataset),
        vintage=dataset.vintage,
        obs_status={code: _status(t, offer, code) for code in statuses},
        url=url,
        language=t.code,
        labels=dict(t.section("export")),
        created=created,
        description=t(dataset.description_key),
        notes=tuple(notes),
    )


def _status(t: Language, offer: Offer, code: str) -> str:
    key = offer.dataset.obs_status_keys.get(code)
    return t(key) if key else t.code_label(STATUS, code)


def _unit(t: Language, offer: Offer, frame: pd.DataFrame, doors: Doors) -> str:
    """The units of the values, each once."""
    if INDICATOR in frame:
        used = set(frame[INDICATOR].astype(str))
        units = [about.unit for name, about in doors.catalog.indicators.items() if name in used]
    else:
        units = [str(offer.columns[name].unit) for name in frame.columns if name in offer.measures]
    return "; ".join(dict.fromkeys(unit_word(t, unit) for unit in units))
