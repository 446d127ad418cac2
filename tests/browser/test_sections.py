"""Every section fits a desk and a phone, and every chart in it can be read without seeing it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.architecture.texts import texts
from tests.browser.journey import DESK, PHONE, visitor
from tests.browser.server import Server
from tests.browser.walk import Walk, walk
from tests.pages import page_names

EN = texts("en")
SOURCE = EN["cards.sources"].split("{")[0]
DECK_LIBRARY = re.compile(r"deck[._-]?gl|mapbox|maplibre", re.I)


@pytest.fixture(
    scope="module", params=[f"{name}-{width}" for name in page_names() for width in (DESK, PHONE)]
)
def met(request: pytest.FixtureRequest, browser: Browser, server: Server) -> Iterator[Walk]:
    """A walk through a page at a width."""
    name, width = request.param.rsplit("-", 1)
    reader = visitor(browser, server.url, width=int(width))
    yield walk(reader, name, EN["cards.table"], lang="en")
    reader.context.close()
    assert reader.network.refused == []


def test_nothing_is_broken_and_nothing_scrolls_sideways(met):
    assert met.broken == {}
    assert met.too_wide == {}


def test_every_chart_is_named_read_sourced_and_tabulated(met):
    for section, charts in met.charts.items():
        for chart in charts:
            place = f"{section}: {chart.title}"
            sentence = chart.spoken.removeprefix(f"{chart.title}. ")
            assert len(sentence.split()) > 2 and sentence != chart.spoken, place
            assert sentence in chart.shown, place
            assert SOURCE in chart.shown, place
            assert chart.rows > 0, place


def test_what_draws_decks_is_fetched_only_to_draw_one(met):
    assert any(path.endswith(".js") for path in met.fetched)
    found = [path for path in met.fetched if DECK_LIBRARY.search(path)]
    assert bool(found) == (met.decks > 0), found
