"""What readers do on a page: choose from a list, take a filter away, open a section, take a file home."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.journey import PATIENCE, wait_until_still

# Whether the address holds exactly these values of these keys, in any order of the keys.
HOLDS = """wanted => {
  const query = new URLSearchParams(location.search);
  return Object.entries(wanted).every(([key, values]) =>
    JSON.stringify(query.getAll(key)) === JSON.stringify(values));
}"""


def arrive(page: Page, **values: str | Sequence[str]) -> None:
    """Wait until the address holds these values ("": the key is not there) and the page is still."""
    wanted = {
        key: [value] if isinstance(value, str) and value else list(value) for key, value in values.items()
    }
    page.wait_for_function(HOLDS, arg=wanted, timeout=PATIENCE)
    wait_until_still(page)


def pick(page: Page, box: str, *options: str) -> None:
    """Choose options of a list by typing their names, as a reader who knows what they want."""
    field = page.get_by_role("combobox", name=box, exact=True)
    for option in options:
        field.click()
        field.fill(option)
        page.get_by_role("option", name=option, exact=True).click()
    page.keyboard.press("Escape")


def card(page: Page, key: str) -> Locator:
    """A chart card by the key its view gives it."""
    return page.locator(f".st-key-card-{key}")


def country(page: Page, name: str) -> Locator:
    """A country's shape on the map of an explorer; its spoken name begins with the country."""
    return card(page, "map").locator(f"svg path[aria-label*='{name}']")


def chips(page: Page) -> Locator:
    """What applies, each as a button that takes it away."""
    return page.locator(".st-key-chips").get_by_role("button")


def open_menu(page: Page, place: Locator, name: str) -> Locator:
    """Open the menu `name` of a card and return it."""
    place.get_by_role("button", name=name, exact=True).click()
    menu = page.get_by_role("dialog", name=name, exact=True)
    expect(menu).to_be_visible()
    wait_until_still(page)
    return menu


def take(page: Page, place: Locator, button: str, folder: Path) -> Path:
    """Press a download button and return the file, under the name that the reader gets."""
    with page.expect_download(timeout=PATIENCE) as started:
        place.get_by_role("button", name=button, exact=True).click()
    file = folder / started.value.suggested_filename
    started.value.save_as(file)
    return file


def open_section(page: Page, title: str) -> None:
    """Open a section of the page by its tab."""
    tab, before = page.get_by_role("tab", name=title, exact=True), page.url
    if tab.get_attribute("aria-selected") == "true":
        return
    tab.click()
    page.wait_for_url(lambda address: address != before)
    expect(tab).to_have_attribute("aria-selected", "true")
    wait_until_still(page)
