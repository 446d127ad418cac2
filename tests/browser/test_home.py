"""The landing page opens for every reader, and nothing leaves the house."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.architecture.texts import LANGUAGES, texts
from tests.browser.journey import DESK, PHONE, faults, sideways

LOCALES = {"en": "en-GB", "es": "es-CL", "pt": "pt-BR"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_opens_in_the_language_of_the_address(visit, language):
    page = visit().open(lang=language)
    expect(page.get_by_text(texts(language)["frame.title"]).first).to_be_visible()
    assert faults(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_opens_in_the_language_of_the_browser(visit, language):
    page = visit(locale=LOCALES[language]).open()
    expect(page.get_by_text(texts(language)["frame.title"]).first).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [DESK, PHONE])
def test_home_fits_the_screen(visit, theme, width):
    page = visit(theme=theme, width=width).open()
    assert faults(page) == []
    assert sideways(page) == 0
