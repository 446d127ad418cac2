"""Slides (PPTX) of a brief: native text that can be edited, a picture each, sources, notes, slide numbers."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PIL import Image
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from components.charts.theme import LIGHT
from components.export.brief import Brief, Picture, Progress, Section, language_tag, svg_shape, unheard
from components.export.lettering import text_width
from components.export.slide_layouts import (
    INNER,
    MARGIN,
    SOURCE,
    TEXT,
    UNIT,
    WIDTH,
    add_slide,
    attribute,
    new_presentation,
    rgb,
    write_run,
)
from components.export.slide_table import add_table, lines_of, parted

_COVER, _CONTENT = 0, 1
# Room for a picture (inches): beside its text, or above it when it is wide.
_BESIDE, _ABOVE = (8.35, 4.7), (INNER, 3.75)
_TOP = 1.78
_NARROW, _WIDE, _WIDEST = 640, 1000, 1400
# Lines of facts on a slide, and titles on the cover.
_FACTS, _CONTENTS = 19, 8
_SMALL = 12
_TITLE_SIZES = (26, 22, 19, 16)


def slides_of(brief: Brief, progress: Progress = unheard) -> bytes:
    """The presentation: cover, key figures if there are any, a slide per section, sources.

    A brief that is one section alone is one slide, to be put into a presentation that there is.

    `progress` hears after each slide; what it raises ends the work and nothing is left behind.
    """
    deck = new_presentation(language_tag(brief.language))
    steps = len(brief.sections) + 2
    progress(0, steps)
    alone = len(brief.sections) == 1 and not brief.lead and not brief.figures
    if not alone:
        _cover(deck, brief)
    if brief.figures:
        _figures(deck, brief)
    progress(1, steps)
    for at, section in enumerate(brief.sections, start=2):
        _section(deck, brief, section)
        progress(at, steps)
    if alone:
        notes = deck.slides[0].notes_slide.notes_text_frame
        notes.text = "\n".join((notes.text, *_said(brief)))
    else:
        _facts(deck, brief)
    core = deck.core_properties
    core.title, core.subject, core.author = (
        attribute(brief.title),
        attribute(brief.subtitle),
        brief.labels["author"],
    )
    core.language, core.comments, core.keywords = language_tag(brief.language), brief.url, ""
    core.created = core.modified = datetime.fromisoformat(brief.created)
    _speak(deck, language_tag(brief.language))
    out = io.BytesIO()
    deck.save(out)
    progress(steps, steps)
    return out.getvalue()


def _cover(deck: Any, brief: Brief) -> None:
    slide = add_slide(deck, _COVER)
    _title(slide, brief.title, 40)
    slide.placeholders[1].text_frame.text = brief.subtitle
    _fill(slide, TEXT, brief.lead or [section.title for section in brief.sections[:_CONTENTS]], size=16)
    _fill(slide, SOURCE, (), brief.url)
    slide.notes_slide.notes_text_frame.text = "\n".join(_said(brief))


def _said(brief: Brief) -> list[str]:
    return [f"{name}: {fact}" for name, fact in brief.facts]


def _figures(deck: Any, brief: Brief) -> None:
    slide = add_slide(deck, _CONTENT)
    _title(slide, brief.labels["key_figures"])
    for idx in (UNIT, TEXT):
        _remove(slide, idx)
    _fill(slide, SOURCE, (), brief.url)
    across = 4 if len(brief.figures) > 6 else 3
    down = -(-len(brief.figures) // across)
    width, height = INNER / across, min(4.9 / down, 2.2)
    for place, figure in enumerate(brief.figures):
        left, top = MARGIN + place % across * width, 1.6 + place // across * height
        box = slide.shapes.add_textbox(*(Inches(side) for side in (left, top, width - 0.2, height - 0.1)))
        box.name = attribute(figure.label)
        frame = box.text_frame
        frame.word_wrap, frame.margin_left = True, 0
        said = (
            (figure.label, 14, LIGHT.muted),
            (figure.value, 30, LIGHT.text),
            (figure.note, 12, LIGHT.muted),
        )
        for at, (text, size, color) in enumerate(one for one in said if one[0]):
            line = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            write_run(line, text, size, color, bold=text == figure.value)


def _section(deck: Any, brief: Brief, section: Section) -> None:
    tables = list(parted(section.table)) if section.table and not section.picture else [None]
    for table in tables:
        slide = add_slide(deck, _CONTENT)
        _title(slide, section.title, width=INNER - (2.6 if section.mark else 0))
        _fill(slide, UNIT, (section.unit,), size=14 if lines_of((section.unit,), 14, INNER) < 2 else 11)
        texts = [*section.sentences, *([section.withheld] if section.withheld else [])]
        if section.picture:
            _picture(slide, section.picture, texts, section.remarks)
        elif table:
            above = lines_of(texts, 14, INNER) * 0.27 + lines_of(section.remarks, _SMALL, INNER) * 0.23
            _fill(slide, TEXT, texts, box=(MARGIN, _TOP, INNER, above), size=14, small=section.remarks)
            add_table(slide, table, _TOP + above + 0.2)
        else:
            _fill(slide, TEXT, (*texts, *section.remarks))
        _source(slide, section)
        if section.mark:
            _mark(slide, section.mark)
        slide.notes_slide.notes_text_frame.text = "\n".join(
            (*section.sentences, *section.remarks, *section.notes, section.source, section.url)
        )


def _source(slide: Any, section: Section) -> None:
    """Source and address at the foot; a long list of sources grows upwards in smaller letters."""
    extra = lines_of((section.source,), 9, INNER - 1) - 2
    if extra <= 0:
        return _fill(slide, SOURCE, (section.source,), section.url)
    box = (MARGIN, 6.62 - 0.1 * extra, INNER - 1, 0.55 + 0.1 * extra)
    return _fill(slide, SOURCE, (section.source,), section.url, box=box, size=7)


def _picture(slide: Any, picture: Picture, texts: Sequence[str], remarks: Sequence[str]) -> None:
    """The picture beside its text, or above it when it would be too flat there; as large as there is room."""
    width, shape = _NARROW, _shape(picture, _NARROW)
    flat = shape < 0.36
    room = _ABOVE if flat else _BESIDE
    if flat or shape > room[1] / room[0]:
        # Drawn wider, a tall chart fills its room instead of standing in it like a pole.
        width = _WIDE if flat else round(min(_NARROW * shape * room[0] / room[1], _WIDEST))
    file, shape = _drawn(picture, width)
    across = min(room[0], room[1] / shape)
    left = MARGIN if flat else MARGIN + (room[0] - across) / 2
    placed = slide.shapes.add_picture(io.BytesIO(file), Inches(left), Inches(_TOP), Inches(across))
    placed._element.nvPicPr.cNvPr.set("descr", attribute(picture.alt))
    placed.name = attribute(picture.alt[:60])
    if flat:
        top = _TOP + across * shape + 0.15
        box = (MARGIN, top, INNER, 6.55 - top)
    else:
        box = (MARGIN + room[0] + 0.3, _TOP + 0.1, INNER - room[0] - 0.3, 4.6)
    _fill(slide, TEXT, texts, box=box, size=16 if flat else 18, small=remarks)


def _shape(picture: Picture, width: int) -> float:
    """Height of the picture in widths, without drawing its dots."""
    return svg_shape(picture.draw(width, "svg").decode())


def _drawn(picture: Picture, width: int) -> tuple[bytes, float]:
    """The picture and its height in widths, with as few colours as it needs: charts are flat."""
    image = Image.open(io.BytesIO(picture.draw(width, "png"))).convert("RGB")
    out = io.BytesIO()
    image.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "png")
    return out.getvalue(), image.height / image.width


def _mark(slide: Any, text: str) -> None:
    box = slide.shapes.add_shape(
        MSO_SHAPE.ROUNDED_RECTANGLE, *(Inches(s) for s in (WIDTH - MARGIN - 2.4, 0.3, 2.4, 0.34))
    )
    box.name = text
    box.fill.background()
    box.shadow.inherit = False
    box.line.color.rgb, box.line.width = rgb(LIGHT.caution), Pt(1)
    box.line.dash_style = MSO_LINE.DASH
    box.text_frame.margin_top = box.text_frame.margin_bottom = 0
    line = box.text_frame.paragraphs[0]
    line.alignment = PP_ALIGN.CENTER
    write_run(line, text, 12, LIGHT.caution, bold=True)


def _facts(deck: Any, brief: Brief) -> None:
    """Sources, licence, version and how to cite, on as many slides as they need."""
    held: list[list[tuple[str, str]]] = [[]]
    for name, fact in brief.facts:
        if lines_of([f"{a}: {b}" for a, b in (*held[-1], (name, fact))], _SMALL, INNER) > _FACTS:
            held.append([])
        held[-1].append((name, fact))
    for facts in held:
        slide = add_slide(deck, _CONTENT)
        _title(slide, brief.labels["sources_title"])
        _remove(slide, UNIT)
        _remove(slide, SOURCE)
        said = [f"{name}: {fact}" for name, fact in facts]
        _fill(slide, TEXT, said, box=(MARGIN, 1.6, INNER, 5.1), size=12)


def _title(slide: Any, text: str, largest: float = _TITLE_SIZES[0], width: float = INNER) -> None:
    """The title in the largest size at which it takes two lines."""
    shape = slide.shapes.title
    sizes = (largest, *(size for size in _TITLE_SIZES if size < largest))
    fitting = next((s for s in sizes if text_width(text, s, 600) <= 2 * 72 * width * 0.92), sizes[-1])
    if width != INNER:
        shape.left, shape.top, shape.width, shape.height = (Inches(s) for s in (MARGIN, 0.45, width, 0.9))
    shape.text_frame.text = text
    shape.text_frame.paragraphs[0].runs[0].font.size = Pt(fitting)


def _fill(
    slide: Any, idx: int, texts: Sequence[str], link: str = "", *,
    box: tuple[float, float, float, float] | None = None, size: int | None = None, small: Sequence[str] = (),
) -> None:  # fmt: skip
    """Paragraphs into a placeholder, then small print and a link; a placeholder without text is removed."""
    lines: list[tuple[str, int | None, str]] = [(text, size, "") for text in texts if text]
    lines += [(text, _SMALL, "") for text in small if text] + ([(link, None, link)] if link else [])
    if not lines:
        return _remove(slide, idx)
    shape = slide.placeholders[idx]
    if box:
        shape.left, shape.top, shape.width, shape.height = (Inches(side) for side in box)
    for at, (text, points, address) in enumerate(lines):
        line = shape.text_frame.paragraphs[0] if at == 0 else shape.text_frame.add_paragraph()
        run = line.add_run()
        run.text = text
        if points:
            run.font.size = Pt(points)
        if points == _SMALL:
            run.font.color.rgb = rgb(LIGHT.muted)
        if address.startswith(("http://", "https://")):
            run.hyperlink.address = address
    return None


def _remove(slide: Any, idx: int) -> None:
    shape = slide.placeholders[idx]
    shape.element.getparent().remove(shape.element)


def _speak(deck: Any, tag: str) -> None:
    """The language on every run of text, in slides and notes."""
    for slide in deck.slides:
        for root in (slide._element, slide.notes_slide._element if slide.has_notes_slide else None):
            if root is not None:
                for run in root.iter(qn("a:r"), qn("a:fld")):
                    run.get_or_add_rPr().set("lang", tag)
