"""What machines read about the data: metadata of a dataset, the package of all, the OpenAPI description."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from components.export.described import (
    Doors,
    citations_of,
    column_words,
    file_columns,
    limit_words,
    may_leave,
    producer_links,
    shown_datasets,
    unit_word,
    words_of,
)
from components.export.limits import MAX_SERIES_AREAS
from components.export.package import licence, resource
from components.export.requested import PARAMETERS, allowed_values
from components.export.takeaway import FORMATS, formats_of
from components.i18n import Language, languages
from data.analysis.offer import PERIOD, Offer

OPENAPI = "3.1.0"
_REPEATABLE = ("country", "indicator", "marketplace")


def metadata(t: Language, dataset: str, doors: Doors, base: str) -> dict[str, Any]:
    """Everything known of a dataset; `base` is the address of the explorer, ending in a slash."""
    offer = doors.offer(dataset)
    described, manifest = offer.dataset, doors.manifest()
    file = manifest["files"].get(described.file, {})
    # Its own date, not the day of asking: equal questions get equal answers.
    sentence, entry = citations_of(
        t,
        described,
        f"{base}data_catalogue?dataset={dataset}",
        date.fromisoformat(_day(manifest["built_at"])),
    )
    return {
        "id": dataset,
        "title": t(described.title_key),
        "description": t(described.description_key),
        "language": t.code,
        "grain": list(offer.keys),
        "columns": [_column(t, name, offer, doors) for name in offer.columns],
        "caveats": [t(key) for key in described.caveat_keys],
        "obs_status": {code: t(key) for code, key in described.obs_status_keys.items()},
        "vintage": described.vintage,
        "producer": words_of(t, described, "producer", described.origin.producer),
        "licence": {
            **described.licence.model_dump(),
            "tier_name": t(f"licences.tier.{described.licence.tier}.name"),
        },
        "citation": {"text": sentence, "bibtex": entry, "as_given": described.origin.citation},
        "sources": {name: manifest["sources"].get(name, "") for name in described.origin.sources},
        "version": {
            "built_at": manifest["built_at"],
            "sha256": file.get("sha256", ""),
            "rows": file.get("rows", {}).get(dataset),
        },
        "download": _download(t, offer, doors, base),
    }


def package_of_all(t: Language, doors: Doors, base: str) -> dict[str, Any]:
    """A Data Package whose resources are what of each dataset leaves in one request: newest period first."""
    offers = [doors.offer(name) for name in shown_datasets(doors.catalog)]
    offers = [offer for offer in offers if may_leave(offer.dataset, doors.catalog)]
    manifest = doors.manifest()
    return {
        "name": "fealac-marketplace-explorer",
        "title": t("frame.title"),
        "description": t("data_catalogue.api.package"),
        "homepage": f"{base}data_catalogue",
        "version": manifest["built_at"],
        "resources": [_resource(t, offer, doors) for offer in offers],
    }


def openapi(t: Language, doors: Doors, version: str) -> dict[str, Any]:
    """The OpenAPI 3.1 description of all addresses."""
    ids = list(shown_datasets(doors.catalog))
    dataset = {"name": "dataset", "in": "path", "required": True, "schema": {"type": "string", "enum": ids}}
    query = [_parameter(t, name, doors) for name in PARAMETERS]
    paths: dict[str, Any] = {
        f"/data/{{dataset}}.{fmt}": {
            "get": {
                "operationId": f"get_{fmt.replace('.', '_')}",
                "summary": t("data_catalogue.api.download"),
                "description": t("data_catalogue.api.limits", max_areas=MAX_SERIES_AREAS),
                "parameters": [dataset, *query],
                "responses": _responses(t, media.split(";")[0], (304, 400, 403, 404, 422, 503)),
            }
        }
        for fmt, media in FORMATS.items()
    }
    for path, name, parameters, statuses in (
        ("/data/{dataset}/metadata.json", "metadata", [dataset], (304, 404, 503)),
        ("/data/openapi.json", "openapi", [], (304,)),
        ("/datapackage.json", "package", [], (304, 503)),
    ):
        paths[path] = {
            "get": {
                "operationId": f"get_{name}",
                "summary": t(f"data_catalogue.api.{name}"),
                "parameters": [*parameters, query[PARAMETERS.index("lang")]],
                "responses": _responses(t, "application/json", statuses),
            }
        }
    return {
        "openapi": OPENAPI,
        "info": {
            "title": t("frame.title"),
            "version": version,
            "description": t("data_catalogue.api.about"),
        },
        "servers": [{"url": ".."}],
        "paths": paths,
        "components": {"schemas": {"Problem": _problem_schema()}},
    }


def _download(t: Language, offer: Offer, doors: Doors, base: str) -> dict[str, Any]:
    dataset = offer.dataset
    if not may_leave(dataset, doors.catalog):
        return {"allowed": False, "see": list(producer_links(dataset, doors.sources()))}
    return {
        "allowed": True,
        "max_rows": dataset.download.max_rows,
        "shapes": list(dataset.download.shapes),
        "limit": limit_words(t, offer),
        "parameters": [
            name
            for name in PARAMETERS
            if name in allowed_values(offer, doors.catalog, doors.table(dataset.id))
        ],
        "addresses": {fmt: f"{base}data/{dataset.id}.{fmt}" for fmt in formats_of(offer)},
    }


def _column(t: Language, name: str, offer: Offer, doors: Doors) -> dict[str, Any]:
    column = offer.columns[name]
    said = {
        "name": name,
        "title": t(column.title_key),
        "type": column.type,
        "unit": column.unit,
        "unit_name": unit_word(t, column.unit),
        "codes": column_words(t, column, doors),
        "constraints": column.constraints.model_dump(exclude_defaults=True),
    }
    return {key: value for key, value in said.items() if value}


def _resource(t: Language, offer: Offer, doors: Doors) -> dict[str, Any]:
    frame = doors.table(offer.dataset.id)
    query = {"period": str(frame[PERIOD].astype(str).max())} if offer.period and len(frame) else {}
    path = f"data/{offer.dataset.id}.csv" + (f"?{urlencode(query)}" if query else "")
    made = resource(file_columns(t, offer, doors, list(offer.columns)), offer, doors.catalog, path=path)
    # The file has its facts in front of the header.
    made |= {"scheme": "http", "dialect": {"commentChar": "#"}, "licenses": [licence(offer)]}
    return made | {"title": t(offer.dataset.title_key), "description": limit_words(t, offer)}


def _parameter(t: Language, name: str, doors: Doors) -> dict[str, Any]:
    value: dict[str, Any] = {"type": "string"}
    if name == "country":
        value["pattern"] = "^[A-Z]{3}$"
    elif name == "lang":
        value["enum"] = list(languages())
    schema = {"type": "array", "items": value} if name in _REPEATABLE else value
    described = {"name": name, "in": "query", "description": t(f"data_catalogue.api.parameters.{name}")}
    return described | {"schema": schema} | ({"explode": True} if name in _REPEATABLE else {})


def _responses(t: Language, media: str, statuses: tuple[int, ...]) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "object"} if media == "application/json" else {"type": "string"}
    found: dict[str, Any] = {
        "200": {"description": t("data_catalogue.api.status.200"), "content": {media: {"schema": schema}}}
    }
    refused = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for status in statuses:
        found[str(status)] = {"description": t(f"data_catalogue.api.status.{status}")}
        if status >= 400:
            found[str(status)]["content"] = refused
    return found


def _problem_schema() -> dict[str, Any]:
    texts = {name: {"type": "string"} for name in ("title", "detail", "reason", "parameter")}
    links = {"type": "array", "items": {"type": "string", "format": "uri"}}
    properties = {**texts, "status": {"type": "integer"}, "see": links}
    return {"type": "object", "required": ["title", "status", "detail", "reason"], "properties": properties}


def _day(vintage: str) -> str:
    """A date of a year or month only, as its first day."""
    return vintage + "-01" * (2 - vintage.count("-"))
