"""What the browser fetches: nothing from elsewhere, and no library that the page does not use."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from tests.browser.journey import faults
from tests.browser.steps import open_section
from tests.pages import page_names

HEAVY = re.compile(r"deck[._-]?gl|mapbox|maplibre|plotly", re.I)


def test_only_pages_with_a_deck_fetch_what_draws_it(visit):
    reader = visit()
    fetched: dict[str, list[str]] = {}
    page = reader.open(lang="en")
    for name in page_names():
        page.close()
        asked: list[str] = []
        reader.context.on("request", lambda request, asked=asked: asked.append(request.url))
        page = reader.open(name, lang="en")
        for section in page.get_by_role("tab").all_inner_texts():
            open_section(page, section)
        assert faults(page) == []
        assert any(address.endswith(".js") for address in asked)
        fetched[name] = [urlsplit(address).path for address in asked if HEAVY.search(address)]
    assert {name: found for name, found in fetched.items() if found} == {}
    assert reader.network.refused == []
