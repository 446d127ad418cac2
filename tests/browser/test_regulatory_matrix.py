"""An official clicks a cell of the matrix and reads the law behind it; the keyboard gets there as well."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.architecture.texts import texts
from tests.browser.journey import PHONE, faults, sideways
from tests.browser.steps import arrive, card, pick

EN = texts("en")


def test_a_click_on_a_cell_opens_the_law_behind_it(visit):
    page = visit().open("regulatory_matrix", lang="en", group="border")
    cell = card(page, "rules-matrix").locator("svg path[aria-label^='Peru, De minimis']").first
    cell.click()
    arrive(page, cell="PER:de_minimis")
    expect(page.locator(".st-key-cell-evidence")).to_contain_text("Peru")
    assert faults(page) == []


def test_the_pickers_lead_to_the_same_cell_on_a_phone(visit):
    page = visit(width=PHONE).open("regulatory_matrix", lang="en")
    pick(page, EN["charts.topic"], EN["codes.law_topic.data_protection"])
    arrive(page, cell="AUS:data_protection")
    expect(page.locator(".st-key-cell-evidence")).to_contain_text("Privacy Act")
    assert sideways(page) <= 0
    assert faults(page) == []
