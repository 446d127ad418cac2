"""The reader changes the language and keeps the view; nothing of another language is left on the page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.architecture.texts import LANGUAGES, texts
from tests.browser.journey import faults
from tests.browser.steps import arrive, card, chips

# How 12.3 % and 1,234,567 are written in each language, with any kind of space.
PERCENT = {"en": r"\d+\.\d%", "es": r"\d+,\d\s%", "pt": r"\d+,\d%"}
THOUSANDS = {"en": r"\d{1,3}(,\d{3})+", "es": r"\d{1,3}(\.\d{3})+", "pt": r"\d{1,3}(\.\d{3})+"}
# Texts that every explorer shows and that differ between all three languages.
SHOWN = (
    "explorer.lead",
    "filters.metric",
    "metrics.per_user.name",
    "codes.freq.A",
    "key_figures.active_storefronts.label",
    "cards.reset",
    "cards.estimated",
    "explorer.sections.visitors",
    "explorer.map.hint",
    "frame.to_methods",
)


def test_changing_the_language_keeps_the_view_and_leaves_no_word_behind(visit):
    page = visit(locale="en-US").open("latin_america", country="BRA", metric="per_user", freq="A")
    for language in ("es", "pt", "en"):
        page.get_by_role("radio", name=texts(language)["frame.own_name"], exact=True).click()
        arrive(page, lang=language, country="BRA", metric="per_user", freq="A")
        _speaks(page, language)
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(chips(page).filter(has_text=texts(language)["cards.reset"])).to_be_visible()
        assert faults(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_written_as_the_language_does(visit, language):
    page = visit().open("east_asia", lang=language)
    figures = page.locator(".figures dd").all_inner_texts()
    assert [figure for figure in figures if re.fullmatch(PERCENT[language], figure)], figures
    place = card(page, "map")
    place.get_by_role("switch", name=texts(language)["cards.table"]).locator("xpath=ancestor::label").click()
    cells = place.get_by_role("cell")
    expect(cells.first).to_be_visible()
    numbers = [cell for cell in cells.all_inner_texts() if re.fullmatch(r"[\d.,\s]{5,}", cell)]
    assert numbers and all(re.fullmatch(THOUSANDS[language], number) for number in numbers), numbers


@pytest.mark.parametrize("locale, language", [("pt-BR", "pt"), ("es-PE", "es"), ("ko-KR", "en")])
def test_without_a_language_in_the_address_the_browser_decides(visit, locale, language):
    page = visit(locale=locale).open("latin_america", country="BRA", metric="per_user")
    _speaks(page, language)
    assert "lang=" not in page.url


def test_the_language_goes_along_from_page_to_page(visit):
    page = visit(locale="en-US").open("overview", lang="pt")
    pt = texts("pt")
    page.get_by_role("button", name=pt["navigation.marketplaces"], exact=True).click()
    page.get_by_role("menuitem", name=pt["frame.pages.east_asia"], exact=True).click()
    page.wait_for_url("**/east_asia*")
    arrive(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(pt["explorer.title.east_asia"])


def _speaks(page: Page, language: str) -> None:
    """The page shows the texts of this language and none of the others."""
    expect(page.get_by_text(texts(language)["explorer.lead"])).to_be_visible()
    said = page.locator("body").inner_text()
    own = [texts(language)[key] for key in SHOWN]
    others = [texts(other)[key] for other in LANGUAGES if other != language for key in SHOWN]
    assert [words for words in own if words not in said] == []
    # Whole lines, because a word of one language may be part of another's.
    assert (set(others) - set(own)) & set(said.splitlines()) == set()
