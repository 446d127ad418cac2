"""A reader clicks a step of the journey of a parcel, supposes a change, and shares both by their address."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.architecture.texts import texts
from tests.browser.journey import PHONE, faults, sideways, wait_until_still
from tests.browser.steps import arrive, card, open_section, pick, take

EN = texts("en")


def test_a_click_on_a_step_opens_its_card_and_marks_it_in_the_other_picture(visit):
    page = visit().open("business_processes", lang="en")
    card(page, "process-lanes").locator("svg path[aria-label$='Fly from Lima to Santiago']").first.click()
    arrive(page, step="fly")
    expect(page.locator(".st-key-step-card")).to_contain_text("Fly from Lima to Santiago")
    page.get_by_role("radio", name=EN["processes.views.cases"]).click()
    arrive(page, step="fly", view="cases")
    expect(
        card(page, "process-cases").locator("svg path[aria-label$='Fly from Lima to Santiago']")
    ).to_be_visible()
    assert faults(page) == []


def test_what_is_supposed_stands_in_the_address_and_can_be_taken_away(visit):
    page = visit().open("business_processes", lang="en", section="what_if", change="remove:wait_minimum")
    chips = page.locator(".st-key-process-chips").get_by_role("button")
    expect(chips).to_have_count(2)
    before = page.locator(".st-key-card-process-savings svg path[aria-label^='Shorten: Close']").first
    before.click()
    arrive(page, change=["remove:wait_minimum", "shorten:settle"])
    expect(chips).to_have_count(3)
    chips.first.click()
    arrive(page, change="shorten:settle")
    assert faults(page) == []


def test_the_process_is_taken_home_for_a_modelling_tool(visit, tmp_path):
    page = visit().open("business_processes", lang="en")
    page.get_by_role("button", name=EN["processes.take.title"], exact=True).click()
    wait_until_still(page)
    file = take(page, page, EN["processes.take.bpmn"], tmp_path)
    assert file.name == "per_chl_jersey-as_is.bpmn" and b"BPMNDiagram" in file.read_bytes()


def test_on_a_phone_nothing_scrolls_sideways_and_the_picker_opens_a_step(visit):
    page = visit(width=PHONE).open("business_processes", lang="en")
    pick(page, EN["processes.step"], "15 Fly from Lima to Santiago")
    arrive(page, step="fly")
    expect(page.locator(".st-key-step-card")).to_contain_text("Fly from Lima to Santiago")
    for name in ("time", "papers", "change", "what_if", "routes"):
        open_section(page, EN[f"processes.sections.{name}"])
        assert sideways(page) <= 0, name
        assert faults(page) == [], name
