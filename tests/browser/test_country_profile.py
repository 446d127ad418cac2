"""An official looks up the own country, follows a sentence to its rows, compares, and prints."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.architecture.texts import texts
from tests.browser.journey import PHONE, faults, sideways
from tests.browser.steps import arrive, open_menu, open_section, pick, take

EN, ES = texts("en"), texts("es")


def test_an_official_goes_from_the_overview_to_the_rows_behind_a_sentence(visit):
    page = visit().open("overview", lang="es")
    # Not by `pick`: its Escape would empty the list again, which has no choice of its own.
    page.get_by_role("combobox", name=ES["overview.pick_country"], exact=True).fill("Perú")
    page.get_by_role("option", name="Perú", exact=True).click()
    arrive(page, country="PER", lang="es")
    expect(page.get_by_role("heading", name="Perú", exact=True)).to_be_visible()
    stand = page.locator(".st-key-sentence-0")
    expect(stand).to_contain_text(ES["country.stand.title"])
    stand.get_by_role("link", name=ES["country.stand.rows"]).click()
    arrive(page, section="profile", profile="PER", lang="es")
    assert faults(page) == []


def test_another_country_and_a_partner_are_one_choice_away(visit):
    page = visit().open("country_profile", lang="en", country="PER")
    pick(page, EN["country.pick"], "Viet Nam")
    arrive(page, country="VNM")
    pick(page, EN["country.partners"], "Chile")
    arrive(page, country="VNM", partner="CHL")
    open_section(page, EN["country.sections.compare"])
    expect(page.get_by_role("columnheader", name="Chile", exact=True)).to_be_visible()
    assert faults(page) == []


def test_the_profile_is_taken_home_as_a_page_to_print(visit, tmp_path):
    page = visit().open("country_profile", lang="en", country="SUR")
    menu = open_menu(page, page.locator("body"), EN["country.compare_menu"])
    file = take(page, menu, EN["country.print"], tmp_path)
    assert file.name == "SUR-en.html"
    assert "Suriname" in file.read_text(encoding="utf-8")
    assert faults(page) == []


def test_a_phone_reads_it_all_without_scrolling_sideways(visit):
    page = visit(width=PHONE).open("country_profile", lang="es", country="SUR", all="yes")
    expect(page.get_by_role("heading", name="Suriname", exact=True)).to_be_visible()
    assert sideways(page) <= 0
    assert faults(page) == []
