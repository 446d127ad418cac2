"""Slides open in their own reader as native text with pictures, sources, notes, numbers and language."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

from components.export.brief import Brief, Cancelled
from components.export.slides import slides_of
from components.i18n import Language
from tests.unit.brief_cases import ALT, HOSTILE, VIEW, country_case, whole_brief, with_text


def opened(brief: Brief) -> Any:
    return Presentation(io.BytesIO(slides_of(brief)))


def words(slide: Any) -> str:
    """All text of a slide, tables included."""
    said = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            said.append(shape.text_frame.text)
        elif shape.has_table:
            said += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(said)


def pictures(slide: Any) -> list[Any]:
    return [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]


def notes(slide: Any) -> str:
    return slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""


@pytest.fixture(scope="module")
def deck() -> Any:
    return opened(whole_brief())


def titled(deck: Any, title: str) -> Any:
    return next(slide for slide in deck.slides if slide.shapes.title.text_frame.text == title)


def test_each_slide_has_a_native_title(deck):
    t = Language("es")
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles == [
        "Perú y Chile", t("takeaway.key_figures"), "Visitas por país", "Textos", "Retenido",
        t("takeaway.sources_title"),
    ]  # fmt: skip


def test_a_chart_slide_says_unit_sentence_source_address_and_that_it_is_an_estimate(deck):
    said = words(titled(deck, "Visitas por país"))
    for text in (
        "Visitas por mes", "Perú tiene más visitas que Chile.", "Solo mercados abiertos.",
        "Fuente: registro.", VIEW, Language("es")("cards.estimated"),
    ):  # fmt: skip
        assert text in said


def test_the_picture_is_fine_enough_for_a_projector_and_has_words(deck):
    (picture,) = pictures(titled(deck, "Visitas por país"))
    assert picture._element.nvPicPr.cNvPr.get("descr") == ALT
    image = Image.open(io.BytesIO(picture.image.blob))
    assert image.width >= 1200
    assert abs(picture.width / picture.height - image.width / image.height) < 0.02


def test_speaker_notes_hold_method_source_and_address(deck):
    said = notes(titled(deck, "Visitas por país"))
    assert Language("es")("cards.estimated_help") in said
    assert "Fuente: registro." in said and VIEW in said


def test_a_table_is_native_and_its_text_runs_nowhere(deck):
    slide = titled(deck, "Textos")
    assert any(shape.has_table for shape in slide.shapes)
    assert HOSTILE in words(slide)


def test_what_stays_behind_is_said(deck):
    assert "No sale: condiciones." in words(titled(deck, "Retenido"))
    assert not pictures(titled(deck, "Retenido"))


def test_the_last_slide_says_how_to_cite(deck):
    said = words(deck.slides[len(deck.slides) - 1])
    assert "Explorador (2026)." in said and "0.1.0" in said


def test_every_run_of_text_has_the_language(deck):
    for slide in deck.slides:
        roots = [slide._element] + ([slide.notes_slide._element] if slide.has_notes_slide else [])
        runs = [run for root in roots for run in root.iter(qn("a:r"))]
        assert runs
        assert {run.find(qn("a:rPr")).get("lang") for run in runs} == {"es-ES"}
    assert deck.core_properties.language == "es-ES"
    assert deck.core_properties.title == "Perú y Chile"


def test_content_slides_are_numbered(deck):
    for slide in list(deck.slides)[1:]:
        fields = [field for field in slide._element.iter(qn("a:fld")) if field.get("type") == "slidenum"]
        assert fields, slide.shapes.title.text_frame.text


def test_nothing_lies_outside_the_slide(deck):
    for slide in (*deck.slides, *opened(country_case("PER", "es")).slides):
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.top >= 0
            assert shape.left + shape.width <= 12192000 + 1000 or shape.has_text_frame
            assert shape.top + shape.height <= 6858000 + 1000, shape.name


def test_pictures_and_text_do_not_lie_on_each_other(deck):
    for slide in deck.slides:
        for picture in pictures(slide):
            for shape in slide.shapes:
                if shape is picture or not shape.has_text_frame or shape.shape_id == picture.shape_id:
                    continue
                apart = (
                    shape.left >= picture.left + picture.width - 1000
                    or picture.left >= shape.left + shape.width - 1000
                    or shape.top >= picture.top + picture.height - 1000
                    or picture.top >= shape.top + shape.height - 1000
                )
                assert apart, (slide.shapes.title.text_frame.text, shape.name)


def test_text_stays_text_whatever_it_holds():
    deck = opened(with_text(HOSTILE))
    assert all(HOSTILE in words(slide) for slide in list(deck.slides)[:1])
    links = [rel.target_ref for slide in deck.slides for rel in slide.part.rels.values() if rel.is_external]
    assert set(links) <= {VIEW}


def test_control_characters_from_a_register_do_no_harm():
    deck = opened(with_text("uno\x0bdos\x00tres"))
    assert "tres" in words(deck.slides[0])


def test_only_web_addresses_become_links():
    brief = replace(whole_brief(), url="javascript:alert(1)")
    brief = replace(brief, sections=(replace(brief.sections[0], url="file:///etc/passwd"),))
    for slide in opened(brief).slides:
        assert not [rel for rel in slide.part.rels.values() if rel.is_external]


def test_it_can_be_cancelled():
    heard = []

    def stop(done, total):
        heard.append((done, total))
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        slides_of(whole_brief(), stop)
    assert heard == [(0, 5), (1, 5), (2, 5)]


def test_a_brief_without_pictures_or_figures_is_still_a_deck():
    brief = replace(whole_brief(), figures=(), sections=(), lead=())
    assert len(opened(brief).slides) == 2


@pytest.mark.parametrize(("area", "language"), [("PER", "es"), ("BRN", "en"), ("BRA", "pt")])
def test_a_country_tells_itself_on_slides_in_its_readers_language(area, language):
    t, brief = Language(language), country_case(area, language)
    deck = opened(brief)
    said = "\n".join(words(slide) for slide in deck.slides)
    assert all(text in said for text in brief.lead)
    assert sum(len(pictures(slide)) for slide in deck.slides) == brief.pictures
    assert t("cards.estimated") in said and t("takeaway.sources_title") in said
    for section in brief.sections:
        assert section.source and section.source in said and section.url in said
