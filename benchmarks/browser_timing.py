"""Loading a page and changing a filter in Chromium, against a blank Streamlit page in the same run."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Browser

from benchmarks.figures import Table, median
from benchmarks.scenarios import BLANK, EXPLORER, Scenario
from benchmarks.stillness import WatchedPage
from tests.browser.journey import wait_until_still

SCREEN = {"width": 1440, "height": 900}
MAP_CODE = "DeckGlJsonChart"  # the file that Streamlit sends to pages with a pydeck map


@dataclass
class Timings:
    """Milliseconds of each try, and what the first visit received."""

    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    change: list[float] = field(default_factory=list)
    first_bytes: list[float] = field(default_factory=list)
    change_bytes: list[float] = field(default_factory=list)
    fetches_map_code: bool = False


def measure(browser: Browser, blank_url: str, explorer_url: str, runs: int) -> tuple[Table, Table]:
    """Two tables: times (median of `runs` tries each) and bytes per page."""
    times = Table(
        "Loading and filter change in Chromium (ms, median)",
        ("page", "first visit", "next visit", "filter change", "× blank"),
        note="From navigation, or from the pointer going down, until nothing on the page changes any more. "
        "First visit: empty browser cache.",
    )
    sizes = Table(
        "What a page receives (kB)",
        ("page", "first visit", "filter change", "pydeck's code"),
        note="First visit: everything over HTTP as sent, compressed, plus the websocket.",
    )
    base = None
    for url, scenario in [(blank_url, BLANK), *((explorer_url, s) for s in EXPLORER)]:
        got = timings(browser, url, scenario, runs)
        change = median(got.change) if got.change else None
        base = base or change
        ratio = change / base if change and base else None
        times.rows.append((scenario.name, median(got.cold), median(got.warm), change, ratio))
        change_kb = median(got.change_bytes) / 1000 if got.change_bytes else None
        fetched = "fetched" if got.fetches_map_code else "no"
        sizes.rows.append((scenario.name, median(got.first_bytes) / 1000, change_kb, fetched))
    return times, sizes


def timings(browser: Browser, url: str, scenario: Scenario, runs: int) -> Timings:
    """Measure one page `runs` times after one try that does not count."""
    got = Timings()
    for number in range(runs + 1):
        context = browser.new_context(viewport=SCREEN)  # type: ignore[arg-type]
        first, taken = _load(WatchedPage(context), url, scenario)
        page = WatchedPage(context)
        again, _ = _load(page, url, scenario)
        if number:
            got.cold.append(first)
            got.warm.append(again)
            got.first_bytes.append(taken.received.http + taken.received.socket)
            got.fetches_map_code |= any(MAP_CODE in name for name in taken.received.files)
        if number == runs and scenario.widget:
            for step in range(runs + 1):
                lasted = _change(page, scenario.widget, step)
                if step:
                    got.change.append(lasted)
                    got.change_bytes.append(page.received.http + page.received.socket)
        context.close()
    return got


def _load(watched: WatchedPage, url: str, scenario: Scenario) -> tuple[float, WatchedPage]:
    watched.page.goto(url + scenario.path, wait_until="commit")
    wait_until_still(watched.page)
    return watched.settled(), watched


def _change(watched: WatchedPage, widget: str, step: int) -> float:
    """Press the next button of the row; milliseconds from pointer down until the page was quiet."""
    watched.forget()
    row = watched.page.locator(f".st-key-{widget.replace('.', '-')} button")
    row.first.wait_for()
    row.nth((step + 1) % row.count()).click()
    watched.page.wait_for_timeout(60)  # the page needs a moment to start changing
    wait_until_still(watched.page)
    return watched.settled() - watched.pointer()
