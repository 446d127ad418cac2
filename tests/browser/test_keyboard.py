"""A reader without a pointer reaches everything in the order of the page, sees where they are and acts."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.architecture.texts import texts
from tests.browser.painting import focus_is_seen
from tests.browser.steps import arrive, card

EN = texts("en")
MOST_STOPS = 60  # the whole page has about half as many


def test_tab_reaches_everything_in_the_order_of_the_page(visit):
    page = visit().open("latin_america", lang="en", country="BRA")
    wanted = {
        "menu": page.get_by_role("banner").get_by_role("button").first,
        "language": page.get_by_role("radiogroup", name=EN["frame.language"]),
        "countries": page.get_by_role("combobox", name=EN["filters.country"], exact=True),
        "measure": page.get_by_role("combobox", name=EN["filters.metric"], exact=True),
        "length": page.get_by_role("radiogroup", name=EN["filters.freq"]),
        "more": page.get_by_role("button", name=EN["cards.filters"]),
        "chip": page.locator(".st-key-chips").get_by_role("button").first,
        "sections": page.get_by_role("tab", selected=True),
        "table": card(page, "map").get_by_role("switch", name=EN["cards.table"], exact=True),
        "download": card(page, "map").get_by_role("button", name=EN["cards.download"], exact=True),
        "link": card(page, "development").get_by_role("button", name=EN["cards.link"], exact=True),
        "methods": page.locator(".st-key-footer").get_by_role("link"),
    }
    reached: list[str] = []
    unseen: list[str] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        for name, place in wanted.items():
            if name not in reached and _has_focus(place):
                reached.append(name)
                if not focus_is_seen(page):
                    unseen.append(name)
        if len(reached) == len(wanted):
            break
    assert reached == list(wanted)
    assert unseen == []


def test_enter_space_and_arrows_work_everything(visit):
    page = visit().open("latin_america", lang="en")
    page.get_by_role("radio", name=EN["codes.freq.Q"], exact=True).focus()
    _press(page, "ArrowRight", "Space")
    arrive(page, freq="A")

    countries = page.get_by_role("combobox", name=EN["filters.country"], exact=True)
    countries.focus()
    page.keyboard.type("Brazil")
    expect(page.get_by_role("option", name="Brazil", exact=True)).to_be_visible()
    _press(page, "Enter", "Escape")
    arrive(page, freq="A", country="BRA")

    page.locator(".st-key-chips").get_by_role("button").first.focus()
    _press(page, "Enter")
    arrive(page, country="")

    page.get_by_role("tab", selected=True).focus()
    _press(page, "ArrowRight", "ArrowRight", "Enter")
    arrive(page, section="visitors")

    shown = card(page, "origin-groups")
    shown.get_by_role("switch", name=EN["cards.table"], exact=True).focus()
    _press(page, "Space")
    expect(shown.get_by_role("cell").first).to_be_visible()
    download = shown.get_by_role("button", name=EN["cards.download"], exact=True)
    download.focus()
    _press(page, "Enter")
    expect(page.get_by_role("button", name=EN["cards.csv"], exact=True)).to_be_visible()
    _press(page, "Escape")
    expect(page.get_by_role("button", name=EN["cards.csv"], exact=True)).to_have_count(0)

    page.get_by_role("radio", name=EN["frame.own_name"], exact=True).focus()
    _press(page, "ArrowRight", "Space")
    arrive(page, lang="es", section="visitors", freq="A")


def _press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def _has_focus(place: Locator) -> bool:
    return bool(place.evaluate("element => element.contains(document.activeElement)"))
