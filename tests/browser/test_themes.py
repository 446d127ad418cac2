"""Light or dark as the reader's system has it: page and charts alike, and every text can be read."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.architecture.texts import texts
from tests.browser.journey import CHART, DESK, PHONE
from tests.browser.painting import contrast, painted, rgb

EN = texts("en")
READABLE = 4.5  # WCAG 2.2 AA for text of normal size
BACKGROUND = "svg => getComputedStyle(svg).backgroundColor"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_charts_lie_on_the_page_s_own_background(visit, theme):
    page = visit(theme=theme).open("latin_america", lang="en", country="BRA")
    _, behind = painted(page.get_by_role("heading", level=1))
    assert (sum(behind) > 600) == (theme == "light")
    charts = page.locator(f"{CHART} svg.marks").all()
    assert charts
    assert {rgb(chart.evaluate(BACKGROUND)) for chart in charts} == {behind}
    letters = [
        rgb(word.evaluate("e => getComputedStyle(e).fill"))
        for word in page.locator(f"{CHART} svg text").all()
    ]
    assert letters and min(contrast(color, behind) for color in letters) >= READABLE


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_texts_stand_out_from_what_is_behind_them(visit, theme, width):
    page = visit(theme=theme, width=width).open("latin_america", lang="en", country="BRA")
    page.get_by_role("switch", name=EN["cards.table"], exact=True).first.press("Space")
    expect(page.get_by_role("cell").first).to_be_visible()
    seen = {
        "title": page.get_by_role("heading", level=1),
        "lead": page.get_by_text(EN["explorer.lead"]),
        "label": page.locator(".figures dt"),
        "figure": page.locator(".figures dd"),
        "change": page.locator(".figures dd.below"),
        "open section": page.get_by_role("tab", selected=True).locator("p"),
        "closed section": page.get_by_role("tab", selected=False).locator("p"),
        "chosen language": page.get_by_role("radio", checked=True).locator("p"),
        "chip": page.locator(".st-key-chips").get_by_role("button").locator("p"),
        "caption": page.get_by_text(EN["key_figures.year_before"]),
        "badge": page.locator(".st-key-estimate").get_by_text(EN["cards.estimated"]),
        "source": page.get_by_text(EN["cards.sources"].split("{")[0]),
        "disclaimer": page.get_by_text(EN["frame.map_disclaimer"]),
        "link": page.locator(".st-key-footer").get_by_role("link").locator("p"),
        "cell": page.get_by_role("cell"),
        "column": page.get_by_role("columnheader"),
    }
    measured = {name: contrast(*painted(place.first)) for name, place in seen.items()}
    assert {name: round(ratio, 2) for name, ratio in measured.items() if ratio < READABLE} == {}
