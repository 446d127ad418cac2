"""A reader follows visitors across the Pacific: the map is drawn from our files, only where it is shown."""

from __future__ import annotations

import io

import pandas as pd
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.architecture.texts import texts
from tests.browser.journey import DESK, PHONE, faults, sideways
from tests.browser.steps import arrive, card, open_menu, open_section, take

EN = texts("en")
DECK = "[data-testid='stDeckGlJsonChart'] canvas"
SECTION = EN["cross_region.sections.map"]


def colours(picture: bytes) -> int:
    """How many different colours a picture has; a blank one has next to none."""
    return len(Image.open(io.BytesIO(picture)).convert("RGB").getcolors(1 << 24) or [])


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_map_is_fetched_with_its_tab_and_drawn_from_our_own_files(visit, theme):
    reader = visit(theme=theme)
    page = reader.open("cross_region", lang="en")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_section(page, EN["cross_region.sections.corridors"])
    assert not any("DeckGl" in url or "pacific" in url for url in asked)
    open_section(page, SECTION)
    arrive(page, section="map")
    canvas = page.locator(DECK)
    expect(canvas.first).to_be_visible()
    page.wait_for_function("() => performance.getEntriesByName(location.origin + '/app/static/boundaries/"
                           "pacific.geojson').length > 0")  # fmt: skip
    page.wait_for_timeout(1500)  # a frame or two after the boundaries came
    assert any("DeckGl" in url for url in asked)
    frame = page.locator(".st-key-flow-deck")
    frame.scroll_into_view_if_needed()
    assert colours(frame.screenshot()) > 200
    assert faults(page) == []


def test_a_file_and_a_picture_of_the_map_can_be_taken_home(visit, tmp_path):
    page = visit().open("cross_region", lang="en", section="map", year="2023", top="10")
    place = page.locator(".st-key-card-flow-map")
    menu = open_menu(page, place, EN["cards.download"])
    table = pd.read_csv(take(page, menu, EN["cards.csv"], tmp_path), comment="#")
    assert len(table) == 10 and table["visits"].is_monotonic_decreasing
    picture = take(page, menu, EN["cards.png"], tmp_path)
    assert colours(picture.read_bytes()) > 50


def test_a_pair_is_chosen_and_kept_in_the_address(visit):
    page = visit().open("cross_region", lang="en", section="pair")
    for key, name in (("country", "Republic of Korea"), ("partner", "Peru")):
        field = page.get_by_role("combobox", name=EN[f"cross_region.pair.{key}"])
        field.click()
        field.fill(name)
        page.get_by_role("option", name=name, exact=True).click()
        arrive(page, **{key: "KOR" if key == "country" else "PER"})
    expect(card(page, "pair").get_by_role("heading", level=4)).to_contain_text("Peru")
    expect(card(page, "carriers-PER-KOR")).to_be_visible()
    assert faults(page) == []


@pytest.mark.parametrize("section", ["matrix", "map", "corridors", "regions", "pair"])
@pytest.mark.parametrize("width", [DESK, PHONE])
def test_no_section_scrolls_sideways(visit, section, width):
    page = visit(width=width).open("cross_region", lang="es", section=section)
    assert faults(page) == []
    assert sideways(page) == 0
    if section == "map":
        assert page.locator(DECK).first.is_visible() == (width == DESK)
