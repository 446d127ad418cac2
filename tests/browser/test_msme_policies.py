"""A policymaker finds a gap and who fills it, copies a paragraph, and takes gaps and programmes home."""

from __future__ import annotations

import re

import pandas as pd
from playwright.sync_api import expect

from tests.architecture.texts import texts
from tests.browser.journey import PHONE, faults, sideways
from tests.browser.steps import arrive, card, open_menu, open_section, pick, take

EN, ES = texts("en"), texts("es")
PAGE = "msme_policies"
GAP = "[class*='st-key-gap-']"


def test_a_gap_leads_to_its_donor_to_a_paragraph_and_to_a_file(visit, tmp_path):
    page = visit().open(PAGE, lang="en")
    open_section(page, EN["policies.sections.benchmark"])
    pick(page, EN["columns.country"], "Chile")
    arrive(page, section="benchmark", country="CHL")
    expect(card(page, "benchmark").get_by_role("heading", level=4)).to_contain_text("Chile")

    gap = page.locator(GAP).first
    cell = gap.get_by_role("heading", level=4).inner_text()
    donor = gap.locator("[class*='st-key-result-']")
    name, facts = donor.get_by_role("button").inner_text(), donor.locator(".facts").inner_text()
    assert EN["codes.verification.sourced"] in facts and " km " in facts

    said = open_menu(page, gap, EN["policies.gaps.brief"]).locator("code").inner_text()
    assert all(part in said for part in ("Chile", cell, name, "https://"))
    page.keyboard.press("Escape")

    file = take(page, page.locator(".st-key-files-gaps-CHL"), EN["cards.csv"], tmp_path)
    rows = pd.read_csv(file, comment="#", encoding="utf-8-sig")
    assert set(rows["ref_area"]) == {"CHL"} and len(rows) >= page.locator(GAP).count()
    first = rows.iloc[0]
    assert first["measure"] == name and first["brief"] == said
    assert first["source_url"].startswith("http") and first["having"] * 3 >= first["peers"]

    donor.get_by_role("button").click()
    page.wait_for_url(lambda address: "policy=" in address)
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    page.get_by_role("button", name=EN["register.back"]).click()
    arrive(page, section="benchmark", country="CHL", policy="")
    expect(page.locator(GAP).first).to_contain_text(cell)
    assert faults(page) == []


def test_a_comparison_is_the_same_for_the_colleague_who_gets_its_link(visit):
    page = visit().open(PAGE, lang="es", section="benchmark", country="URY", peers="region", rule="4")
    colleague = visit(locale="en-US").open(page.url.split("/", 3)[3])
    for place in (".figures dd", ".st-key-card-benchmark p", GAP):
        assert colleague.locator(place).all_inner_texts() == page.locator(place).all_inner_texts()
    expect(colleague.get_by_role("heading", level=1)).to_contain_text(ES["policies.title"])
    assert faults(colleague) == []


def test_a_word_in_another_language_finds_and_marks_what_it_means(visit):
    page = visit().open(PAGE, lang="es")
    page.get_by_role("textbox", name=ES["register.search"]).fill("exportacion mujeres")
    page.keyboard.press("Enter")
    arrive(page, q="exportacion mujeres")
    expect(page.locator("mark, [class*='st-key-result-'] button").first).to_be_visible()
    assert page.locator("[class*='st-key-result-policies-']").count() > 0
    assert faults(page) == []


def test_an_association_takes_its_programmes_home_on_a_phone(visit, tmp_path):
    page = visit(width=PHONE).open(PAGE, lang="es", section="programmes", country="PER", who="women")
    assert sideways(page) == 0
    file = take(page, page.locator(".st-key-programmes-files"), ES["policies.programmes.print"], tmp_path)
    made = file.read_text(encoding="utf-8")
    shown = page.locator("[class*='st-key-result-fit-'] button").all_inner_texts()
    assert shown and "<script" not in made
    plain = re.sub(r"\s+", " ", made)
    assert all(name.replace("&", "&amp;") in plain for name in shown)
    assert ES["policies.programmes.rules"] in made and ES["policies.not_absent"] in made
    assert faults(page) == []


def test_a_template_is_prefilled_and_the_letter_opens_the_reader_s_own_mail(visit, tmp_path):
    page = visit().open(PAGE, lang="en", section="contribute", correct="chl-01")
    place = page.locator(".st-key-contribute-files")
    file = take(page, place, EN["policies.contribute.template"], tmp_path)
    row = pd.read_csv(file, encoding="utf-8-sig", dtype=str).iloc[0]
    assert (row["policy_id"], row["ref_area"]) == ("chl-01", "CHL") and row["name_en"]
    address = place.get_by_role("link").get_attribute("href") or ""
    assert address.startswith("mailto:") and "chl-01" in address
    assert faults(page) == []
