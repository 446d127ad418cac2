"""One explorer and one Chromium for all journeys of a test process; what failed is kept in build/browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.chromium import chromium_browser
from tests.browser.journey import PATIENCE, Visitor, visitor
from tests.browser.server import ROOT, Server, running

KEPT = ROOT / "build" / "browser"
MakeVisitor = Callable[..., Visitor]
_failed = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that `-m "not browser"` leaves them out."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember that a test failed, for the fixtures that clean up after it."""
    report = yield
    if report.failed:
        item.stash[_failed] = True
    return report


@pytest.fixture(scope="session")
def server(worker_id: str) -> Iterator[Server]:
    """The explorer, served as `make run` serves it."""
    with running(log=KEPT / f"server-{worker_id}.log") as started:
        yield started


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    expect.set_options(timeout=PATIENCE / 2)  # a busy machine is not a fault
    with chromium_browser() as started:
        yield started


@pytest.fixture
def visit(request: pytest.FixtureRequest, browser: Browser, server: Server) -> Iterator[MakeVisitor]:
    """Makes readers: visit(theme="dark", width=390, locale="es-CL"). None of them may ask another host."""
    readers: list[Visitor] = []

    def make(**how) -> Visitor:
        readers.append(visitor(browser, server.url, **how))
        return readers[-1]

    yield make
    if request.node.stash.get(_failed, False):
        name = re.sub(r"\W+", "-", request.node.name).strip("-")
        for number, page in enumerate(page for reader in readers for page in reader.context.pages):
            page.screenshot(path=KEPT / f"{name}-{number}.png", full_page=True)
        (KEPT / f"{name}.log").write_text(server.printed(400), encoding="utf-8")
    refused = [address for reader in readers for address in reader.network.refused]
    for reader in readers:
        reader.context.close()
    assert not refused, f"the page asked other hosts: {refused}"
