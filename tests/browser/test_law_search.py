"""A reader searches the laws, narrows by counted choices, opens one by keyboard and takes the list home."""

from __future__ import annotations

import csv
import re

from playwright.sync_api import Page, expect

from tests.architecture.texts import texts
from tests.browser.journey import PHONE, faults, sideways
from tests.browser.steps import arrive

EN, PT = texts("en"), texts("pt")
PAGE = "regulatory_matrix"


def found(page: Page) -> int:
    """How many entries the page says it found."""
    said = page.get_by_role("status").filter(has_text=re.compile(r"\d+–\d+")).inner_text()
    return int(re.search(r"of ([\d,]+);", said)[1].replace(",", ""))  # type: ignore[index]


def choose(page: Page, box: str, option: str) -> int:
    """Choose an option by the start of its name; returns the number that stood beside it."""
    field = page.get_by_role("combobox", name=box, exact=True)
    field.click()
    field.fill(option)
    line = page.get_by_role("option").filter(has_text=re.compile(rf"^{option} \([\d,]+\)$"))
    count = int(re.search(r"\(([\d,]+)\)$", line.inner_text())[1].replace(",", ""))  # type: ignore[index]
    line.click()
    page.keyboard.press("Escape")
    return count


def test_numbers_beside_the_choices_are_what_they_leave(visit):
    page = visit().open(PAGE, lang="en", section="laws")
    assert choose(page, EN["register.facets.topic"], EN["codes.law_topic.data_protection"]) > 36
    arrive(page, topic="data_protection")
    chile = choose(page, EN["register.facets.country"], "Chile")
    arrive(page, topic="data_protection", country="CHL")
    assert found(page) == chile
    # The numbers in the labels have changed since: what was chosen before is still chosen.
    peru = choose(page, EN["register.facets.country"], "Peru")
    arrive(page, topic="data_protection", country=["CHL", "PER"])
    assert chile < found(page) <= chile + peru
    page.locator(".st-key-register-chips-laws").get_by_role("button", name="Chile").click()
    arrive(page, topic="data_protection", country="PER")
    page.go_back()
    arrive(page, topic="data_protection", country=["CHL", "PER"])
    expect(page.get_by_role("combobox", name=EN["register.facets.country"], exact=True)).to_be_visible()
    assert faults(page) == []


def test_a_law_is_found_and_opened_without_a_pointer(visit):
    page = visit().open(PAGE, lang="pt", section="laws")
    box = page.get_by_role("textbox", name=PT["register.search"])
    box.focus()
    page.keyboard.type("lei geral protecao")
    page.keyboard.press("Enter")
    arrive(page, q="lei geral protecao", section="laws")
    first = page.locator("[class*='st-key-result-laws-'] button").first
    expect(first).to_contain_text("Lei Geral de Proteção")
    first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**law=**")
    arrive(page, q="lei geral protecao")
    expect(page.get_by_role("heading", name="Lei Geral de Proteção")).to_be_visible()
    page.get_by_role("button", name=PT["register.back"]).focus()
    page.keyboard.press("Enter")
    arrive(page, q="lei geral protecao", law="")
    expect(first).to_be_visible()
    assert faults(page) == []


def test_the_list_is_taken_home_with_its_sources(visit, tmp_path):
    page = visit().open(PAGE, lang="en", section="laws", topic="de_minimis", country="CHL")
    page.locator(".st-key-laws-download").get_by_role("button", name=EN["cards.download"]).click()
    with page.expect_download() as taken:
        page.get_by_role("button", name=EN["cards.csv"]).click()
    path = tmp_path / "laws.csv"
    taken.value.save_as(path)
    lines = [line for line in path.read_text(encoding="utf-8-sig").splitlines() if not line.startswith("#")]
    rows = list(csv.DictReader(lines))
    assert len(rows) == found(page)
    assert all(row["verification"] and row["dataset_source"] and row["dataset_licence"] for row in rows)
    assert any(row["source_url"].startswith("http") for row in rows)


def test_on_a_phone_all_filters_are_in_the_menu_and_nothing_scrolls_sideways(visit):
    page = visit(width=PHONE).open(PAGE, lang="en", section="laws", q="data")
    expect(page.locator(".st-key-register-desk-laws")).to_be_hidden()
    page.get_by_role("button", name=EN["cards.filters"]).click()
    menu = page.get_by_role("dialog", name=EN["cards.filters"])
    for title in ("register.facets.country", "register.facets.topic", "laws.facets.layer"):
        expect(menu.get_by_text(EN[title], exact=True)).to_be_visible()
    menu.get_by_role("button", name=re.compile(f"^{EN['regulation.layers.treaties']}")).click()
    arrive(page, q="data", layer="treaties")
    page.keyboard.press("Escape")
    assert sideways(page) == 0
    assert faults(page) == []
