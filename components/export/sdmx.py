"""A statistical table as SDMX-CSV 2.0: one dataflow, dimensions, measures, then attributes.

Layout after the SDMX-CSV field guide 2.0: STRUCTURE, STRUCTURE_ID and ACTION come first, a row is one
observation, missing values are empty. Neither comments nor a byte order mark are part of the format, so what
other files say in their head stands in attributes of the dataset.
"""

from __future__ import annotations

import csv
import io
from typing import Any

import pandas as pd

from components.export.metadata import FileMeta
from components.export.neutral import neutral_cell
from components.export.table import is_missing
from data.analysis.offer import INDICATOR, PERIOD, STATUS, Offer
from data.catalog import Catalog

AGENCY, VERSION = "FEALAC_ME", "1.0"
_INFORMATION = "I"
_FREQ = {"month": "M", "year": "A"}
_UNIT = "UNIT_MEASURE"


def structure_id(offer: Offer) -> str:
    """The dataflow of a table: agency, id and version."""
    return f"{AGENCY}:DF_{offer.dataset.id.upper()}({VERSION})"


def write_sdmx(frame: pd.DataFrame, meta: FileMeta, offer: Offer, catalog: Catalog) -> bytes:
    """The rows of `frame` (columns of `offer`); the first measure is OBS_VALUE, the period comes last among
    the dimensions. Raises ValueError for a table that is no statistics.
    """
    if not offer.statistical:
        raise ValueError(f"{offer.dataset.id}: expected a table with time_period and obs_status")
    table = sdmx_frame(frame, meta, offer, catalog)
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL)
    writer.writerow(table.columns)
    writer.writerows([_cell(value) for value in row] for row in table.itertuples(index=False, name=None))
    return out.getvalue().encode()


def sdmx_frame(frame: pd.DataFrame, meta: FileMeta, offer: Offer, catalog: Catalog) -> pd.DataFrame:
    """The table with the columns of the format, in their order."""
    values = [name for name in (offer.measures or ("value",)) if name in frame]
    dimensions = [*(key for key in offer.keys if key != PERIOD), PERIOD]
    attributes = [name for name in frame.columns if name not in (*values, *dimensions)]
    columns: dict[str, Any] = {
        "STRUCTURE": "dataflow", "STRUCTURE_ID": structure_id(offer), "ACTION": _INFORMATION,
        "FREQ": _FREQ.get(str(offer.period), ""),
    }  # fmt: skip
    columns |= {name.upper(): frame[name] for name in dimensions}
    columns |= {name.upper() if place else "OBS_VALUE": frame[name] for place, name in enumerate(values)}
    columns |= {name.upper(): frame[name] for name in (STATUS, *(n for n in attributes if n != STATUS))}
    columns[_UNIT] = _units(frame, values[0], offer, catalog)
    columns |= {
        "TITLE": meta.title, "CITATION": " ".join(meta.sources[:1]), "LICENCE": meta.licence,
        "VINTAGE": meta.vintage, "URL": meta.url,
    }  # fmt: skip
    return pd.DataFrame(columns, index=frame.index)


def _units(frame: pd.DataFrame, value: str, offer: Offer, catalog: Catalog) -> Any:
    if INDICATOR in frame:
        return (
            frame[INDICATOR].astype(str).map({name: about.unit for name, about in catalog.indicators.items()})
        )
    return offer.columns[value].unit


def _cell(value: Any) -> Any:
    if is_missing(value):
        return ""
    if hasattr(value, "item"):
        value = value.item()
    return neutral_cell(value)
