"""Every section fits a desk and a phone, and every chart in it can be read without seeing it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.architecture.texts import texts
from tests.browser.journey import CHART, DESK, PHONE, faults, sideways
from tests.browser.steps import open_section

EN = texts("en")
SOURCE = EN["cards.sources"].split("{")[0]
# What a card says: its title, the words a screen reader is given for its chart, and all it shows.
SAID = """card => ({
  title: card.querySelector("h4").innerText.trim(),
  spoken: card.querySelector("[role='graphics-document']").getAttribute("aria-label") ?? "",
  shown: card.innerText,
})"""


@pytest.mark.parametrize("name", ["overview", "east_asia", "latin_america", "methods"])
@pytest.mark.parametrize("width", [DESK, PHONE])
def test_every_section_fits_and_can_be_read_aloud(visit, name, width):
    page = visit(width=width).open(name, lang="en")
    sections = page.get_by_role("tab").all_inner_texts() or [""]
    charts = 0
    for section in sections:
        if section:
            open_section(page, section)
        _fits(page, section)
        cards = page.locator("[class*='st-key-card-']", has=page.locator(CHART)).all()
        charts += len(cards)
        for card in cards:
            _reads_aloud(card)
            _opens_its_table(card)
        _fits(page, section)
    assert charts > 0


def _fits(page: Page, section: str) -> None:
    """Nothing is broken and nothing scrolls sideways but what scrolls in itself."""
    assert (section, faults(page), sideways(page)) == (section, [], 0)


def _reads_aloud(card: Locator) -> None:
    """The chart is named by its title and the sentence that the card shows, and the source is said."""
    said = card.evaluate(SAID)
    assert said["spoken"].startswith(f"{said['title']}. "), said
    sentence = said["spoken"].removeprefix(f"{said['title']}. ")
    assert len(sentence.split()) > 2 and sentence in said["shown"], said
    assert SOURCE in said["shown"], said


def _opens_its_table(card: Locator) -> None:
    """The numbers of the chart can be read as a table."""
    card.get_by_role("switch", name=EN["cards.table"], exact=True).press("Space")
    expect(card.get_by_role("columnheader").first).to_be_visible()
    expect(card.get_by_role("cell").first).to_be_visible()
