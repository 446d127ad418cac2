"""A brief on paper opens in a PDF reader with text, tags, language, text alternatives and our typeface."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from components.export.brief import Cancelled, Picture
from components.export.document import DocumentError, pdf_of
from components.export.image import ImageError
from components.i18n import Language
from tests.unit.brief_cases import ALT, HOSTILE, VIEW, country_case, whole_brief, with_text


def opened(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def words(content: bytes) -> str:
    """All text in reading order, without breaks."""
    pages = " ".join(page.extract_text() for page in opened(content).pages)
    return " ".join(pages.replace("\u00a0", " ").split())


def tags(node: object, depth: int = 0) -> Iterator[DictionaryObject]:
    """The elements of the structure tree."""
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, list):
        for child in node:
            yield from tags(child, depth + 1)
    elif isinstance(node, dict) and depth < 60:
        if "/S" in node:
            yield node
        yield from tags(node.get("/K"), depth + 1)


@pytest.fixture(scope="module")
def paper() -> bytes:
    return pdf_of(whole_brief())


def test_everything_that_is_said_is_text(paper):
    said = words(paper)
    brief = whole_brief()
    shown, table, kept = brief.sections
    for text in (
        brief.title, brief.subtitle, *brief.lead, "656 millones", shown.title, shown.unit, shown.mark,
        *shown.sentences, *shown.remarks, shown.source, "Chile", kept.withheld, "Explorador (2026).",
    ):  # fmt: skip
        assert text in said


def test_the_file_says_language_title_and_that_it_is_accessible(paper):
    root = opened(paper).trailer["/Root"]
    assert root["/Lang"] == "es-ES"
    assert root["/MarkInfo"]["/Marked"]
    assert opened(paper).metadata.title == "Perú y Chile"
    assert opened(paper).metadata.author == Language("es")("takeaway.author")
    assert "pdfuaid:part" in root["/Metadata"].get_object().get_data().decode()


def test_headings_tables_and_pictures_are_tagged_and_pictures_have_words(paper):
    found = list(tags(opened(paper).trailer["/Root"]["/StructTreeRoot"]["/K"]))
    kinds = {str(node["/S"]) for node in found}
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Figure", "/Link"} <= kinds
    assert [str(node["/Alt"]) for node in found if node["/S"] == "/Figure"] == [ALT]


def test_our_typeface_is_inside(paper):
    names = {
        str(font.get_object()["/BaseFont"])
        for page in opened(paper).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert names and all("SourceSans3" in name for name in names)


def test_the_view_is_a_link(paper):
    links = [
        note.get_object()["/A"]["/URI"] for page in opened(paper).pages for note in page.get("/Annots", ())
    ]
    assert VIEW in links


def test_text_stays_text_whatever_it_holds():
    said = words(pdf_of(with_text(HOSTILE)))
    assert '#panic("run")' in said and "*bold*" in said and "<b>&amp;</b>" in said and "$x$" in said
    assert "evil.example" in said and "Perú ñ ã …" in said


def test_the_same_brief_gives_the_same_file(paper):
    assert pdf_of(whole_brief()) == paper


def test_a_picture_without_words_is_refused_with_the_reason():
    brief = whole_brief()
    mute = replace(brief.sections[0], picture=replace(brief.sections[0].picture, alt=""))
    with pytest.raises(DocumentError, match="alt"):
        pdf_of(replace(brief, sections=(mute,)))


def test_a_picture_that_cannot_be_drawn_is_told():
    def fail(width, fmt):
        raise ImageError("spec: expected a chart that can be drawn")

    brief = whole_brief()
    with pytest.raises(ImageError, match="spec"):
        pdf_of(replace(brief, sections=(replace(brief.sections[0], picture=Picture("x", fail)),)))


def test_it_can_be_cancelled():
    def stop(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        pdf_of(whole_brief(), stop)


@pytest.mark.parametrize(("area", "language"), [("PER", "es"), ("BRN", "en"), ("BRA", "pt"), ("CHN", "es")])
def test_a_country_takes_two_pages_in_its_readers_language(area, language):
    t, brief = Language(language), country_case(area, language)
    content = pdf_of(brief)
    assert len(opened(content).pages) <= 2
    assert len(content) < 250_000
    said = words(content)
    assert brief.title in said
    for text in brief.lead:
        assert " ".join(text.replace("\u00a0", " ").split())[:60] in said
    assert t("cards.estimated") in said
    assert t("takeaway.cite") in said and t("takeaway.version") in said
    root = opened(content).trailer["/Root"]
    assert root["/Lang"][:2] == language
    figures = [node for node in tags(root["/StructTreeRoot"]["/K"]) if node["/S"] == "/Figure"]
    assert len(figures) == brief.pictures
    assert all(str(node["/Alt"]).strip() for node in figures)


def test_pages_are_neither_blank_nor_drawn_over_their_edge():
    document = pypdfium2.PdfDocument(pdf_of(country_case("PER", "es")))
    for page in document:
        image = page.render(scale=1).to_pil().convert("L")
        ink = image.point(lambda light: 255 * (light < 200))
        left, top, right, bottom = ink.getbbox()
        assert left > 30 and top > 30 and right < image.width - 30 and bottom < image.height - 20
        assert sum(ink.histogram()[255:]) > 5_000
    document.close()
