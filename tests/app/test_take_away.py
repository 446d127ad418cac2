"""A page taken home: all its cards, in the reader's language, with sources and address; terms are obeyed."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pypdf
import pytest
from pptx import Presentation

from components import loaders
from components.charts.theme import DARK
from components.export.document import pdf_of
from components.export.page_workbook import write_page_workbook
from components.export.slides import slides_of
from components.i18n import language
from components.views.cards.drawn import Drawn
from components.views.cards.page_menu import _page_meta
from components.views.cards.page_tables import tables_of
from components.views.cards.taken import brief_of, brief_of_page, picture_of, section_of, slides_of_page
from tests.app.visit import open_page, wrong_with

pytestmark = pytest.mark.usefixtures("cold_caches")

URL = "https://explorer.example/east_asia?lang=es&section=visitors"


def shown(page: str, **query: str) -> Drawn:
    """What a page draws for a query."""
    app = open_page(page, **query)
    assert wrong_with(app) == []
    return app.session_state["cards.drawn"]


def words_of(deck) -> str:
    return "\n".join(
        shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame
    )


@pytest.mark.parametrize("code", ["en", "es", "pt"])
def test_a_page_becomes_slides_with_a_slide_per_card(code):
    drawn = shown("east_asia", lang=code, section="visitors")
    t = language(code)
    cards = list(drawn.cards.values())[:2]
    brief = brief_of_page(t, t("frame.pages.east_asia"), Drawn({c.key: c for c in cards}, drawn.figures), URL)
    deck = Presentation(io.BytesIO(slides_of(brief)))
    said = words_of(deck)
    for card in cards:
        assert card.title in said and card.sentence in said and card.unit in said
    assert t("cards.estimated") in said and URL in said
    pictures = [shape for slide in deck.slides for shape in slide.shapes if shape.shape_type == 13]
    assert [one._element.nvPicPr.cNvPr.get("descr") for one in pictures] == [card.spoken for card in cards]
    notes = "\n".join(
        slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide
    )
    assert t("cards.estimated_help") in notes
    assert deck.core_properties.language.startswith(code)
    assert "{" not in said


def test_a_page_becomes_a_brief_and_a_workbook():
    t = language("es")
    drawn = shown("cross_region", lang="es")
    brief = brief_of_page(t, "Entre las regiones", drawn, URL)
    paper = pypdf.PdfReader(io.BytesIO(pdf_of(brief)))
    text = " ".join(" ".join(page.extract_text() for page in paper.pages).split())
    for card in drawn.cards.values():
        assert card.title in text
    assert paper.trailer["/Root"]["/Lang"] == "es-ES" and paper.trailer["/Root"]["/MarkInfo"]["/Marked"]
    tables, left_out = tables_of(t, list(drawn.cards.values()))
    made = write_page_workbook(tables, left_out, _page_meta(t, "Entre las regiones", URL))
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert len(book.sheetnames) == len(drawn.cards) + 1 - len(left_out)


def restricted(monkeypatch, card, tier: str) -> None:
    """Put every dataset of a card into a tier."""
    catalog = loaders.catalog()
    held = dict(catalog.datasets)
    for name in card.datasets:
        licence = held[name].licence.model_copy(update={"tier": tier})
        held[name] = held[name].model_copy(update={"licence": licence})
    changed = catalog.model_copy(update={"datasets": held})
    monkeypatch.setattr(loaders, "catalog", lambda: changed)
    loaders.described.clear()


def test_a_card_whose_terms_forbid_it_stays_behind_and_the_files_say_so(monkeypatch):
    t = language("en")
    card = next(iter(shown("overview", lang="en").cards.values()))
    restricted(monkeypatch, card, "build_only")
    section = section_of(t, card, URL)
    assert section.picture is None and section.sentences == () and section.table is None
    assert t("export.refused.not_downloadable") in section.withheld
    brief = brief_of_page(t, "Overview", Drawn({card.key: card}), URL)
    deck = Presentation(io.BytesIO(slides_of(brief)))
    said = words_of(deck)
    assert section.withheld in said and card.sentence not in said
    assert not [shape for slide in deck.slides for shape in slide.shapes if shape.shape_type == 13]
    tables, left_out = tables_of(t, [card])
    assert tables == [] and left_out[0][0] == card.title


def test_a_card_of_ranks_that_may_leave_as_bands_only_keeps_its_picture(monkeypatch):
    card = next(iter(shown("overview", lang="en").cards.values()))
    restricted(monkeypatch, card, "non_commercial")
    assert section_of(language("en"), card, URL).picture is not None


def test_an_empty_card_says_that_there_is_nothing():
    t = language("pt")
    card = next(iter(shown("overview", lang="pt").cards.values()))
    table = replace(card.table, frame=card.table.frame.head(0))
    section = section_of(t, replace(card, frame=card.frame.head(0), table=table), URL)
    assert section.picture is None and section.withheld == t("takeaway.no_rows")


def test_slides_are_white_whatever_the_theme_of_the_reader():
    card = next(iter(shown("overview", lang="en").cards.values()))
    dark = {**card.spec, "config": {**card.spec["config"], "background": DARK.background}}
    svg = picture_of(dark, card.frame, card.spoken).draw(640, "svg").decode().lower()
    assert DARK.background not in svg


def test_a_country_is_taken_home_as_its_own_brief_and_its_cards():
    t = language("es")
    drawn = shown("country_profile", lang="es", country="PER", section="visitors")
    assert drawn.own is not None
    brief = slides_of_page(t, "Perú", drawn, URL)
    assert brief.title == "Perú" and brief.lead
    titles = [section.title for section in brief.sections]
    assert {card.title for card in drawn.cards.values()} <= set(titles)


def test_a_story_becomes_a_deck_with_its_messages_and_notes():
    drawn = shown("stories", lang="es", story="pacific")
    assert drawn.own is not None


def test_a_page_forgets_what_another_one_drew():
    app = open_page("overview", lang="en")
    first = set(app.session_state["cards.drawn"].cards)
    app.switch_page("pages/cross_region.py").run()
    assert first and not first & set(app.session_state["cards.drawn"].cards)


def test_a_card_alone_is_one_slide_with_its_sources_in_the_notes():
    t = language("en")
    card = next(iter(shown("overview", lang="en").cards.values()))
    deck = Presentation(io.BytesIO(slides_of(brief_of(t, card.title, [card], URL))))
    assert len(deck.slides) == 1
    assert t("takeaway.cite") in deck.slides[0].notes_slide.notes_text_frame.text
