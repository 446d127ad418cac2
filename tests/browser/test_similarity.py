"""A negotiator supposes a reform, sees level and distance move together, and sends the board on."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.architecture.texts import texts
from tests.browser.journey import faults
from tests.browser.steps import arrive, card, open_section, pick, take

EN = texts("en")
PAGE = "regulatory_similarity"
ITEM, NONE = EN["codes.law_topic.e_transactions"], EN["codes.law_status.none"]


def toggle(page, item: str, answer: str):
    """The answer of an item on the board."""
    return page.locator(f".st-key-url-set-{item}").get_by_role("radio", name=answer, exact=True)


def test_a_toggle_moves_the_figures_and_the_address_holds_the_board(visit, tmp_path):
    page = visit().open(PAGE, lang="en", section="board", country="PER")
    figures = page.locator(".figures").nth(1)
    before = figures.inner_text()
    toggle(page, "e_transactions", NONE).click()
    arrive(page, section="board", country="PER", set="PER:e_transactions:none")
    expect(page.locator(".st-key-board-chips")).to_contain_text(ITEM)
    expect(figures).not_to_have_text(before)
    expect(card(page, "similarity-moves")).to_contain_text(EN["similarity.not_better"])

    colleague = visit().open(page.url.split("/", 3)[3])
    assert colleague.locator(".figures").nth(1).inner_text() == figures.inner_text()
    file = take(page, page.locator(".st-key-files-similarity-changes"), EN["cards.xlsx"], tmp_path)
    assert file.read_bytes().startswith(b"PK")

    page.locator(".st-key-board-chips").get_by_role("button", name=EN["cards.reset"], exact=True).click()
    arrive(page, section="board", country="PER", set="")
    assert faults(page) == [] and faults(colleague) == []


def test_a_plan_opens_on_the_board(visit):
    page = visit().open(PAGE, lang="en", section="reforms", country="PER", count="2")
    page.get_by_role("button", name=EN["similarity.plan.to_board"]).click()
    page.wait_for_url(lambda address: "section=board" in address)
    expect(page.locator(".st-key-board-chips").get_by_role("button")).to_have_count(3)
    assert faults(page) == []


def test_partners_can_be_the_members_of_an_agreement(visit):
    page = visit().open(PAGE, lang="en", section="reforms", country="PER")
    pick(page, EN["similarity.partners.title"], EN["similarity.partners.agreement"].format(name="RCEP"))
    arrive(page, section="reforms", country="PER", partner="rcep")
    expect(card(page, "similarity-reforms").get_by_role("heading", level=4)).to_contain_text("RCEP")
    open_section(page, EN["similarity.sections.regions"])
    expect(card(page, "similarity-regions")).to_be_visible()
    assert faults(page) == []
