"""A presenter tells a story by keys alone, without an outside network; the notes keep in step."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.architecture.texts import texts
from tests.browser.journey import CHART, DESK, PHONE, faults, sideways, wait_until_still
from tests.browser.painting import painted
from tests.browser.steps import arrive

EN = texts("en")
STAGE = ".st-key-stage"


def title(page: Page) -> str:
    return page.locator(f"{STAGE} h1").inner_text()


def press(page: Page, key: str, **values: str) -> None:
    """Press a key and wait for what it changes in the address."""
    page.keyboard.press(key)
    arrive(page, **values)


def test_a_story_is_told_by_keys_alone(visit):
    page = visit().open("stories", lang="en", story="pacific")
    wanted = page.get_by_role("button", name=EN["stories.present"])
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    arrive(page, present="1")
    expect(page.locator(f"{STAGE} {CHART} svg").first).to_be_visible()
    first = title(page)
    press(page, "ArrowRight", slide="2")
    expect(page.locator(f"{STAGE} h1")).not_to_have_text(first)
    press(page, "PageDown", slide="3")
    press(page, "Space", slide="4")
    press(page, "PageUp", slide="3")
    press(page, "ArrowLeft", slide="2")
    press(page, "End", slide="6")
    press(page, "ArrowRight", slide="6")
    press(page, "Home", slide="1")
    expect(page.locator(f"{STAGE} h1")).to_have_text(first)
    assert page.locator(f"{STAGE} .number").inner_text() == EN["stories.number"].format(slide=1, slides=6)
    press(page, "q", qr="1")
    expect(page.locator(f"{STAGE} .large-qr img")).to_be_visible()
    press(page, "q", qr="")
    press(page, "l", look="dark")
    assert faults(page) == []
    press(page, "Escape", present="")
    expect(page.locator(STAGE)).to_have_count(0)


def test_quick_steps_are_all_taken(visit):
    page = visit().open("stories", lang="en", story="two_regions", present="1")
    for _ in range(4):
        page.keyboard.press("PageDown")
    arrive(page, slide="5")


def test_the_speaker_s_window_keeps_in_step_both_ways(visit):
    reader = visit()
    page = reader.open("stories", lang="en", story="pacific", present="1", slide="2")
    with reader.context.expect_page() as opened:
        page.keyboard.press("n")
    notes = opened.value
    wait_until_still(notes)
    assert "notes=1" in notes.url
    expect(notes.locator(f"{STAGE} .speaker")).to_be_visible()
    expect(notes.locator(f"{STAGE} .clock")).to_contain_text(":")
    press(page, "PageDown", slide="3")
    arrive(notes, slide="3")
    press(notes, "PageDown", slide="4")
    arrive(page, slide="4")
    assert title(page) == title(notes)
    assert faults(page) + faults(notes) == []


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_room_is_light_or_dark_whatever_the_system_is(visit, system, look):
    page = visit(theme=system).open(
        "stories", lang="es", story="two_regions", slide="2", present="1", look=look
    )
    _, behind = painted(page.locator(f"{STAGE} h1"))
    assert (sum(behind) > 600) == (look == "light")
    chart = page.locator(f"{STAGE} {CHART} svg").first
    assert chart.evaluate("svg => getComputedStyle(svg).backgroundColor") == page.locator(STAGE).evaluate(
        "box => getComputedStyle(box).backgroundColor"
    )


@pytest.mark.parametrize("width", [DESK, PHONE, 1920])
def test_nothing_but_the_slide_is_on_the_screen_and_it_fits(visit, width):
    page = visit(width=width).open("stories", lang="pt", story="pacific", slide="2", present="1")
    page.wait_for_timeout(1500)  # the picture grows to the room it has
    assert sideways(page) == 0
    top = page.evaluate("document.elementFromPoint(200, 10).closest('.st-key-stage') !== null")
    assert top, "something lies over the slide"
    box = page.locator(f"{STAGE} {CHART} svg").first.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= width + 1
    buttons = page.locator(f"{STAGE} .desk button:visible")
    assert buttons.count() >= 5
    foot = page.locator(f"{STAGE} .desk").bounding_box()
    assert foot and foot["y"] + foot["height"] <= page.viewport_size["height"] + 12


def test_a_view_is_added_from_a_card_and_told(visit):
    page = visit().open("latin_america", lang="en", country="PER")
    card = page.locator(".st-key-card-development")
    card.get_by_role("button", name=EN["cards.add_view"]).click()
    expect(page.get_by_text(EN["cards.view_added"].format(count=1))).to_be_visible()
    page.get_by_role("banner").get_by_role("button").first.click()
    page.get_by_role("menuitem", name=EN["frame.pages.stories"]).click()
    page.wait_for_url("**/stories**")
    wait_until_still(page)
    page.get_by_role("button", name=EN["stories.own.show"]).click()
    page.wait_for_url("**mine=**")
    wait_until_still(page)
    page.get_by_role("button", name=EN["stories.present"]).click()
    arrive(page, present="1")
    expect(page.locator(f"{STAGE} {CHART} svg").first).to_be_visible()
    assert faults(page) == []
