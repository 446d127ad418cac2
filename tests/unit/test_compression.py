"""Browser code leaves the server compressed, and only browser code."""

from __future__ import annotations

import asyncio
import gzip
from concurrent.futures import ThreadPoolExecutor

import pytest

from deploy.compression import CompressedAssets

CODE = b"const answer = 42;\n" * 200


@pytest.fixture
def assets(tmp_path):
    folder = tmp_path / "static" / "js"
    folder.mkdir(parents=True)
    (folder / "index.abc.js").write_bytes(CODE)
    (folder / "tiny.js").write_bytes(b"1")
    (folder / "font.woff2").write_bytes(CODE)
    (tmp_path / "secret.js").write_bytes(CODE)
    return tmp_path


def ask(assets, path, times=1, **changed):
    """Ask the middleware for a path; returns (status, headers, body) of the last answer."""

    async def inner(scope, receive, send):
        await send({"type": "http.response.start", "status": 299, "headers": []})
        await send({"type": "http.response.body", "body": b"passed on"})

    async def run():
        app = CompressedAssets(inner, assets)
        headers = changed.pop("headers", {"accept-encoding": "gzip, br"})
        encoded = [(name.encode(), value.encode()) for name, value in headers.items()]
        scope = {"type": "http", "method": "GET", "path": path, "headers": encoded, **changed}

        async def once():
            sent = []

            async def send(message):
                sent.append(message)

            await app(scope, None, send)
            return sent

        answers = await asyncio.gather(*(once() for _ in range(times)))
        start, *rest = answers[-1]
        received = {name.decode().lower(): value.decode() for name, value in start["headers"]}
        return start["status"], received, b"".join(message.get("body", b"") for message in rest)

    # In a thread of its own: a browser test that ran before in this process may have left its loop running.
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(lambda: asyncio.run(run())).result()


def test_code_comes_compressed_and_may_be_kept_for_a_year(assets):
    status, headers, body = ask(assets, "/static/js/index.abc.js")
    assert (status, headers["content-encoding"]) == (200, "gzip")
    assert headers["content-type"].startswith("text/javascript")
    assert "immutable" in headers["cache-control"]
    assert headers["content-length"] == str(len(body)) and len(body) < len(CODE) / 10
    assert gzip.decompress(body) == CODE


def test_many_who_ask_at_once_get_the_same_copy(assets):
    assert gzip.decompress(ask(assets, "/static/js/index.abc.js", times=20)[2]) == CODE


def test_a_path_prefix_in_front_of_the_app_does_not_matter(assets):
    assert ask(assets, "/explorer/static/js/index.abc.js")[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/east_asia",
        "/app/static/map.geojson",
        "/static/js/absent.js",
        "/static/js/tiny.js",
        "/static/js/font.woff2",
        "/static/../secret.js",
        "/static/js/../../secret.js",
        "/_stcore/health",
    ],
)
def test_everything_else_is_left_to_streamlit(assets, path):
    assert ask(assets, path)[0] == 299


def test_who_cannot_read_gzip_or_asks_for_a_part_gets_the_file_itself(assets):
    assert ask(assets, "/static/js/index.abc.js", headers={})[0] == 299
    part = {"accept-encoding": "gzip", "range": "bytes=0-9"}
    assert ask(assets, "/static/js/index.abc.js", headers=part)[0] == 299


def test_websockets_pass(assets):
    assert ask(assets, "/static/js/index.abc.js", type="websocket")[0] == 299
