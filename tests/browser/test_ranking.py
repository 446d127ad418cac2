"""A marketplace is found by its name without its accents, opened from the keyboard, and left again."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.architecture.texts import texts
from tests.browser.journey import faults
from tests.browser.steps import arrive

ES, EN = texts("es"), texts("en")
GRID = "[data-testid='stDataFrame']"
ROW = 36  # pixels


def test_a_search_needs_no_accents(visit):
    page = visit().open("latin_america", lang="es", section="ranking")
    shown = page.get_by_text(ES["ranking.reading"].split("{total}")[1].split(".")[0])
    before = shown.inner_text()
    box = page.get_by_role("textbox", name=ES["ranking.search"])
    for words in ("mexico", "México"):
        box.fill(words)
        box.press("Enter")
        arrive(page, q=words)
        expect(shown).not_to_have_text(before)
        if words == "mexico":
            found = shown.inner_text()
    assert shown.inner_text() == found
    box.fill("zzzz nothing <b>")
    box.press("Enter")
    arrive(page, q="zzzz nothing <b>")
    expect(page.get_by_text(ES["cards.empty_title"])).to_be_visible()
    assert faults(page) == []


def test_a_marketplace_opens_and_closes_without_a_pointer(visit):
    page = visit().open("latin_america", lang="en", section="ranking")
    picker = page.get_by_role("combobox", name=EN["ranking.open"])
    picker.focus()
    page.keyboard.type("Mercado Livre")
    expect(page.get_by_role("option").first).to_contain_text("Mercado Livre")
    page.keyboard.press("Enter")
    page.wait_for_url("**marketplace=**")
    arrive(page, section="ranking")
    expect(page.get_by_role("heading", name="Mercado Livre")).to_be_visible()
    for heading in ("series_title", "facts", "published", "ranks", "sources"):
        expect(page.get_by_role("heading", name=EN[f"marketplace.{heading}"])).to_be_visible()
    for chart in ("marketplace-series", "marketplace-origins", "marketplace-people"):
        expect(page.locator(f".st-key-card-{chart} [aria-roledescription='visualization']")).to_be_visible()
    assert faults(page) == []

    back = page.get_by_role("button", name=EN["marketplace.back"])
    back.focus()
    page.keyboard.press("Enter")
    arrive(page, marketplace="", section="ranking")
    expect(page.locator(GRID)).to_be_visible()


def test_a_row_of_the_ranking_opens_its_marketplace(visit):
    page = visit().open("east_asia", lang="en", section="ranking")
    grid = page.locator(GRID)
    grid.hover(position={"x": 20, "y": 20})
    grid.click(position={"x": 20, "y": ROW * 1.5})  # the box before the first row, below the headings
    page.wait_for_url("**marketplace=**")
    arrive(page, section="ranking")
    expect(page.get_by_role("heading", name=EN["marketplace.facts"])).to_be_visible()
    page.go_back()
    arrive(page, marketplace="", section="ranking")
    expect(page.locator(GRID)).to_be_visible()
