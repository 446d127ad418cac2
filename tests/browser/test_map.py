"""Countries are chosen on the map, down to the smallest, and the browser's buttons walk through views."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.architecture.texts import texts
from tests.browser.journey import DESK, PHONE, faults
from tests.browser.steps import arrive, chips, country, open_section

EN = texts("en")


def test_a_click_on_a_country_chooses_it_and_a_second_click_lets_it_go(visit):
    page = visit().open("latin_america", lang="en")
    everywhere = page.locator(".figures dd").all_inner_texts()
    country(page, "Brazil").click()
    arrive(page, country="BRA")
    expect(chips(page).filter(has_text="Brazil")).to_be_visible()
    assert page.locator(".figures dd").all_inner_texts() != everywhere
    country(page, "Brazil").click()
    arrive(page, country="")
    expect(chips(page)).to_have_count(0)
    assert page.locator(".figures dd").all_inner_texts() == everywhere


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_the_smallest_states_can_be_clicked(visit, width):
    page = visit(width=width).open("east_asia", lang="en")
    country(page, "Singapore").click()
    arrive(page, country="SGP")
    country(page, "Brunei").click()
    arrive(page, country=["SGP", "BRN"])
    assert faults(page) == []


def test_a_pointer_that_only_passes_over_a_map_costs_the_server_nothing(visit):
    page = visit().open("latin_america", lang="en")
    sent: list[object] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
    page.reload()
    arrive(page, country="")
    before = len(sent)
    for name in ("Brazil", "Mexico", "Peru"):
        country(page, name).hover()
        expect(page.locator("#vg-tooltip-element")).to_contain_text(name)
    page.wait_for_timeout(500)  # what a chart sends, it sends a moment later
    assert before > 0 and len(sent) == before


def test_back_and_forward_walk_through_the_views(visit):
    page = visit().open("latin_america", lang="en")
    country(page, "Brazil").click()
    arrive(page, country="BRA")
    country(page, "Mexico").click()
    arrive(page, country=["BRA", "MEX"])
    page.get_by_role("radio", name=EN["codes.freq.A"], exact=True).click()
    arrive(page, freq="A")
    open_section(page, EN["explorer.sections.visitors"])
    arrive(page, section="visitors")

    tab = page.get_by_role("tab", name=EN["explorer.sections.development"])
    page.go_back()
    arrive(page, section="", freq="A", country=["BRA", "MEX"])
    expect(tab).to_have_attribute("aria-selected", "true")
    page.go_back()
    arrive(page, freq="", country=["BRA", "MEX"])
    expect(page.get_by_role("radio", name=EN["codes.freq.Q"], exact=True)).to_be_checked()
    page.go_back()
    arrive(page, country="BRA")
    expect(chips(page).filter(has_text="Brazil")).to_be_visible()
    expect(chips(page).filter(has_text="Mexico")).to_have_count(0)
    page.go_back()
    arrive(page, country="")
    expect(chips(page)).to_have_count(0)
    page.go_forward()
    arrive(page, country="BRA")
    expect(chips(page).filter(has_text="Brazil")).to_be_visible()
