"""A link sent by mail works even when it is the first thing that a fresh server is asked for."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.architecture.texts import texts
from tests.browser.conftest import KEPT
from tests.browser.journey import faults, visitor
from tests.browser.server import running
from tests.pages import page_names


@pytest.mark.parametrize("name", page_names()[1:2])
def test_the_first_request_may_be_a_deep_link(browser, worker_id, name):
    with running(log=KEPT / f"cold-{worker_id}.log") as server:
        reader = visitor(browser, server.url)
        page = reader.open(name, lang="es")
        assert faults(page) == []
        expect(page.get_by_text(texts("es")["frame.title"]).first).to_be_visible()
        assert page.url.startswith(f"{server.url}/{name}")
        assert reader.network.refused == []
        reader.context.close()
        assert "external IP" not in server.printed()
