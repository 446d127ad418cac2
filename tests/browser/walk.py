"""A walk through all sections of a page: what each shows, says aloud and breaks, and what was fetched."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Locator, expect

from tests.browser.journey import CHART, Visitor, faults, sideways
from tests.browser.steps import open_section

DECK = "[data-testid='stDeckGlJsonChart']"
# A card's title, the words that a screen reader is given for its chart, and all that it shows.
SAID = """card => [
  card.querySelector("h4").innerText.trim(),
  card.querySelector("[role='graphics-document']").getAttribute("aria-label") ?? "",
  card.innerText,
]"""


@dataclass(frozen=True)
class Chart:
    """A chart card: its title, its chart's spoken name, its texts, and whether its table has rows."""

    title: str
    spoken: str
    shown: str
    rows: int


@dataclass
class Walk:
    """What was met: charts by section, and by section what is broken or too wide."""

    charts: dict[str, list[Chart]] = field(default_factory=dict)
    broken: dict[str, list[str]] = field(default_factory=dict)
    too_wide: dict[str, int] = field(default_factory=dict)
    decks: int = 0
    fetched: list[str] = field(default_factory=list)


def walk(reader: Visitor, name: str, table_switch: str, **values: str) -> Walk:
    """Open a page, each of its sections and the table of each chart (by the switch's name)."""
    met = Walk()
    reader.context.on("request", lambda request: met.fetched.append(urlsplit(request.url).path))
    page = reader.open(name, **values)
    for section in page.get_by_role("tab").all_inner_texts() or [""]:
        if section:
            open_section(page, section)
        cards = page.locator("[class*='st-key-card-']", has=page.locator(CHART)).all()
        met.charts[section] = [_chart(card, table_switch) for card in cards]
        met.decks += page.locator(DECK).count()
        met.too_wide |= {section: wide} if (wide := sideways(page)) else {}
        met.broken |= {section: said} if (said := faults(page)) else {}
    page.close()
    return met


def _chart(card: Locator, table_switch: str) -> Chart:
    title, spoken, shown = card.evaluate(SAID)
    switch = card.get_by_role("switch", name=table_switch, exact=True)
    if not switch.is_checked():  # a table that was opened in one section stays open in the next
        switch.press("Space")
    expect(card.get_by_role("cell").first).to_be_visible()
    return Chart(title, spoken, shown, card.get_by_role("row").count() - 1)
