"""The blank presentation that slides are made on: wide, our colours, native placeholders for every text."""

from __future__ import annotations

import unicodedata
from copy import deepcopy
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Inches, Pt

from components.charts.theme import LIGHT

# Installed with every office program or replaced by a twin of the same widths, unlike a bundled one.
FONT = "Calibri"
WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.6
INNER = WIDTH - 2 * MARGIN
# Placeholders of our layouts: their idx in the file.
UNIT, TEXT, SOURCE = 13, 14, 15
_COVER, _CONTENT = 0, 5
# Kinds of characters: control, surrogate, not assigned.
_NO_XML = frozenset({"Cc", "Cs", "Cn"})
_LANGUAGE_FREE = ("dt", "ftr")


def new_presentation(language_tag: str) -> Any:
    """A presentation (python-pptx) without slides whose first layout is the cover, the second the content."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    layouts = deck.slide_layouts
    cover, content = layouts[_COVER], layouts[_CONTENT]
    for layout in [one for one in layouts if one not in (cover, content)]:
        layouts.remove(layout)
    _paint(deck.slide_master)
    for place in (deck.slide_master, cover, content):
        _drop(place, _LANGUAGE_FREE)
    _place(deck.slide_master, {"title": (MARGIN, 0.45, INNER, 0.9), "body": (MARGIN, 1.8, INNER, 4.6)})
    _number(deck.slide_master)
    _place(cover, {"ctrTitle": (MARGIN, 1.5, INNER, 1.3), "subTitle": (MARGIN, 2.85, INNER, 0.5)})
    _place(content, {"title": (MARGIN, 0.45, INNER, 0.9)})
    for layout in (cover, content):
        _number(layout)
        _add_text(layout, TEXT, (MARGIN, 3.6 if layout is cover else 1.9, INNER, 2.4), 18, LIGHT.text)
        _add_text(layout, SOURCE, (MARGIN, 6.62, INNER - 1.0, 0.55), 9, LIGHT.muted)
        _band(layout)
    _add_text(content, UNIT, (MARGIN, 1.3, INNER, 0.36), 14, LIGHT.muted)
    for element in deck.part._element.iter(qn("a:defRPr")):
        element.set("lang", language_tag)
    return deck


def _paint(master: Any) -> None:
    """Our typeface and colours as the theme of the file, and titles to the left."""
    part = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    theme = etree.fromstring(part.blob)
    named = {
        "dk1": LIGHT.text, "lt1": LIGHT.background, "dk2": LIGHT.slate, "lt2": LIGHT.panel,
        "accent1": LIGHT.east_asia, "accent2": LIGHT.latin_america, "accent3": LIGHT.goods,
        "accent4": LIGHT.services, "accent5": LIGHT.both, "accent6": LIGHT.grey,
        "hlink": LIGHT.east_asia, "folHlink": LIGHT.east_asia_deep,
    }  # fmt: skip
    for name, color in named.items():
        for slot in theme.iter(qn(f"a:{name}")):
            for child in list(slot):
                slot.remove(child)
            etree.SubElement(slot, qn("a:srgbClr")).set("val", color[1:])
    for kind in ("majorFont", "minorFont"):
        for font in theme.iter(qn(f"a:{kind}")):
            font.find(qn("a:latin")).set("typeface", FONT)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
    level = master._element.find(f"{qn('p:txStyles')}/{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    level.set("algn", "l")
    style = level.find(qn("a:defRPr"))
    style.set("sz", "2600")
    style.set("b", "1")


def _place(owner: Any, boxes: dict[str, tuple[float, float, float, float]]) -> None:
    for shape in owner.placeholders:
        found = boxes.get(shape.element.ph.get("type") or "body")
        if found is None:
            continue
        shape.left, shape.top, shape.width, shape.height = (Inches(side) for side in found)
        body = shape.text_frame._txBody.find(qn("a:bodyPr"))
        top = shape.element.ph.get("type") in ("subTitle", "body")
        body.set("anchor", "t" if top else "b")
        for side in ("lIns", "rIns"):
            body.set(side, "0")
        for style in shape.text_frame._txBody.iter(qn("a:lvl1pPr")):
            style.set("algn", "l")


def _drop(owner: Any, kinds: tuple[str, ...]) -> None:
    for shape in list(owner.placeholders):
        if shape.element.ph.get("type") in kinds:
            shape.element.getparent().remove(shape.element)


def _number(owner: Any) -> None:
    for shape in owner.placeholders:
        if shape.element.ph.get("type") == "sldNum":
            box = (WIDTH - MARGIN - 0.9, 6.85, 0.9, 0.32)
            shape.left, shape.top, shape.width, shape.height = (Inches(side) for side in box)


def _add_text(layout: Any, idx: int, box: tuple[float, float, float, float], size: float, color: str) -> None:
    """A placeholder for plain paragraphs: no bullets, our size and colour."""
    left, top, width, height = (Emu(Inches(side)) for side in box)
    layout.shapes._spTree.append(
        parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{40 + idx}" name="Text {idx}"/>'
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f'<p:nvPr><p:ph type="body" sz="quarter" idx="{idx}"/></p:nvPr></p:nvSpPr>'
            f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
            f'<a:ext cx="{width}" cy="{height}"/></a:xfrm></p:spPr>'
            f'<p:txBody><a:bodyPr lIns="0" rIns="0" tIns="0" bIns="0" anchor="t"><a:normAutofit/></a:bodyPr>'
            f'<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="l"><a:spcBef><a:spcPts val="400"/></a:spcBef>'
            f'<a:buNone/><a:defRPr sz="{int(Pt(size).pt * 100)}"><a:solidFill><a:srgbClr val="{color[1:]}"/>'
            f"</a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle><a:p/></p:txBody></p:sp>"
        )
    )


def _band(layout: Any) -> None:
    """The two regions as a thin band along the top edge; it says nothing, so readers' voices pass over it."""
    half = Emu(Inches(WIDTH / 2))
    for place, color in enumerate((LIGHT.east_asia, LIGHT.latin_america)):
        layout.shapes._spTree.insert(
            2,
            parse_xml(
                f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{90 + place}" name="Band {place + 1}"/>'
                f'<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
                f'<a:off x="{place * half}" y="0"/><a:ext cx="{half}" cy="{Emu(Inches(0.09))}"/></a:xfrm>'
                f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{color[1:]}"/>'
                f"</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
            ),
        )


def add_slide(deck: Any, layout: int) -> Any:
    """A slide of a layout, with its number: python-pptx leaves that placeholder out."""
    chosen = deck.slide_layouts[layout]
    slide = deck.slides.add_slide(chosen)
    for shape in chosen.placeholders:
        if shape.element.ph.get("type") == "sldNum":
            slide.shapes._spTree.append(deepcopy(shape.element))
    return slide


def write_run(line: Any, text: str, size: float, color: str, *, bold: bool = False) -> None:
    """Text at the end of a paragraph, outside a placeholder: in our typeface, size (points) and colour."""
    run = line.add_run()
    run.text = text
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT
    run.font.color.rgb = rgb(color)


def rgb(color: str) -> RGBColor:
    """A colour of the theme (#rrggbb) as python-pptx wants it."""
    return RGBColor.from_string(color[1:].upper())


def attribute(text: str) -> str:
    """Text for an attribute of the file: XML has no control characters, which registers may hold."""
    return "".join(sign for sign in text if unicodedata.category(sign) not in _NO_XML)
