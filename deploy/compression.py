"""Sends Streamlit's own JavaScript, CSS and WebAssembly gzipped, each file compressed once per process.

Streamlit leaves them uncompressed because its middleware would compress them again for every visitor; their
names carry a hash of their content, so one compressed copy stays right for the life of the process. About
2 MB are held when a reader has seen every page.
"""

from __future__ import annotations

import asyncio
import gzip
from pathlib import Path

import streamlit
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

ASSETS = Path(streamlit.__file__).parent / "static"
MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm"}
SMALLEST = 1_000  # bytes; below this the header costs what compression saves
LEVEL = 9  # once per file, so the best that gzip has
FOREVER = "public, immutable, max-age=31536000"  # what Streamlit itself says of these files


class CompressedAssets:
    """ASGI middleware that answers GET /static/* from compressed copies and passes everything else on."""

    def __init__(self, app: ASGIApp, assets: Path = ASSETS) -> None:
        self._app = app
        self._folder = (assets / "static").resolve()
        self._copies: dict[str, asyncio.Task[bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        asset = self._asset(scope)
        if asset is None:
            await self._app(scope, receive, send)
            return
        response = Response(
            await self._compressed(asset),
            media_type=MEDIA_TYPES[asset.suffix],
            headers={"Content-Encoding": "gzip", "Cache-Control": FOREVER, "Vary": "Accept-Encoding"},
        )
        await response(scope, receive, send)

    def _asset(self, scope: Scope) -> Path | None:
        """The file a request asks for, when it is one of ours to compress."""
        if scope["type"] != "http" or scope["method"] != "GET":
            return None
        headers = Headers(scope=scope)
        if "gzip" not in headers.get("accept-encoding", "") or "range" in headers:
            return None
        # Behind a path prefix (server.baseUrlPath) the assets are found after it.
        _, found, name = scope["path"].rpartition("/static/")
        if not found:
            return None
        asset = (self._folder / name).resolve()
        if asset.suffix not in MEDIA_TYPES or self._folder not in asset.parents:
            return None
        return asset if asset.is_file() and asset.stat().st_size >= SMALLEST else None

    async def _compressed(self, asset: Path) -> bytes:
        """The compressed copy; visitors who ask at the same moment wait for the same one."""
        key = str(asset)
        if key not in self._copies:
            work = asyncio.to_thread(lambda: gzip.compress(asset.read_bytes(), LEVEL, mtime=0))
            self._copies[key] = asyncio.create_task(work)
        return await asyncio.shield(self._copies[key])
