"""Steps of a journey: open a page in a language, theme and width, wait until it is still, look for faults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.offline import CutNetwork

Theme = Literal["light", "dark"]
PATIENCE = 60_000  # milliseconds; the first page of a cold server reads every table
DESK, PHONE = 1440, 390
HEIGHTS = {DESK: 900, PHONE: 844}
FAULT = "[data-testid='stException'], [data-testid='stAppCompileError'], [data-testid='stAlertContentError']"
CHART = "[data-testid='stVegaLiteChart']"
LASTS = (
    200  # milliseconds without work until a page counts as still; one script run may follow another at once
)
STILL = """([fault, chart, lasts]) => {
  const app = document.querySelector("[data-testid='stApp']");
  const main = document.querySelector("[data-testid='stMain']");
  const shown = main && main.querySelector(`[data-testid='stElementContainer'], ${fault}`);
  const working = !shown || app.dataset.testScriptState !== "notRunning"
    || app.querySelector("[data-stale='true'], [data-testid='stSkeleton'], [data-testid='stAppSkeleton']")
    || [...app.querySelectorAll(chart)].some(c => c.offsetParent && !c.querySelector("canvas, svg"));
  if (working) { window.__stillSince = null; return false; }
  window.__stillSince ??= performance.now();
  return performance.now() - window.__stillSince >= lasts;
}"""

SIDEWAYS = """() => Math.max(...[document.documentElement, document.querySelector("[data-testid='stMain']")]
  .filter(Boolean).map(box => box.scrollWidth - box.clientWidth))"""


@dataclass
class Visitor:
    """One reader: a browser context of its own with the network cut."""

    context: BrowserContext
    network: CutNetwork

    def open(self, page_name: str = "", **values: str) -> Page:
        """Open a page of the explorer, e.g. open("east_asia", lang="es", country="VNM"), and wait for it."""
        page = self.context.new_page()
        page.goto(address(self.network.url, page_name, values), wait_until="load", timeout=PATIENCE)
        wait_until_still(page)
        return page


def visitor(
    browser: Browser, url: str, *, theme: Theme = "light", width: int = DESK, locale: str = "en-US"
) -> Visitor:
    """A reader with this theme, screen width in CSS pixels and browser language."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHTS.get(width, 900)},
        color_scheme=theme,
        locale=locale,
        reduced_motion="reduce",  # a picture in the middle of a transition is a different picture each time
        accept_downloads=True,
    )
    network = CutNetwork(url)
    network.guard(context)
    return Visitor(context, network)


def address(url: str, page_name: str, values: Mapping[str, str]) -> str:
    """The address of a page with its state."""
    query = urlencode(list(values.items()))
    return f"{url}/{page_name}" + (f"?{query}" if query else "")


def wait_until_still(page: Page) -> None:
    """Wait until something is shown, the script has ended, every chart is drawn, and all of it lasts."""
    page.wait_for_function(STILL, arg=[FAULT, CHART, LASTS], timeout=PATIENCE, polling=50)
    page.evaluate("() => document.fonts.ready")


def faults(page: Page) -> list[str]:
    """What the reader would see as broken: error boxes of Streamlit and texts without a translation."""
    boxes = [box.inner_text() for box in page.locator(FAULT).all()]
    missing = page.get_by_text("config/texts/").all_inner_texts()
    return boxes + missing


def sideways(page: Page) -> int:
    """By how many pixels the page scrolls sideways; 0 on a page that fits. Tables scroll in themselves."""
    return int(page.evaluate(SIDEWAYS))
