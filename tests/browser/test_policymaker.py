"""A policymaker compares countries, sends the view to a colleague and takes its numbers home."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pandas as pd
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.architecture.texts import texts
from tests.browser.journey import faults
from tests.browser.steps import arrive, card, chips, open_menu, pick, take

EN, ES = texts("en"), texts("es")
METRIC = EN["metrics.per_user.name"]
FIGURES = ".figures dd"


def test_a_choice_made_from_the_front_door_is_shown_and_can_be_undone(visit):
    page = visit().open("overview", lang="en")
    page.get_by_role("link", name=EN["frame.pages.latin_america"], exact=True).click()
    page.wait_for_url("**/latin_america**")
    arrive(page, lang="en", country="")

    pick(page, EN["filters.country"], "Brazil", "Chile")
    arrive(page, country=["BRA", "CHL"])
    pick(page, EN["filters.metric"], METRIC)
    arrive(page, country=["BRA", "CHL"], metric="per_user")
    expect(chips(page)).to_have_count(3)  # two countries and the way to start over
    expect(chips(page).filter(has_text="Brazil")).to_be_visible()
    expect(card(page, "development").get_by_role("heading", level=4)).to_contain_text(METRIC)
    expect(card(page, "development")).to_contain_text("Chile (")

    chips(page).filter(has_text="Chile").click()
    arrive(page, country="BRA", metric="per_user")
    expect(card(page, "development")).not_to_contain_text("Chile (")
    assert faults(page) == []


def test_a_link_brings_a_colleague_to_the_same_view(visit):
    page = visit().open("latin_america", lang="es", country="BRA", metric="per_user", freq="A")
    link = open_menu(page, card(page, "development"), ES["cards.link"]).locator("code").inner_text()

    colleague = visit(locale="en-US").open(link.split("/", 3)[3])
    assert colleague.url == link == page.url
    for place in (FIGURES, ".st-key-card-development p", ".st-key-card-map p"):
        assert colleague.locator(place).all_inner_texts() == page.locator(place).all_inner_texts()
    assert chips(colleague).all_inner_texts() == chips(page).all_inner_texts()
    expect(colleague.get_by_role("heading", level=1)).to_contain_text(ES["explorer.title.latin_america"])
    expect(colleague.get_by_role("radio", name=ES["codes.freq.A"], exact=True)).to_be_checked()


@pytest.fixture
def taken(visit, tmp_path) -> tuple[str, dict[str, Path]]:
    """The address of a view and the four files of one of its cards."""
    page = visit().open("latin_america", lang="en", country="BRA", metric="per_user")
    menu = open_menu(page, card(page, "development"), EN["cards.download"])
    files = {kind: take(page, menu, EN[f"cards.{kind}"], tmp_path) for kind in ("csv", "xlsx", "png", "svg")}
    assert faults(page) == []
    return page.url, files


def test_files_of_a_card_say_what_they_hold_and_where_it_is_from(taken):
    url, files = taken
    said = (
        f"{METRIC} over time",
        EN["metrics.per_user.unit"],
        "CC BY-NC 4.0",
        "FEALAC Marketplace Explorer",
        EN["export.status"],
        EN["codes.obs_status.E"],
        url,
    )

    facts = "".join(re.findall(r"^\ufeff?# .*$", files["csv"].read_text(encoding="utf-8"), re.M))
    rows = pd.read_csv(files["csv"], comment="#", encoding="utf-8-sig")
    sheets = pd.read_excel(files["xlsx"], sheet_name=None)
    sources = " ".join(sheets[EN["export.sheet_sources"]].astype(str).to_numpy().ravel())
    drawn = " ".join(ElementTree.parse(files["svg"]).getroot().itertext())
    for part in said:
        assert part in facts
        assert part in sources
        assert part.replace(" ", "") in drawn.replace(" ", "")  # lines are broken between words

    assert set(rows["ref_area"]) == {"BRA"} and set(rows["obs_status"]) == {"E"}
    assert rows["value"].between(rows["value_low"], rows["value_high"]).all()
    pd.testing.assert_frame_equal(sheets[EN["export.sheet_data"]], rows)

    with Image.open(files["png"]) as picture:
        assert picture.width == 1920
        assert len(picture.convert("RGB").resize((200, 100)).getcolors(20_000) or []) > 10  # not a blank
