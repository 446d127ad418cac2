"""A Frictionless Data Package: data.csv, datapackage.json and a README in one zip, equal for equal input."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.export.metadata import FileColumn, FileMeta
from components.export.neutral import neutral_cell
from components.export.table import is_missing, select_columns
from data.analysis.offer import Offer
from data.catalog import Catalog, Column

DATA, DESCRIPTOR, README = "data.csv", "datapackage.json", "README.md"
# A zip cannot hold an earlier date; any fixed one makes equal packages equal bytes.
_DATE = (1980, 1, 1, 0, 0, 0)
_TYPES = {
    "number": "number", "number32": "number", "integer": "integer", "boolean": "boolean", "year": "year",
    "month": "yearmonth",
}  # fmt: skip


def write_package(
    frame: pd.DataFrame, meta: FileMeta, columns: Sequence[FileColumn], offer: Offer, catalog: Catalog
) -> bytes:
    """The zip. Raises ValueError as write_csv does."""
    chosen = select_columns(frame, meta, columns)
    descriptor = describe(meta, columns, offer, catalog, path=DATA)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (
            (DATA, _rows(chosen)),
            (DESCRIPTOR, json.dumps(descriptor, indent=2, ensure_ascii=False)),
            (README, readme(meta, columns)),
        ):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content.encode())
    return out.getvalue()


def describe(
    meta: FileMeta, columns: Sequence[FileColumn], offer: Offer, catalog: Catalog, *, path: str
) -> dict[str, Any]:
    """The package's descriptor, with one resource at `path`."""
    return {
        "name": offer.dataset.id.replace("_", "-"),
        "title": meta.title,
        "description": meta.description,
        "homepage": meta.url,
        "version": meta.vintage,
        "licenses": [licence(offer)],
        "sources": [{"title": source} for source in meta.sources],
        "resources": [resource(columns, offer, catalog, path=path)],
    }


def licence(offer: Offer) -> dict[str, str]:
    """The licence of a dataset as a package names it; terms without an address get a name of their own."""
    given = offer.dataset.licence
    name = re.sub(r"[^A-Za-z0-9.]+", "-", given.name if given.url else f"LicenseRef {offer.dataset.id}")
    said = {"name": name, "path": given.url or "", "title": given.name}
    return {key: value for key, value in said.items() if value}


def resource(columns: Sequence[FileColumn], offer: Offer, catalog: Catalog, *, path: str) -> dict[str, Any]:
    """One table with its schema; keys are told only where the file holds them all."""
    names = [column.name for column in columns]
    schema: dict[str, Any] = {
        "fields": [_field(column, offer.columns[column.name], catalog) for column in columns],
        "missingValues": [""],
    }
    if set(offer.keys) <= set(names):
        schema["primaryKey"] = list(offer.keys)
    return {
        "name": offer.dataset.id.replace("_", "-"),
        "type": "table",
        "path": path,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def readme(meta: FileMeta, columns: Sequence[FileColumn]) -> str:
    """What a person reads first: the facts of the file and its columns, as Markdown."""
    heads = [meta.labels[f"dictionary_{name}"] for name in ("column", "title", "unit", "description")]
    lines = [f"# {meta.title}", ""]
    lines += [f"- **{heading}**: {_line(fact)}" for heading, fact in meta.facts()[1:]]
    lines += ["", f"## {meta.labels['sheet_dictionary']}", "", _row(heads), _row(["---"] * len(heads))]
    lines += [_row([f"`{c.name}`", c.title, c.unit, c.description]) for c in columns]
    return "\n".join(lines) + "\n"


def _field(column: FileColumn, about: Column, catalog: Catalog) -> dict[str, Any]:
    rules = about.constraints
    kind = _TYPES.get(about.type, "string")
    constraints: dict[str, Any] = {"required": True} if rules.required else {}
    codes = catalog.allowed_values(about)
    if codes is not None and kind == "string":
        constraints["enum"] = list(codes)
    for name in ("minimum", "maximum"):
        limit = getattr(rules, name)
        if limit is not None:
            constraints[name] = int(limit) if kind == "integer" else limit
    if rules.pattern and kind == "string":
        constraints["pattern"] = rules.pattern
    said: dict[str, Any] = {"name": column.name, "type": kind, "title": column.title, "unit": column.unit}
    said |= {"description": column.description, "constraints": constraints}
    return {key: value for key, value in said.items() if value}


def _rows(frame: pd.DataFrame) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL)
    writer.writerow(frame.columns)
    writer.writerows([_cell(value) for value in row] for row in frame.itertuples(index=False, name=None))
    return out.getvalue()


def _cell(value: Any) -> Any:
    if is_missing(value):
        return ""
    if hasattr(value, "item"):
        value = value.item()
    return str(value).lower() if isinstance(value, bool) else neutral_cell(value)


def _line(text: str) -> str:
    return " ".join(text.split())


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_line(cell).replace("|", "\\|") for cell in cells) + " |"
