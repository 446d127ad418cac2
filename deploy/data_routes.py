"""The addresses under which programs get data: thin routes in front of components/export/answers.py.

Starlette runs them in threads of their own, without a Streamlit session; they share the loaded tables with
the pages.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components import loaders
from components.export.answers import Answer, Desk, unavailable
from data.catalog import CatalogError

# Data change when the app is built anew; an hour keeps a class that asks the same thing off the server.
FRESH = "public, max-age=3600"
log = logging.getLogger("explorer")


@cache
def desk() -> Desk:
    """The desk that answers, in front of the same doors as the pages."""
    return Desk(loaders.doors())


def routes(open_desk: Callable[[], Desk] = desk) -> list[Route]:
    """GET and HEAD of tables, their descriptions, the package and the OpenAPI description."""

    def answered(request: Request, ask: Callable[[Desk], Answer]) -> Response:
        try:
            return _response(request, ask(open_desk()))
        except CatalogError as error:
            log.error("%s", error)
            return _response(request, unavailable(_pairs(request)))

    def table(request: Request) -> Response:
        name = request.path_params["name"]
        return answered(request, lambda desk: desk.table(name, _pairs(request), _base(request)))

    def metadata(request: Request) -> Response:
        dataset = request.path_params["dataset"]
        return answered(request, lambda desk: desk.metadata(dataset, _pairs(request), _base(request)))

    def package(request: Request) -> Response:
        return answered(request, lambda desk: desk.package(_pairs(request), _base(request)))

    def openapi(request: Request) -> Response:
        return answered(request, lambda desk: desk.openapi(_pairs(request), _base(request)))

    return [
        Route("/data/openapi.json", openapi),
        Route("/data/{dataset}/metadata.json", metadata),
        # Whatever else lies below, so that it is refused here and not answered with a page.
        Route("/data/{name:path}", table),
        Route("/datapackage.json", package),
    ]


def _pairs(request: Request) -> list[tuple[str, str]]:
    return request.query_params.multi_items()


def _base(request: Request) -> str:
    return str(request.base_url)


def _response(request: Request, answer: Answer) -> Response:
    """The answer with its headers; without a body for HEAD and for who holds the same content already."""
    headers = {
        "Cache-Control": FRESH if answer.status == 200 else "no-store",
        "X-Content-Type-Options": "nosniff",
        "Access-Control-Allow-Origin": "*",
    }
    if answer.etag:
        headers["ETag"] = answer.etag
        if _holds(request, answer.etag):
            return Response(status_code=304, headers=headers)
    if answer.name:
        headers["Content-Disposition"] = f'attachment; filename="{answer.name}"'
        dataset = answer.name.partition(".")[0]
        headers["Link"] = f'<{_base(request)}data/{dataset}/metadata.json>; rel="describedby"'
    if request.method == "HEAD":
        headers["Content-Length"] = str(len(answer.content))
        return Response(status_code=answer.status, headers=headers, media_type=answer.media_type)
    return Response(answer.content, answer.status, headers, answer.media_type)


def _holds(request: Request, etag: str) -> bool:
    held = [tag.strip() for tag in request.headers.get("if-none-match", "").split(",")]
    return "*" in held or etag in held or etag.removeprefix("W/") in held
